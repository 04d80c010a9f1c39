import type { Page } from '@playwright/test';
import { expect, test } from './setup/site.ts';
import { approve, choose, expectNoBarriers, setClock, signInAs, submit } from './setup/steps.ts';

const NAME = '新区经发（演示）';

async function openDossier(page: Page): Promise<void> {
  await page.goto('/accounts');
  await page.getByRole('link', { name: NAME }).click();
  await expect(page.getByRole('heading', { level: 1, name: NAME })).toBeVisible();
}

async function recordToday(page: Page): Promise<void> {
  await page.reload();
  await page.getByRole('button', { name: '登记', exact: true }).click();
}

test('LZ-13c 兰州新区关停一个账号：公告满15个工作日才能生效，第14个工作日被拒绝并说明原因', async ({
  page,
  keep,
}) => {
  test.setTimeout(300_000);
  await signInAs(page, 'lz-jf-oper');
  await setClock(page, '2021-03-01');
  await openDossier(page);
  await keep('账号档案');
  await page.getByRole('link', { name: '关停', exact: true }).click();
  await expect(page.getByText('审批通过后由系统向社会公告，满15个工作日才能生效。')).toBeVisible();
  await expectNoBarriers(page);
  await keep('关停之前');
  await page.getByRole('button', { name: '开始填写' }).click();
  await page.getByRole('checkbox', { name: '无力维护' }).check();
  await choose(page, /决定方式/, '主要领导同意');
  for (const [label, value] of [
    [/理由说明/, '人员不足，无力维护'],
    [/承担的任务/, '发布招商信息'],
    [/责任人/, '办公室主任'],
    [/经费保障/, '停止列支'],
    [/联系人及电话/, '综合科'],
  ] as const)
    await page.getByRole('textbox', { name: label }).fill(value);
  await expect(page.getByText('各项已满足，可以提交')).toBeVisible();
  await expect(page.getByText(/^已保存/)).toBeVisible();
  await expectNoBarriers(page);
  await keep('填写');
  await submit(page);
  const filing = page.url();
  await signInAs(page, 'lz-jf-boss');
  await approve(page, NAME, '同意关停。');
  await signInAs(page, 'lz-bg-file');
  await approve(page, NAME, '准予备案。');

  await signInAs(page, 'lz-jf-oper');
  await expect(page.getByText('已批准，正在公告，2021-03-23 起可以生效')).toBeVisible();
  await page.goto(filing);
  await expect(page.getByText(/15个工作日 → .*3月22日.*公告期满/).first()).toBeVisible();
  await setClock(page, '2021-03-19');
  await recordToday(page);
  const refused = page.getByText(/须满15个工作日，公告期至 2021-03-22 止，最早 2021-03-23 起生效/).first();
  await expect(refused).toBeVisible();
  await page.getByRole('button', { name: '怎么算的' }).first().click();
  await expectNoBarriers(page);
  await keep('第14个工作日被拒绝');
  await page.setViewportSize({ width: 390, height: 844 });
  await keep('第14个工作日被拒绝（手机）');
  await page.setViewportSize({ width: 1280, height: 900 });

  await setClock(page, '2021-03-22');
  await recordToday(page);
  await expect(refused).toBeVisible();

  await setClock(page, '2021-03-23');
  await recordToday(page);
  await expect(page.getByText('备案完成', { exact: true }).first()).toBeVisible();
  await expectNoBarriers(page);
  await keep('满15个工作日后生效');
  await openDossier(page);
  await expect(page.getByText('已关停', { exact: true }).first()).toBeVisible();
  await expect(page.getByRole('link', { name: '注销', exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: '关停', exact: true })).toBeHidden();
  await keep('关停后的档案');
  await setClock(page, null);
});
