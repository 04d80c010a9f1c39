import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{server,contracts,cli,web,scripts,bench,migrations}/**/*.test.{ts,tsx}'],
    globalSetup: ['server/kernel/db/testing-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 90_000,
  },
});
