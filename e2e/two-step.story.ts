import { createHmac } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expect, test } from './setup/site.ts';
import { expectNoBarriers, signInAs } from './setup/steps.ts';

const USER = 'qj-xc-oper';
const PASSWORD = 'Yanshi-2026';
const STEP_MS = 30_000;
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** What an authenticator app shows (RFC 6238), `ahead` steps from now. */
function codeOf(secret: string, ahead = 0): string {
  const bits = [...secret].map((each) => BASE32.indexOf(each).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / STEP_MS) + ahead));
  const mac = createHmac('sha1', key).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 0xf;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

async function openMyAccount(page: Page) {
  await page.locator('.jz-person').click();
  return page.getByRole('dialog', { name: '我的账户' });
}

test('本人启用两步验证，退出后凭口令和动态码登录，再停用', async ({ page, keep }) => {
  await signInAs(page, USER);
  const panel = await openMyAccount(page);
  await panel.getByRole('link', { name: '修改口令' }).click();
  await page.getByRole('button', { name: /依据/ }).first().click();
  await expect(page.getByRole('dialog')).toContainText('綦江');
  await expectNoBarriers(page);
  await keep('口令要求的依据');
  await page.goto('/');
  await openMyAccount(page);
  await panel.getByLabel('输入口令以启用').fill(PASSWORD);
  await panel.getByRole('button', { name: '启用', exact: true }).click();
  await expect(panel.getByRole('img', { name: '两步验证的二维码' })).toBeVisible();
  const secret = await panel.locator('code').innerText();
  await expectNoBarriers(page);
  await keep('扫描二维码');
  await panel.getByLabel('动态码').fill(codeOf(secret));
  await panel.getByRole('button', { name: '确认启用' }).click();
  await expect(panel.getByText('已启用', { exact: true })).toBeVisible();
  await keep('已启用');
  await panel.getByRole('button', { name: '关闭' }).click();

  await page.getByRole('button', { name: '退出登录' }).click();
  await page.getByLabel('用户名').fill(USER);
  await page.getByLabel('口令', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByLabel('动态码')).toBeFocused();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expectNoBarriers(page);
  await keep('要求动态码');
  await page.getByLabel('动态码').fill(codeOf(secret, -3));
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByText('动态码不正确或已过期', { exact: false })).toBeVisible();
  // The code of this half minute is used up by the confirmation; the next one is taken already.
  await page.getByLabel('动态码').fill(codeOf(secret, 1));
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: '工作台' })).toBeVisible();

  await openMyAccount(page);
  await panel.getByLabel('输入口令以停用').fill(PASSWORD);
  await panel.getByRole('button', { name: '停用', exact: true }).click();
  await expect(panel.getByText('未启用', { exact: true })).toBeVisible();
  await keep('已停用');
});
