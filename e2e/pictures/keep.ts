import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expect } from '../setup/site.ts';

export const IMAGES = fileURLToPath(new URL('../../docs/handbook/images', import.meta.url));

/** Takes the picture of this name for the handbook, of what the window shows. */
export async function keep(page: Page, name: string): Promise<void> {
  // What has just been said passes by itself and is no part of the picture.
  await expect(page.locator('.ant-message-notice')).toHaveCount(0);
  await page.screenshot({ path: join(IMAGES, `${name}.png`), animations: 'disabled' });
}
