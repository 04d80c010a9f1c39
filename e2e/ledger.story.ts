import { readFileSync } from 'node:fs';
import { expect, test } from './setup/site.ts';
import { choose, expectNoBarriers, setClock, signInAs } from './setup/steps.ts';

const ACCOUNT = '新区经发（演示）';
const HOST = '兰州新区经济发展局';
/** Within the five years of the regulation of 兰州新区. */
const DAY = '2021-03-01';
const PDF = {
  name: '许可证.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'),
};

test.describe.configure({ mode: 'serial' });
test.slow();

test('LZ-22 LZ-23 责任台账：工作台提示缺项，在账号档案里补齐责任人、经费和许可，许可到期前预警', async ({
  page,
  keep,
}) => {
  const panel = page.getByRole('dialog');
  await signInAs(page, 'lz-jf-info');
  await setClock(page, DAY);
  await page.goto('/');
  await keep('工作台');
  await page.getByRole('link', { name: new RegExp(`去补齐.*${ACCOUNT.slice(0, 4)}`) }).click();
  await expect(page.getByRole('heading', { level: 1, name: ACCOUNT })).toBeVisible();
  const ledger = page.locator('#ledger');
  await expect(ledger.getByText('还没有登记责任人。')).toBeVisible();
  await expectNoBarriers(page);
  await keep('账号档案-缺项');

  await ledger.getByRole('button', { name: '补登记：责任人', exact: true }).click();
  await choose(page, /人员/, /分管领导/);
  await expectNoBarriers(page);
  await keep('登记责任人');
  await panel.getByRole('button', { name: '登记', exact: true }).click();
  await expect(panel).toBeHidden();
  await expect(ledger.getByText('还没有登记责任人。')).toHaveCount(0);

  await ledger.getByRole('button', { name: '登记须许可的服务' }).click();
  await choose(page, /提供的服务/, /新闻信息/);
  await panel.getByRole('button', { name: '登记', exact: true }).click();
  await expect(ledger.getByText('还没有登记互联网新闻信息服务许可。')).toBeVisible();

  await ledger.getByRole('button', { name: '补登记：互联网新闻信息服务许可' }).click();
  await panel.getByRole('textbox', { name: /编号/ }).fill('62120200001');
  await panel.getByRole('textbox', { name: /发证机关/ }).fill('甘肃省互联网信息办公室');
  await panel.getByLabel(/发证日期/).fill('2018-04-16');
  await panel.getByLabel(/有效期至/).fill('2018-04-15');
  await panel.getByRole('button', { name: '登记', exact: true }).click();
  await expect(panel.getByText('结束日期早于开始日期').first()).toBeVisible();
  await expectNoBarriers(page);
  await keep('日期有误');
  await panel.getByLabel(/有效期至/).fill('2021-04-15');
  // The sign of a button at work may linger in its name after a refusal.
  await panel.getByRole('button', { name: /^(loading )?登记$/ }).click();
  await expect(panel).toBeHidden();
  await expect(ledger.getByText('许可将于2021年4月15日到期').first()).toBeVisible();
  await expect(ledger.getByText('许可没有上传文件').first()).toBeVisible();
  await ledger.getByLabel(/许可.*的文件/).setInputFiles(PDF);
  await expect(ledger.getByText('许可没有上传文件')).toHaveCount(0);
  await expectNoBarriers(page);
  await keep('账号档案-已补');
  await page.setViewportSize({ width: 390, height: 844 });
  await keep('账号档案-手机');
});

test('LZ-25 单位台账：三项制度逐项登记，更换后历史仍在', async ({ page, keep }) => {
  const panel = page.getByRole('dialog');
  await signInAs(page, 'lz-jf-admin');
  await setClock(page, DAY);
  await page.goto('/accounts?q=新区经发');
  await page.getByRole('link', { name: ACCOUNT }).first().click();
  await page.getByRole('link', { name: `${HOST}的单位台账` }).click();
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(HOST) })).toBeVisible();
  await page.getByRole('button', { name: '补登记：应急预案' }).click();
  await panel.getByRole('textbox', { name: /文件名称/ }).fill('政务新媒体应急预案');
  await panel.getByRole('textbox', { name: /版本/ }).fill('2020年版');
  await panel.getByLabel(/印发日期/).fill('2020-09-01');
  await panel.getByRole('button', { name: '登记', exact: true }).click();
  await expect(panel).toBeHidden();
  await page.getByRole('button', { name: /更换：应急预案/ }).click();
  await panel.getByRole('textbox', { name: /版本/ }).fill('2021年版');
  await panel.getByRole('button', { name: '更换', exact: true }).click();
  await expect(panel).toBeHidden();
  await expect(page.getByText('历史 1 条')).toBeVisible();
  await expectNoBarriers(page);
  await keep('单位台账');
  await page.setViewportSize({ width: 390, height: 844 });
  await keep('单位台账-手机');
});

test('台账预警：主管单位按事项看缺项，一户一档打包带走', async ({ page, keep }) => {
  await signInAs(page, 'lz-bg-file');
  await setClock(page, DAY);
  await page.goto('/');
  await page.getByRole('link', { name: /看台账预警/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: '台账预警' })).toBeVisible();
  await expect(page.getByRole('list', { name: '按事项计数' })).toBeVisible();
  await expectNoBarriers(page);
  await keep('台账预警');
  await page.getByRole('button', { name: /资质许可/ }).click();
  await expect(page.getByRole('cell', { name: /将于2021年4月15日到期/ })).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoBarriers(page);
  await keep('台账预警-手机');
  await page.setViewportSize({ width: 1280, height: 800 });

  await page.goto('/accounts?q=新区经发');
  await page.getByRole('link', { name: ACCOUNT }).first().click();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: '导出一户一档' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe(`一户一档-${ACCOUNT}-${DAY}.zip`);
  const path = await file.path();
  expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK');
  await file.saveAs('test-results/dossier.zip');
});
