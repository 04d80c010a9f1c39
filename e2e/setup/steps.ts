import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** The one password of the demonstration. */
const PASSWORD = 'Yanshi-2026';

/** Signs a demonstration user in, whoever was signed in before. */
export async function signInAs(page: Page, userName: string): Promise<void> {
  await page.context().clearCookies();
  await page.goto('/sign-in');
  await page.getByLabel('用户名').fill(userName);
  await page.getByLabel('口令', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: '工作台' })).toBeVisible();
}

/** Sets the demonstration's clock, as a day at nine in the morning; somebody has to be signed in. */
export async function setClock(page: Page, day: string | null): Promise<void> {
  const session = await page.request.get('/api/v1/session');
  const { csrf } = (await session.json()) as { csrf: string };
  const answer = await page.request.put('/api/v1/demo/clock', {
    headers: { 'x-csrf-token': csrf },
    data: { now: day === null ? null : `${day}T09:00:00+08:00` },
  });
  expect(answer.status(), await answer.text()).toBe(200);
}

/** No barrier that axe knows of on the page as it stands (WCAG 2.2 AA). */
export async function expectNoBarriers(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map((n) => n.target.join(' ')) }))).toEqual([]);
}

/** Chooses an option of a drop-down list by what it shows. */
export async function choose(page: Page, label: RegExp, option: string | RegExp): Promise<void> {
  await page.getByRole('combobox', { name: label }).click();
  const list = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)');
  const wanted = list.locator('.ant-select-item-option').filter({ hasText: option }).first();
  await expect(wanted).toBeVisible();
  // The list may turn over to the other side of its field just as it is clicked: then one clicks again.
  await expect(async () => {
    if (await list.count()) await wanted.click({ timeout: 2000 });
    await expect(list).toHaveCount(0, { timeout: 2000 });
  }).toPass({ timeout: 15_000 });
}

/** Finds a unit by its name and opens it. */
export async function openUnit(page: Page, name: string): Promise<void> {
  await page.goto('/directory');
  await page.getByLabel('查找单位').fill(name);
  await page.getByRole('list', { name: '查找结果' }).getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 2, name, exact: true })).toBeVisible();
}

export interface Opening {
  readonly name: string;
  readonly platform: RegExp;
  readonly reason: string;
  /** Conditions that the host confirms, by label. */
  readonly conditions?: readonly RegExp[];
  /** Further answers of the jurisdiction's own form, by label. */
  readonly answers?: readonly (readonly [RegExp, string])[];
  /** Why the account differs from what a rule would rather have, where the form asks for it. */
  readonly exception?: string;
  /** Papers to attach, by the label of their place. */
  readonly papers?: readonly RegExp[];
}

/** Begins the opening of an account for the unit of whoever is signed in, up to the empty form. */
export async function beginOpening(page: Page): Promise<void> {
  await page.goto('/filings/new');
  await page.getByRole('button', { name: '开始填写' }).click();
  await expect(page).toHaveURL(/\/filings\/[\w-]+\/[0-9a-f-]{36}$/);
}

/** Fills the form as a handling officer would, and waits until the draft is saved and nothing stands in the way. */
export async function fillOpening(page: Page, opening: Opening): Promise<void> {
  await page.getByRole('combobox', { name: /账号类型|所在平台/ }).waitFor();
  const subject = page.getByRole('combobox', { name: /以谁的名义开设/ });
  if (await subject.count()) await choose(page, /以谁的名义开设/, '单位');
  await choose(page, /账号类型|所在平台/, opening.platform);
  await page.getByRole('checkbox', { name: /与本单位工作职责相关联/ }).check();
  for (const condition of opening.conditions ?? [])
    await page.getByRole('checkbox', { name: condition }).check();
  const answers = [
    [/账号名称/, opening.name],
    [/开设理由|事项说明|理由说明/, opening.reason],
    ...(opening.answers ?? []),
  ] as const;
  for (const [label, value] of answers) await page.getByRole('textbox', { name: label }).fill(value);
  for (const paper of opening.papers ?? []) await attach(page, paper);
  if (opening.exception) await page.getByLabel('例外的理由').fill(opening.exception);
  await expect(page.getByText('各项已满足，可以提交')).toBeVisible();
  await expect(page.getByText(/^已保存/)).toBeVisible();
}

/** A small but real PDF, the kind of paper that is attached. */
const PAPER = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\nxref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n' +
    '0000000052 00000 n \n0000000101 00000 n \ntrailer<</Size 4/Root 1 0 R>>\nstartxref\n164\n%%EOF\n',
);

async function attach(page: Page, paper: RegExp): Promise<void> {
  await page
    .getByLabel(paper)
    .last()
    .setInputFiles({ name: '保障制度.pdf', mimeType: 'application/pdf', buffer: PAPER });
  await expect(page.getByRole('link', { name: /保障制度\.pdf/ }).first()).toBeVisible();
}

/** Submits the filing on the screen. */
export async function submit(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(提交审批|修改后重新提交)$/ }).click();
  const confirm = page.getByRole('dialog').getByRole('button', { name: /提交/ });
  if (await confirm.isVisible().catch(() => false)) await confirm.click();
  await expect(page.getByText('审批中', { exact: true }).first()).toBeVisible();
}

/** Opens what waits for the signed-in person under this name and approves it, sealing and signing where asked. */
export async function approve(page: Page, name: string, opinion: string): Promise<void> {
  await page.goto('/');
  await page
    .getByRole('listitem')
    .filter({ hasText: name })
    .getByRole('link', { name: /去审批/ })
    .click();
  const panel = page.locator('#decide');
  await expect(panel).toBeVisible();
  const seal = panel.getByRole('checkbox', { name: /已加盖公章/ });
  if (await seal.count()) await seal.check();
  await panel.getByRole('textbox', { name: /意见/ }).fill(opinion);
  await panel.getByRole('button', { name: '同意', exact: true }).click();
  await expect(panel).toBeHidden();
}
