import { expect, test } from './setup/site.ts';
import { choose, expectNoBarriers, setClock, signInAs } from './setup/steps.ts';

const ACCOUNT = '抚松政数（演示）';

test('LZ-12 FS-9 平台核查：记录一次查看，发现改名；单位说明原因，主管单位了结', async ({ page, keep }) => {
  await signInAs(page, 'fs-zs-boss');
  await setClock(page, '2026-11-20');
  await page.goto('/accounts?q=抚松政数&platform=weibo');
  await page.getByRole('link', { name: ACCOUNT }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: ACCOUNT })).toBeVisible();
  await page.getByRole('link', { name: '平台核查', exact: true }).click();
  await expect(page.getByText('没有与备案不符之处')).toBeVisible();

  const panel = page.getByRole('dialog');
  await page.getByRole('button', { name: '记录一次查看' }).click();
  await panel.locator('button[type=submit]').click();
  await expect(panel.getByText('请至少填写一项').first()).toBeVisible();
  await panel.getByLabel('名称', { exact: true }).fill('抚松服务（演示）');
  await panel.getByLabel('平台永久编号').fill('2800000501');
  await expectNoBarriers(page);
  await keep('记录一次查看');
  await panel.locator('button[type=submit]').click();
  await expect(panel).toBeHidden();
  await expect(page.getByRole('heading', { level: 3, name: /名称与备案不符/ })).toBeVisible();
  await expectNoBarriers(page);
  await keep('与备案不符');

  await page.goto('/');
  await expect(page.getByText(`${ACCOUNT} 名称与备案不符`).first()).toBeVisible();
  await keep('工作台');

  await page.goto('/sightings');
  await expect(page.getByRole('heading', { level: 1, name: '平台核查' })).toBeVisible();
  await page.getByLabel('账号、主办单位或平台上的内容').fill('抚松服务');
  await expect(page.getByRole('cell', { name: '抚松服务（演示）' })).toBeVisible();
  await expectNoBarriers(page);
  await keep('清单');
  await page.getByRole('link', { name: ACCOUNT }).click();

  await page.getByRole('button', { name: '说明原因' }).click();
  await page.getByLabel('理由').fill('平台认证期间临时显示，正在恢复');
  await page.getByRole('dialog').getByRole('button', { name: '说明原因' }).click();
  await expect(page.getByText('已说明', { exact: true }).first()).toBeVisible();
  await page.getByRole('button', { name: '了结' }).click();
  await page.getByLabel('理由').fill('已核实，平台显示问题');
  await expectNoBarriers(page);
  await page.getByRole('dialog').getByRole('button', { name: '了结' }).click();
  await expect(page.getByText('已了结', { exact: true }).first()).toBeVisible();
  await keep('了结');
});

test('导入一批查看情况：有问题的行逐行说明', async ({ page, keep }) => {
  await signInAs(page, 'fs-zs-boss');
  await setClock(page, '2026-11-20');
  await page.goto('/sightings');
  await page.getByRole('button', { name: '导入查看情况' }).click();
  const panel = page.getByRole('dialog');
  const csv = [
    '平台,平台永久编号,名称,认证信息,查看日期',
    '微博,2800000501,抚松政数（演示）,某某文化公司,2026-11-19',
    '微博,9999999999,不知是谁,,2026-11-19',
    '微博,2800000501,x,,2026-11-21',
  ].join('\n');
  await panel.locator('input[type=file]').setInputFiles({
    name: '查看情况.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`\ufeff${csv}`),
  });
  await expect(panel.getByText('已记录 1 行，发现 1 处与备案不符')).toBeVisible();
  await expect(panel.getByText('第 3 行：没有找到对应的账号', { exact: false })).toBeVisible();
  await expect(panel.getByText('第 4 行：查看日期晚于今天')).toBeVisible();
  await expectNoBarriers(page);
  await keep('导入结果');
  await panel.getByRole('button', { name: '完成' }).click();
  await choose(page, /差异/, '认证信息与备案不符');
  await expect(page.getByRole('cell', { name: '某某文化公司' })).toBeVisible();
});
