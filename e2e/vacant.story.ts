import { expect, test } from './setup/site.ts';
import {
  beginOpening,
  choose,
  expectNoBarriers,
  fillOpening,
  openUnit,
  setClock,
  signInAs,
  submit,
} from './setup/steps.ts';

const SUPERVISOR = '抚松县政务服务和数字化建设管理局';
const LEADER = '抚松政数·主要领导（演示）';
const VACANT = `由${SUPERVISOR}的主要领导办理，该岗位目前空缺`;
const FILING = {
  name: '抚松县政府',
  platform: /抖音/,
  reason: '发布县政府信息，方便群众查询',
  answers: [
    [/公开认证信息/, '抚松县人民政府'],
    [/账号功能/, '信息发布、政策解读'],
    [/联系人/, '信息员 000-0000002'],
  ],
  papers: [/保障制度/],
} as const;

test('主管单位主要领导空缺：新的备案不能提交，指明空缺的岗位；补任职后可以提交', async ({ page, keep }) => {
  await signInAs(page, 'fs-zf-info');
  await setClock(page, '2026-11-20');
  await beginOpening(page);
  await fillOpening(page, FILING);
  const filing = page.url();

  await signInAs(page, 'fs-zs-admin');
  await openUnit(page, SUPERVISOR);
  await page.getByRole('button', { name: `结束${LEADER}的任职` }).click();
  const panel = page.getByRole('dialog');
  await panel.getByLabel(/任职的最后一日/).fill('2026-11-19');
  await panel.getByRole('textbox', { name: /原因/ }).fill('退休');
  await expectNoBarriers(page);
  await panel.getByRole('button', { name: '结束任职' }).click();
  await expect(page.getByText('空缺', { exact: true })).toBeVisible();

  await signInAs(page, 'fs-zf-info');
  await page.goto('/filings/new');
  await expect(page.getByText('目前还不能开始填写')).toBeVisible();
  await expect(page.getByText(VACANT).first()).toBeVisible();
  await expect(page.getByRole('button', { name: '开始填写' })).toBeDisabled();
  await expectNoBarriers(page);
  await keep('开始之前就说明');
  await page.goto(filing);
  await expect(page.getByText(VACANT).first()).toBeVisible();
  await page.getByRole('button', { name: '提交审批' }).click();
  await expect(page.getByRole('alert')).toContainText(VACANT);
  await expectNoBarriers(page);
  await keep('不能提交');

  await signInAs(page, 'fs-zs-admin');
  await openUnit(page, SUPERVISOR);
  await page.getByRole('button', { name: '任职：主要领导' }).click();
  await panel.getByRole('combobox', { name: /人员/ }).fill('抚松政数·主要领导');
  await choose(page, /人员/, LEADER);
  await panel.getByRole('button', { name: '任职', exact: true }).click();
  await expect(page.getByText('空缺', { exact: true })).toHaveCount(0);

  await signInAs(page, 'fs-zf-info');
  await page.goto(filing);
  await submit(page);
});
