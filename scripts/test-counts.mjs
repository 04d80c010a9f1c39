// What the reports of the two test runners come to. A runner that fails for no test's fault counts as one failure.

/** `report` is vitest's JSON report, or null where it wrote none. */
export function countVitest(report, code) {
  if (!report) return { passed: 0, failed: 1 };
  const unread = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((one) => one.status === 'failed'),
  );
  return settle(report.numPassedTests, report.numFailedTests + unread.length, code);
}

/** `report` is Playwright's JSON report, or null where it wrote none. A flaky test is a failed one. */
export function countPlaywright(report, code) {
  if (!report) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky } = report.stats;
  return settle(expected, unexpected + flaky + (unexpected === 0 ? report.errors.length : 0), code);
}

function settle(passed, failed, code) {
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}
