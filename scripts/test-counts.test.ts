import { expect, test } from 'vitest';
import { countPlaywright, countVitest } from './test-counts.mjs';

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((one) => ({ status: one })),
});

test('vitest: tests are counted, and a file that could not be read is a failure', () => {
  const report = {
    numPassedTests: 5,
    numFailedTests: 1,
    testResults: [file('failed', 'failed'), file('failed')],
  };
  expect(countVitest(report, 1)).toEqual({ passed: 5, failed: 2 });
});

test('playwright: a flaky test is a failed one', () => {
  const report = { stats: { expected: 3, unexpected: 1, flaky: 1 }, errors: [] };
  expect(countPlaywright(report, 1)).toEqual({ passed: 3, failed: 2 });
});

test('no report, or an exit code without a failed test, is never a success', () => {
  expect(countVitest(null, 0)).toEqual({ passed: 0, failed: 1 });
  expect(countPlaywright(null, 1)).toEqual({ passed: 0, failed: 1 });
  expect(countVitest({ numPassedTests: 2, numFailedTests: 0, testResults: [] }, 1).failed).toBe(1);
  expect(
    countPlaywright({ stats: { expected: 0, unexpected: 0, flaky: 0 }, errors: [{}, {}] }, 1).failed,
  ).toBe(2);
});
