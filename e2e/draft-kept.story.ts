import type { Page } from '@playwright/test';
import { expect, test } from './setup/site.ts';
import { beginOpening, setClock, signInAs } from './setup/steps.ts';

const name = (page: Page) => page.getByRole('textbox', { name: /账号名称/ });
const contact = (page: Page) => page.getByRole('textbox', { name: /联系人/ });
const DRAFT = '**/api/v1/filings/**/draft';

test('草稿不丢：保存的答复断在路上，接着填、接着存', async ({ page }) => {
  await signInAs(page, 'fs-rs-info');
  await setClock(page, '2026-09-29');
  await beginOpening(page);
  await name(page).fill('抚松人社');
  await expect(page.getByText(/已保存/)).toBeVisible();

  let lost = 0;
  await page.route(DRAFT, async (route) => {
    if (lost > 0) return route.continue();
    lost += 1;
    await route.fetch();
    await route.abort('connectionreset');
  });
  await contact(page).fill('信息员甲');
  await expect.poll(() => lost).toBe(1);
  await contact(page).fill('信息员乙');
  await expect(page.getByText(/已保存/)).toBeVisible({ timeout: 15_000 });
  await expect(page.getByText(/刚被他人修改/)).toHaveCount(0);
  await page.reload();
  await expect(contact(page)).toHaveValue('信息员乙');
});

test('草稿不丢：两个页面同填一份，后存的不盖掉先存的', async ({ page, context }) => {
  await signInAs(page, 'fs-rs-info');
  await beginOpening(page);
  await contact(page).fill('信息员甲');
  await expect(page.getByText(/已保存/)).toBeVisible();
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(name(other)).toBeVisible();

  const saved = page.waitForResponse(DRAFT);
  await name(page).fill('抚松人社');
  expect((await saved).status()).toBe(200);
  // The answer to an upload brings the newer draft to a page that shows the older one.
  const buffer = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');
  await other
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: '制度.pdf', mimeType: 'application/pdf', buffer });
  await expect(name(other)).toHaveValue('抚松人社');
  const savedThere = other.waitForResponse(DRAFT);
  await contact(other).fill('信息员丙');
  expect((await savedThere).status()).toBe(200);

  await page.reload();
  await expect(name(page)).toHaveValue('抚松人社');
  await expect(contact(page)).toHaveValue('信息员丙');
});
