import { expect, test } from './setup/site.ts';
import { approve, beginOpening, fillOpening, setClock, signInAs, submit } from './setup/steps.ts';

const NAME = '中川发布';

test('LZ-13b 兰州新区一个镇开设账号：镇领导同意，园区统一报送，管委会办公室备案', async ({ page, keep }) => {
  await signInAs(page, 'lz-zcz-info');
  await setClock(page, '2021-03-01');
  await beginOpening(page);
  await expect(page.getByText('所属园区统一报送')).toBeVisible();
  await fillOpening(page, {
    name: NAME,
    platform: /微博/,
    reason: '发布民生信息，方便群众办事',
    answers: [
      [/承担的任务/, '发布信息、政策解读、互动交流'],
      [/责任人/, '镇宣传委员'],
      [/经费保障/, '列入镇年度预算'],
    ],
  });
  await keep('备案登记表');
  await submit(page);
  for (const [who, opinion] of [
    ['lz-zcz-boss', '同意开设。'],
    ['lz-zc-file', '材料齐全，统一报送。'],
    ['lz-bg-file', '准予备案。'],
  ] as const) {
    await signInAs(page, who);
    await approve(page, `${NAME}”（微博）`, opinion);
  }
  await keep('备案办结');
  await page.goto('/accounts');
  await expect(page.getByRole('link', { name: NAME }).first()).toBeVisible();
  await keep('台账');
});

test('LZ-38 办法失效之后，同一个镇按国家规定的流程办理，系统说明原因', async ({ page, keep }) => {
  await signInAs(page, 'lz-zcz-info');
  await setClock(page, '2026-11-20');
  await page.goto('/policy/holds');
  await expect(page.getByText(/已于 ?2022-07-29 ?失效/).first()).toBeVisible();
  await keep('失效的说明');
  await page.goto('/filings/new');
  await expect(page.getByText('所属园区统一报送')).toBeHidden();
});
