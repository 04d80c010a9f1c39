import { defineConfig } from '@playwright/test';
import { prepareBrowser } from './scripts/browser.mjs';

const browser = prepareBrowser();

/**
 * The stories: `npm test -- --browser`, or `npx playwright test e2e/opening-fusong.story.ts` once web/dist is built.
 * Each story file has a server and a database of its own (e2e/setup/site.ts), and so its own clock.
 */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.story.ts',
  outputDir: 'test-results/playwright',
  workers: 2,
  fullyParallel: false,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['list'], ['json']] : 'list',
  use: {
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    screenshot: 'on',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: browser.executablePath,
      env: { ...process.env, ...browser.env },
      // The package's own arguments switch web security off.
      args: ['--no-sandbox', '--disable-gpu'],
    },
  },
});
