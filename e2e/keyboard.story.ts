import type { Page } from '@playwright/test';
import { expect, test } from './setup/site.ts';
import { signInAs } from './setup/steps.ts';

/** Tabs through the page and lists the stops where nothing shows that they have the focus. */
async function unseenStops(page: Page): Promise<string[]> {
  const unseen: string[] = [];
  for (let stop = 0; stop < 25; stop++) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      // A field inside a frame of its own shows the focus on the frame.
      const frames = [
        element,
        element.parentElement,
        element.closest('.ant-select, .ant-input-affix-wrapper'),
      ];
      const seen = frames.some((each) => {
        const style = each && getComputedStyle(each);
        return style && (style.outlineStyle !== 'none' || style.boxShadow !== 'none');
      });
      return { seen, what: `${element.tagName} ${element.textContent?.slice(0, 30)}` };
    });
    if (!found) break;
    if (!found.seen) unseen.push(found.what);
  }
  return unseen;
}

test('只用键盘：登录、走到每一处，都看得见焦点在哪里', async ({ page }) => {
  await page.goto('/sign-in');
  await expect(page.getByLabel('用户名')).toBeVisible();
  expect(await unseenStops(page)).toEqual([]);
  await signInAs(page, 'fs-rs-info');
  for (const screen of ['/', '/accounts', '/filings', '/policy', '/directory', '/directory/people']) {
    await page.goto(screen);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await unseenStops(page), screen).toEqual([]);
  }
});
