import { expect, test } from './setup/site.ts';
import { approve, expectNoBarriers, setClock, signInAs, submit } from './setup/steps.ts';

const NAME = '抚松人社（演示）';
const NEW_HOST = '抚松县人民政府';

test('FS-12 主办单位变更：原、新单位都同意，县批市备，账号转到新单位名下并向社会公告', async ({
  page,
  keep,
}) => {
  test.setTimeout(300_000);
  await signInAs(page, 'fs-rs-oper');
  await setClock(page, '2026-09-21');
  await page.goto('/accounts');
  await page.getByRole('link', { name: NAME }).click();
  await page.getByRole('link', { name: '变更', exact: true }).click();
  await page.getByRole('button', { name: '开始填写' }).click();
  const host = page.getByRole('combobox', { name: /新的主办单位/ });
  await host.click();
  await host.fill(NEW_HOST);
  await page.locator('.ant-select-item-option').filter({ hasText: NEW_HOST }).first().click();
  await page.getByRole('checkbox', { name: '其他' }).check();
  for (const [label, value] of [
    [/^其他/, '机构调整，职责划转'],
    [/公开认证信息/, NEW_HOST],
    [/账号功能/, '发布就业信息'],
    [/联系人/, '办公室'],
  ] as const)
    await page.getByRole('textbox', { name: label }).fill(value);
  await expect(page.getByText('新主办单位主要领导同意')).toBeVisible();
  await expect(page.getByText('各项已满足，可以提交')).toBeVisible();
  await expect(page.getByText(/^已保存/)).toBeVisible();
  await expectNoBarriers(page);
  await keep('新旧对照');
  await page.setViewportSize({ width: 390, height: 844 });
  await keep('新旧对照（手机）');
  await page.setViewportSize({ width: 1280, height: 900 });
  await submit(page);
  const filing = page.url();
  for (const [who, opinion] of [
    ['fs-rs-boss', '同意划转。'],
    ['fs-zf-boss', '同意接收。'],
    ['fs-zs-boss', '同意变更。'],
    ['bs-zs-file', '准予备案。'],
  ] as const) {
    await signInAs(page, who);
    await approve(page, NAME, opinion);
    if (who === 'fs-zf-boss') await keep('新主办单位同意');
  }
  await signInAs(page, 'fs-rs-oper');
  await page.goto(filing);
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await expect(page.getByText(/变更主办单位的公告/).first()).toBeVisible();
  await expectNoBarriers(page);
  await keep('已变更，公告');
  await signInAs(page, 'fs-zf-oper');
  await page.goto('/accounts');
  await page.getByRole('link', { name: NAME }).click();
  await expect(page.getByText(NEW_HOST, { exact: true }).first()).toBeVisible();
  await expect(page.getByRole('link', { name: '变更', exact: true })).toBeVisible();
  await keep('新主办单位的档案');
  await setClock(page, null);
});
