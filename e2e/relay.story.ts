import { expect, test } from './setup/site.ts';
import {
  approve,
  beginOpening,
  expectNoBarriers,
  fillOpening,
  setClock,
  signInAs,
  submit,
} from './setup/steps.ts';

const ANSWERS = [
  [/承担的任务/, '发布信息、政策解读、互动交流'],
  [/责任人/, '宣传委员'],
  [/经费保障/, '列入年度预算'],
] as const;

test('LZ-13b 园区把所属镇的备案汇总，一次报送，每一件单独留存', async ({ page, keep }) => {
  await signInAs(page, 'lz-zcz-info');
  await setClock(page, '2021-03-01');
  for (const [name, platform] of [
    ['中川发布', '小红书'],
    ['中川发布', '哔哩哔哩'],
  ] as const) {
    await signInAs(page, 'lz-zcz-info');
    await beginOpening(page);
    await fillOpening(page, {
      name,
      platform: new RegExp(platform),
      reason: '发布民生信息，方便群众办事',
      answers: ANSWERS,
    });
    await submit(page);
    await signInAs(page, 'lz-zcz-boss');
    await approve(page, platform, '同意开设。');
  }
  await signInAs(page, 'lz-zc-file');
  await page.goto('/filings');
  await page.getByRole('link', { name: '汇总报送（2 件等候）' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '园区汇总报送' })).toBeVisible();
  await expectNoBarriers(page);
  const button = page.getByRole('button', { name: '一并报送 2 件' });
  await expect(button).toBeDisabled();
  await page.getByRole('checkbox', { name: '园区已在报送清单上用印' }).check();
  await page.getByLabel('报送说明（可不填）').fill('2021年第一季度');
  await keep('等候报送');
  await button.click();
  await expect(page.getByText('第 1 批', { exact: false })).toBeVisible();
  await expect(page.getByText('现在没有等候报送的备案')).toBeVisible();
  await keep('已报送');
  const pdf = await page.request.get(
    String(await page.getByRole('link', { name: '报送清单' }).getAttribute('href')),
  );
  expect(pdf.headers()['content-type']).toContain('application/pdf');

  // Each stands alone: the supervisor decides them one by one.
  await signInAs(page, 'lz-bg-file');
  await approve(page, '小红书', '准予备案。');
  await page.goto('/accounts?q=中川发布&platform=xiaohongshu');
  await expect(page.getByRole('link', { name: '中川发布' })).toHaveCount(1);
});
