import type { Page } from '@playwright/test';
import { expect, test } from './setup/site.ts';
import { approve, choose, expectNoBarriers, setClock, signInAs, submit } from './setup/steps.ts';

const MAIN = '广州政务发布（演示）';
const CLOSING = '广州政务服务（演示）';
const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 900 };

async function onPhone(page: Page, keep: () => Promise<unknown>): Promise<void> {
  await page.setViewportSize(PHONE);
  await keep();
  await page.setViewportSize(DESK);
}

async function openProposal(page: Page): Promise<void> {
  await page.goto('/consolidations');
  await page.getByRole('link', { name: '同一平台多个账号' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: /同一平台多个账号/ })).toBeVisible();
}

test('GD-3.2a 清理整合：同一单位的两个公众号合并为一个，从分析到公众看到“已并入”', async ({ page, keep }) => {
  test.setTimeout(240_000);
  await page.setViewportSize(DESK);
  await signInAs(page, 'gz-bg-file');
  await setClock(page, '2026-11-17');
  await page.getByRole('link', { name: '清理整合' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '清理整合' })).toBeVisible();
  await page.getByLabel('看最近几个整月').fill('3');
  await page.getByLabel('关注数低于').fill('1000');
  await page.getByRole('button', { name: '重新分析' }).click();
  await expect(page.getByText(/分析完成：共 \d+ 条/)).toBeVisible();
  await expect(page.getByRole('cell', { name: new RegExp(CLOSING) }).first()).toBeVisible();
  await expectNoBarriers(page);
  await keep('分析结果');
  await onPhone(page, () => keep('分析结果（手机）'));

  await openProposal(page);
  await expect(page.getByText(/有 2 个账号，规定最多 1 个/)).toBeVisible();
  await expectNoBarriers(page);
  await keep('一条建议');
  await page.getByRole('button', { name: '下达任务' }).click();
  const panel = page.getByRole('dialog');
  await choose(page, /保留的主账号/, MAIN);
  await panel.getByRole('checkbox', { name: new RegExp(CLOSING) }).check();
  await panel.getByRole('textbox', { name: /期限/ }).fill('15');
  await panel.getByRole('textbox', { name: '要求' }).fill('合并前先告知关注用户。');
  await expectNoBarriers(page);
  await keep('下达任务');
  await panel.getByRole('button', { name: '下达任务' }).click();
  await expect(panel).toBeHidden();
  await expect(page.getByText('正在办理', { exact: true })).toBeVisible();
  await expect(page.getByText('2026年12月8日').first()).toBeVisible();

  await signInAs(page, 'gz-zf-oper');
  await expect(page.getByText(/清理整合：合并/).first()).toBeVisible();
  await keep('主办单位的工作台');
  await openProposal(page);
  await page.getByRole('button', { name: '转移到主账号' }).click();
  await expect(page.getByText(/没有服务事项/)).toBeVisible();
  await page.getByRole('button', { name: '登记告知情况' }).click();
  await panel.getByRole('textbox', { name: '公告网址' }).fill('https://mp.weixin.qq.com/s/told');
  await panel.getByRole('button', { name: '保存' }).click();
  await expect(panel).toBeHidden();
  await page.getByRole('button', { name: '登记去处' }).click();
  await panel.getByRole('textbox', { name: /历史信息的网址/ }).fill('https://www.gz.gov.cn/history');
  await panel.getByRole('button', { name: '保存' }).click();
  await expect(panel).toBeHidden();
  // While it saves, the button is faded; what is to be read is what stands after.
  const filing = page.getByRole('button', { name: '发起关停备案', exact: true });
  await expect(filing).toHaveCSS('opacity', '1');
  await expect(page.locator('.ant-btn-loading')).toHaveCount(0);
  await expectNoBarriers(page);
  await keep('逐步办理');
  await onPhone(page, () => keep('逐步办理（手机）'));
  await filing.click();
  await page.getByRole('link', { name: '查看关停备案' }).click();
  await expect(page.getByText(`并入“${MAIN}”`, { exact: false }).first()).toBeVisible();
  await fillClosing(page);
  await submit(page);
  await signInAs(page, 'gz-zf-boss');
  await approve(page, CLOSING, '同意。');
  await signInAs(page, 'gz-bg-file');
  await approve(page, CLOSING, '准予备案。');

  await openProposal(page);
  await expect(page.getByText('已办结', { exact: true })).toBeVisible();
  await expect(page.getByText('已关停', { exact: true })).toBeVisible();
  await expectNoBarriers(page);
  await keep('办结');

  await page.goto('/public/accounts?q=广州政务服务');
  await page.getByRole('link', { name: CLOSING }).first().click();
  await expect(page.getByText('已并入')).toBeVisible();
  await expectNoBarriers(page);
  await keep('公众看到的');
  await page.getByRole('link', { name: `“${MAIN}”` }).click();
  await expect(page.getByRole('heading', { level: 1, name: MAIN })).toBeVisible();
});

/** What the closing form of 广东 asks besides what is filled in. */
async function fillClosing(page: Page): Promise<void> {
  for (const [label, value] of [
    [/主要功能/, '政务服务'],
    [/分管负责人/, '张某某'],
    [/联系人及电话/, '综合科'],
    [/平台上的关停说明/, '本号停止更新，请关注主账号。'],
    [/平台上关停说明的网址/, 'https://mp.weixin.qq.com/s/closing'],
  ] as const) {
    const field = page.getByRole('textbox', { name: label });
    if (await field.count()) await field.first().fill(value);
  }
  await page
    .getByLabel(/生效日期/)
    .and(page.locator('input'))
    .first()
    .fill('2026-11-17');
  await expect(page.getByText('各项已满足，可以提交')).toBeVisible();
  await expect(page.getByText(/^已保存/).first()).toBeVisible();
}

test('逐月登记使用情况，填错的当场指出', async ({ page, keep }) => {
  await page.setViewportSize(DESK);
  await signInAs(page, 'fs-zs-info');
  await setClock(page, '2026-11-17');
  await page.goto('/accounts?q=抚松政数&platform=weibo');
  await page.getByRole('link', { name: '抚松政数（演示）' }).first().click();
  await page.getByRole('button', { name: '登记一个月' }).click();
  const panel = page.getByRole('dialog');
  await panel.getByRole('textbox', { name: /月份/ }).fill('2027-01');
  await panel.getByRole('textbox', { name: '发文数' }).fill('4');
  await panel.getByRole('button', { name: '保存' }).click();
  await expect(panel.getByText('月份不能晚于本月').first()).toBeVisible();
  await panel.getByRole('textbox', { name: /月份/ }).fill('2026-10');
  await panel.getByRole('textbox', { name: '阅读数' }).fill('1,200');
  await panel.getByRole('button', { name: '保存' }).click();
  await expect(panel).toBeHidden();
  await expect(page.getByText('2026-10：发文 4，阅读 1,200')).toBeVisible();
  await expectNoBarriers(page);
  await keep('使用情况');
});
