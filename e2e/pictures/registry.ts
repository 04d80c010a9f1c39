import type { Page } from '@playwright/test';
import { expect, test } from '../setup/site.ts';
import { approve, beginOpening, choose, fillOpening, setClock, signInAs, submit } from '../setup/steps.ts';
import { keep } from './keep.ts';

const CLOSED = '新区经发（演示）';

async function openAccount(page: Page, query: string): Promise<void> {
  await page.goto(`/accounts?${query}`);
  await page.getByRole('table').getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
}

async function answer(page: Page, answers: readonly (readonly [RegExp, string])[]): Promise<void> {
  for (const [label, value] of answers) await page.getByRole('textbox', { name: label }).fill(value);
  await expect(page.getByText('各项已满足，可以提交')).toBeVisible();
  await expect(page.getByText(/^已保存/)).toBeVisible();
}

test('变更：新旧对照', async ({ page }) => {
  await signInAs(page, 'fs-rs-oper');
  await setClock(page, '2026-09-21');
  await openAccount(page, 'q=抚松人社&platform=weibo');
  await page.getByRole('link', { name: '变更', exact: true }).click();
  await page.getByRole('button', { name: '开始填写' }).click();
  await page.getByRole('checkbox', { name: '其他' }).check();
  await answer(page, [
    [/^其他/, '认证信息与单位全称一致'],
    [/公开认证信息/, '抚松县人力资源和社会保障局'],
    [/账号功能/, '发布就业、社保信息，提供查询服务'],
    [/联系人/, '信息员 000-0000001'],
  ]);
  await page.getByText('变更对照').first().scrollIntoViewIfNeeded();
  await keep(page, 'change');
});

test('关停：公告期内不能生效，公众看得到还有几天', async ({ page }) => {
  await signInAs(page, 'lz-jf-oper');
  await setClock(page, '2021-03-01');
  await openAccount(page, `q=${CLOSED}`);
  await page.getByRole('link', { name: '关停', exact: true }).click();
  await page.getByRole('button', { name: '开始填写' }).click();
  await page.getByRole('checkbox', { name: '无力维护' }).check();
  await choose(page, /决定方式/, '主要领导同意');
  await answer(page, [
    [/理由说明/, '人员不足，无力维护'],
    [/承担的任务/, '发布招商信息'],
    [/责任人/, '办公室主任'],
    [/经费保障/, '停止列支'],
    [/联系人及电话/, '综合科'],
  ]);
  await submit(page);
  const filing = page.url();
  await signInAs(page, 'lz-jf-boss');
  await approve(page, CLOSED, '同意关停。');
  await signInAs(page, 'lz-bg-file');
  await approve(page, CLOSED, '准予备案。');
  await signInAs(page, 'lz-jf-oper');
  await setClock(page, '2021-03-12');
  await page.goto(filing);
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await expect(page.getByText(/最早 2021-03-23 起生效/).first()).toBeVisible();
  await keep(page, 'closing');
  await page.goto('/public/notices');
  await page
    .getByRole('link', { name: /新区经发/ })
    .first()
    .click();
  await keep(page, 'public-notice');
});

test('园区汇总报送', async ({ page }) => {
  await signInAs(page, 'lz-zcz-info');
  await setClock(page, '2021-03-01');
  await beginOpening(page);
  await fillOpening(page, {
    name: '中川发布',
    platform: /微博/,
    reason: '发布民生信息，方便群众办事',
    answers: [
      [/承担的任务/, '发布信息、政策解读、互动交流'],
      [/责任人/, '宣传委员'],
      [/经费保障/, '列入年度预算'],
    ],
  });
  await submit(page);
  await signInAs(page, 'lz-zcz-boss');
  await approve(page, '中川发布', '同意开设。');
  await signInAs(page, 'lz-zc-file');
  await page.goto('/filings');
  await page.getByRole('link', { name: /汇总报送/ }).click();
  await page.getByRole('checkbox', { name: '园区已在报送清单上用印' }).check();
  await keep(page, 'relay');
});

test('台账、预警', async ({ page }) => {
  await signInAs(page, 'fs-zs-admin');
  await setClock(page, '2026-12-07');
  await openAccount(page, 'q=抚松政数&platform=weibo');
  await page.locator('#ledger').scrollIntoViewIfNeeded();
  await page.evaluate(() => document.getElementById('ledger')?.scrollIntoView());
  await keep(page, 'ledger');
  await page.goto('/stewardship');
  await expect(page.getByRole('list', { name: '按事项计数' })).toBeVisible();
  await keep(page, 'warnings');
});

test('平台核查', async ({ page }) => {
  await signInAs(page, 'fs-zs-boss');
  await setClock(page, '2026-11-20');
  await openAccount(page, 'q=抚松政数&platform=weibo');
  await page.getByRole('link', { name: '平台核查', exact: true }).click();
  await page.getByRole('button', { name: '记录一次查看' }).click();
  const panel = page.getByRole('dialog');
  await panel.getByLabel('名称', { exact: true }).fill('抚松服务（演示）');
  await panel.getByLabel('平台永久编号').fill('2800000501');
  await panel.locator('button[type=submit]').click();
  await expect(page.getByRole('heading', { level: 3, name: /名称与备案不符/ })).toBeVisible();
  await keep(page, 'drift');
});

test('清理整合', async ({ page }) => {
  await signInAs(page, 'gz-bg-file');
  await setClock(page, '2026-11-20');
  await page.goto('/consolidations');
  await page.getByRole('button', { name: '重新分析' }).click();
  await page.getByRole('table').getByRole('link').first().click();
  await expect(page.getByRole('heading', { name: '理由' })).toBeVisible();
  await keep(page, 'consolidation');
});
