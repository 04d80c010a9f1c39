import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { sampleDirectory } from '../../scripts/sample-directory.ts';
import { writeXlsx } from '../../server/documents/xlsx-write.ts';
import { expect, test } from '../setup/site.ts';
import { approve, beginOpening, fillOpening, setClock, signInAs, submit } from '../setup/steps.ts';
import { IMAGES, keep } from './keep.ts';

const PRINTED = fileURLToPath(new URL('../../test-results/handbook', import.meta.url));

const HOST = 'fs-rs-info';
/** As the account that the demonstration's unit has already: names on all platforms are the same. */
const NAME = '抚松人社（演示）';

/** The day of the picture of the workbench; what was approved before it stands overdue, soon and later there. */
const TODAY = '2026-09-29';
const APPROVED = [
  ['2026-09-18', /微信/],
  ['2026-09-24', /今日头条/],
  [TODAY, /抖音/],
] as const;

const opening = (platform: RegExp, name = NAME) => ({
  name,
  platform,
  reason: '方便群众查询社保和就业政策，及时回应咨询',
  answers: [
    [/公开认证信息/, '抚松县人力资源和社会保障局'],
    [/账号功能/, '信息发布、政策解读、办事服务'],
    [/联系人/, '信息员 000-0000001'],
  ] as const,
  papers: [/保障制度/],
});

async function fileAndSubmit(page: Page, platform: RegExp, name = NAME): Promise<void> {
  await signInAs(page, HOST);
  await beginOpening(page);
  await fillOpening(page, opening(platform, name));
  await submit(page);
}

async function openDecision(page: Page, who: string): Promise<void> {
  await signInAs(page, who);
  await page
    .getByRole('listitem')
    .filter({ hasText: NAME })
    .getByRole('link', { name: /去审批/ })
    .first()
    .click();
  await expect(page.locator('#decide')).toBeVisible();
}

test.beforeAll(() => {
  for (const folder of [IMAGES, PRINTED]) mkdirSync(folder, { recursive: true });
});

test('登录、开设之前、填写、审批', async ({ page }) => {
  await page.goto('/sign-in');
  await expect(page.getByText('演示账户')).toBeVisible();
  await keep(page, 'sign-in');

  await signInAs(page, HOST);
  await setClock(page, APPROVED[0][0]);
  await page.goto('/filings/new');
  await expect(page.getByText('县主管单位审批').first()).toBeVisible();
  await keep(page, 'start-filing');

  for (const [day, platform] of APPROVED) {
    await signInAs(page, HOST);
    await setClock(page, day);
    if (day === APPROVED[0][0]) {
      await beginOpening(page);
      await page.getByRole('textbox', { name: /账号名称/ }).fill(NAME);
      await expect(page.getByText(/^已保存/)).toBeVisible();
      await keep(page, 'filing-form');
      await fillOpening(page, opening(platform));
      await submit(page);
      await page.evaluate(() => window.scrollTo(0, 0));
      await keep(page, 'filing-under-review');
    } else await fileAndSubmit(page, platform);
    await signInAs(page, 'fs-rs-boss');
    await approve(page, NAME, '同意开设。');
    await signInAs(page, 'fs-zs-boss');
    await approve(page, NAME, '同意。');
    await signInAs(page, 'bs-zs-file');
    await approve(page, NAME, '予以备案。');
  }
});

test('工作台、手机上的审批、档案、打印', async ({ page }) => {
  await fileAndSubmit(page, /快手/);
  await page.setViewportSize({ width: 390, height: 844 });
  await openDecision(page, 'fs-rs-boss');
  await keep(page, 'approval-phone');
  await page.locator('#decide').scrollIntoViewIfNeeded();
  await keep(page, 'approval-phone-decide');
  await page.setViewportSize({ width: 1200, height: 820 });
  await page.getByRole('button', { name: '退回修改' }).click();
  const asking = page.getByRole('dialog');
  await asking.getByRole('textbox').fill('“账号功能”写得太笼统，请写明开通哪些办事服务。');
  await asking.getByRole('button', { name: '退回修改' }).click();
  await expect(asking).toBeHidden();

  await signInAs(page, HOST);
  await beginOpening(page);
  await page.getByRole('textbox', { name: /账号名称/ }).fill('抚松就业');
  await expect(page.getByText(/^已保存/)).toBeVisible();
  await page.setViewportSize({ width: 1200, height: 1040 });
  await page.goto('/');
  await expect(page.getByRole('heading', { name: /三天内到期/ })).toBeVisible();
  await keep(page, 'workbench');
  await page.setViewportSize({ width: 1200, height: 820 });

  await page.goto('/accounts?platform=wechat');
  await page.getByRole('link', { name: NAME }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(NAME);
  await page.getByText('怎么算的').first().click();
  await keep(page, 'account');
  await page.goto('/filings');
  const filing = page.getByRole('row').filter({ hasText: '微信' }).getByRole('link').first();
  await filing.click();
  const href = await page.getByRole('link', { name: /PDF/ }).first().getAttribute('href');
  const answer = await page.request.get(href ?? '');
  expect(answer.status()).toBe(200);
  writeFileSync(join(PRINTED, 'printed-form.pdf'), await answer.body());
});

test('不予受理、依据、期限、日历', async ({ page }) => {
  await signInAs(page, 'wj-jy-info');
  await page.goto('/filings/new');
  await expect(page.getByText('不得以内设机构名义开设', { exact: false }).first()).toBeVisible();
  await keep(page, 'refused');
  await signInAs(page, HOST);
  await page.goto('/policy/due?from=2026-09-29&n=7&unit=wd');
  await expect(page.getByText('2026年10月14日').first()).toBeVisible();
  await keep(page, 'due');
  await page.goto('/policy/holds');
  await expect(page.getByRole('list', { name: '自上而下适用' })).toBeVisible();
  await keep(page, 'holds');
  await page.goto('/policy/holds?q=主管单位');
  const several = page.getByRole('listitem').filter({ hasText: /另有 \d+ 级规定未采用/ });
  await several
    .first()
    .getByRole('button', { name: /查看依据/ })
    .click();
  await expect(page.getByRole('dialog').getByText('未采用').first()).toBeVisible();
  await keep(page, 'basis');
  await page.goto('/policy/calendar?year=2026');
  await expect(page.getByText('调休上班').first()).toBeVisible();
  await page.mouse.wheel(0, 420);
  await page.waitForTimeout(300);
  await keep(page, 'calendar');
});

test('单位、批量导入、审计', async ({ page }) => {
  await signInAs(page, 'fs-zs-admin');
  await setClock(page, TODAY);
  await page.goto('/directory?q=抚松县人力');
  await page.getByText('抚松县人力资源和社会保障局').first().click();
  await page.getByRole('heading', { name: '岗位与任职' }).scrollIntoViewIfNeeded();
  await page.mouse.wheel(0, 230);
  await keep(page, 'directory');
  const { sheets } = sampleDirectory({ units: 40, people: 60, mistakes: true, seed: 1 });
  const parts: Buffer[] = [];
  for await (const part of writeXlsx(sheets)) parts.push(Buffer.from(part));
  await page.goto('/directory/import');
  await page.locator('input[type=file]').setInputFiles({
    name: '抚松县单位和人员.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.concat(parts),
  });
  await expect(page.getByText(/发现 \d+ 处问题/)).toBeVisible();
  await keep(page, 'import');
  await page.goto('/audit');
  await page.getByRole('button', { name: '校验记录' }).click();
  await expect(page.getByText(/校验通过/)).toBeVisible();
  await keep(page, 'audit');
});
