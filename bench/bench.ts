/** One figure of a bench: a number with its unit, or a ratio to a named peer measured in the same run. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What the figure is compared with, where it is a ratio. */
  readonly against?: string;
}

export interface Bench {
  readonly name: string;
  /** One Chinese sentence: what is measured, on how much, against what. */
  readonly describe: string;
  run(): Promise<readonly Figure[]>;
}

/** The median of several timings of `work` in milliseconds, after one that is not counted. */
export async function medianMs(times: number, work: () => Promise<unknown> | unknown): Promise<number> {
  await work();
  const taken: number[] = [];
  for (let i = 0; i < times; i++) {
    const start = performance.now();
    await work();
    taken.push(performance.now() - start);
  }
  return median(taken);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** How long the event loop stood still at most while `work` was done, in milliseconds. */
export async function longestPauseMs(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let last = performance.now();
  const working = { done: false };
  const finished = work().finally(() => {
    working.done = true;
  });
  while (!working.done) {
    await new Promise((resolve) => setImmediate(resolve));
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }
  await finished;
  return longest;
}
