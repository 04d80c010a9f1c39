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

const NAME = '抚松县政府';
const ENTER = '全国政务新媒体信息报送系统';

test('FS-11 跨元旦的三个工作日先是暂定；市级管理员录入放假通知后重算，到期日改变并通知承办人', async ({
  page,
  keep,
}) => {
  await signInAs(page, 'fs-zf-info');
  await setClock(page, '2026-12-22');
  await beginOpening(page);
  await fillOpening(page, {
    name: NAME,
    platform: /微信/,
    reason: '发布县政府信息，方便群众查询',
    answers: [
      [/公开认证信息/, '抚松县人民政府'],
      [/账号功能/, '信息发布、政策解读'],
      [/联系人/, '信息员 000-0000002'],
    ],
    papers: [/保障制度/],
  });
  await submit(page);
  await signInAs(page, 'fs-zf-boss');
  await approve(page, NAME, '同意开设。');
  await signInAs(page, 'fs-zs-boss');
  await approve(page, NAME, '同意。');
  await signInAs(page, 'bs-zs-file');
  await setClock(page, '2026-12-30');
  await approve(page, NAME, '予以备案。');

  await signInAs(page, 'fs-zf-info');
  const task = page.locator('.jz-task').filter({ hasText: ENTER });
  await expect(task).toContainText('1月5日');
  await expect(task).toContainText('暂定');
  await expectNoBarriers(page);
  await keep('暂定的到期日');

  await signInAs(page, 'fs-zs-admin');
  await page.goto('/policy/calendar?year=2027');
  await expect(page.getByText('尚未公布，按法定节假日推算')).toBeVisible();
  await keep('县级管理员看2027年');

  await signInAs(page, 'bs-zs-admin');
  await page.goto('/policy/calendar?year=2027');
  await page.getByRole('button', { name: '修改安排' }).click();
  await page.getByLabel('放假通知').fill('测试通知');
  await page.locator('#holiday-to-0').fill('2027-01-04');
  await page.getByRole('button', { name: '增加一天' }).click();
  await page.getByLabel('日期').fill('2027-01-10');
  await expectNoBarriers(page);
  await keep('录入2027年');
  await page.getByRole('button', { name: '保存并重算期限' }).click();
  await expect(page.getByText('已公布', { exact: true })).toBeVisible();
  await expectNoBarriers(page);
  await keep('已录入');

  await signInAs(page, 'fs-zf-info');
  await expect(async () => {
    await page.reload();
    await expect(task).toContainText('1月6日', { timeout: 1000 });
  }).toPass({ timeout: 20_000 });
  await expect(task).not.toContainText('暂定');
  await expect(page.getByText(/到期日由2027年1月5日变为2027年1月6日/)).toBeVisible();
  await keep('重算之后');
});
