import { expect, test } from './setup/site.ts';
import { expectNoBarriers, signInAs } from './setup/steps.ts';

const SCREENS = [
  ['/', '工作台'],
  ['/accounts', '账号'],
  ['/filings', '备案'],
  ['/filings/new', '新办备案'],
  ['/policy', '依据'],
  ['/policy/holds', ''],
  ['/policy/due', ''],
  ['/policy/trace', ''],
  ['/policy/calendar', ''],
  ['/directory', ''],
  ['/directory/people', ''],
  ['/directory/import', ''],
  ['/audit', '审计'],
] as const;

test('每个页面都没有障碍，键盘能到，手机宽度不用左右拖', async ({ page, keep }) => {
  test.setTimeout(300_000);
  await signInAs(page, 'fs-zs-admin');
  for (const [path] of SCREENS) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForLoadState('networkidle');
    await expectNoBarriers(page);
    await page.setViewportSize({ width: 360, height: 740 });
    const wider = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await expect.poll(wider, { message: path }).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1440, height: 900 });
  }
  await keep('审计');
});

test('登录页没有障碍；口令不对时说明，不透露用户是否存在', async ({ page }) => {
  await page.goto('/sign-in');
  await expect(page.getByLabel('用户名')).toBeVisible();
  await expectNoBarriers(page);
  for (const name of ['fs-rs-info', 'nobody-here']) {
    await page.getByLabel('用户名').fill(name);
    await page.getByLabel('口令', { exact: true }).fill('not-the-password-1');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await expect(page.getByText('用户名或口令不正确', { exact: false })).toBeVisible();
  }
});

test('审计记录逐条校验通过', async ({ page, keep }) => {
  await signInAs(page, 'fs-zs-admin');
  await page.goto('/audit');
  await page.getByRole('button', { name: '校验记录' }).click();
  await expect(page.getByText(/校验通过：/)).toBeVisible();
  await keep('校验通过');
});

test('算期限：2026年9月29日起7个工作日到10月14日，10月10日调休上班计入', async ({ page, keep }) => {
  await signInAs(page, 'fs-rs-info');
  await page.goto('/policy/due?from=2026-09-29&term=7wd');
  await expect(page.getByText('10月14日', { exact: false }).first()).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: '10月10日' })).toContainText(/调休，第4日，计入/);
  await keep('逐日说明');
});
