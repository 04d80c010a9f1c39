import { defineConfig } from '@playwright/test';
import stories from '../../playwright.config.ts';

/** The pictures of the handbook: `node scripts/handbook-pictures.mjs`. They are no test, so `npm test` leaves them out. */
export default defineConfig({
  ...stories,
  testDir: '.',
  testMatch: ['handbook.ts', 'registry.ts', 'everyday.ts'],
  outputDir: '../../test-results/pictures',
  workers: 1,
  timeout: 240_000,
  use: {
    ...stories.use,
    actionTimeout: 10_000,
    viewport: { width: 1200, height: 820 },
    screenshot: 'off',
    trace: 'off',
  },
});
