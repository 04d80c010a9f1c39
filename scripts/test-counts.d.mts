type Counts = { passed: number; failed: number };
/** `report` is vitest's JSON report, or null where it wrote none. */
export function countVitest(report: object | null, code: number): Counts;
/** `report` is Playwright's JSON report, or null where it wrote none. A flaky test is a failed one. */
export function countPlaywright(report: object | null, code: number): Counts;
