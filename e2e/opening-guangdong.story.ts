import { expect, test } from './setup/site.ts';
import { approve, beginOpening, fillOpening, setClock, signInAs, submit } from './setup/steps.ts';

const NAME = '广州教育';

test('GD-4.2a 县级部门原则上不单独开设，系统说明依据', async ({ page, keep }) => {
  await signInAs(page, 'ch-nn-info');
  await setClock(page, '2026-11-20');
  await page.goto('/filings/new');
  await expect(page.getByText('原则上不单独开设', { exact: false }).first()).toBeVisible();
  await expect(page.getByRole('button', { name: '开始填写' })).toBeDisabled();
  await keep('县级部门不予受理');
});

test('GD-4.2b GD-4.2c 市直部门由市审批，开设后三日内登记', async ({ page, keep }) => {
  await signInAs(page, 'gz-jy-info');
  await setClock(page, '2026-11-20');
  await beginOpening(page);
  await fillOpening(page, {
    name: NAME,
    platform: /抖音/,
    reason: '发布招生和校园安全信息',
    answers: [
      [/公开认证信息/, '广州市教育局'],
      [/主要功能/, '信息发布、政策解读'],
      [/分管负责人/, '分管副局长'],
    ],
  });
  await submit(page);
  await signInAs(page, 'gz-jy-boss');
  await approve(page, NAME, '同意。');
  await signInAs(page, 'gz-bg-boss');
  await approve(page, NAME, '同意开设。');

  await signInAs(page, 'gz-jy-info');
  await setClock(page, '2026-11-24');
  await page.goto('/');
  await page
    .getByRole('listitem')
    .filter({ hasText: NAME })
    .getByRole('link', { name: /登记开设情况/ })
    .click();
  await page.getByLabel('开设日期').fill('2026-11-23');
  await page.getByLabel('平台永久编号').fill('58635617886');
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await expect(page.getByText('广东省政务新媒体管理系统').first()).toBeVisible();
  await page.goto('/');
  await expect(page.getByRole('listitem').filter({ hasText: '广东省政务新媒体管理系统' })).toContainText(
    '11月26日',
  );
  await keep('三日的期限');
});
