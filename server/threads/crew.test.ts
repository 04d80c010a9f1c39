import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TestTask } from './crew.test-data.ts';
import { Crew } from './crew.ts';

const SCRIPT = new URL('./crew.test-data.ts', import.meta.url);

let crew: Crew<TestTask, number>;
beforeEach(() => {
  crew = new Crew(SCRIPT, 2);
});
afterEach(() => crew.close());

const run = (task: TestTask) => crew.run(() => task);
const closedGate = () => new Int32Array(new SharedArrayBuffer(8));
function open(gate: Int32Array): void {
  Atomics.store(gate, 0, 1);
  Atomics.notify(gate, 0);
}
async function arrived(gate: Int32Array, many: number): Promise<void> {
  while (Atomics.load(gate, 1) < many) await nextTurn();
}

test('each task has its own answer, however many come at once', async () => {
  const numbers = Array.from({ length: 100 }, (_, n) => n);
  expect(await Promise.all(numbers.map((say) => run({ say })))).toEqual(numbers);
});

test('as many tasks are under way as there are threads, the others wait, and what is quick overtakes', async () => {
  const gate = closedGate();
  const slow = run({ say: 1, gate });
  expect(await Promise.all([run({ say: 2 }), run({ say: 3 })])).toEqual([2, 3]);
  const more = [run({ say: 4, gate }), run({ say: 5, gate })];
  await arrived(gate, 2);
  expect(Atomics.load(gate, 1)).toBe(2);
  open(gate);
  expect(await Promise.all([slow, ...more])).toEqual([1, 4, 5]);
});

test('what a task throws is told to whoever gave it, and the thread goes on', async () => {
  const both = await Promise.allSettled([run({ fail: 'too long' }), run({ say: 1 })]);
  expect(both).toMatchObject([{ status: 'rejected', reason: expect.any(RangeError) }, { value: 1 }]);
  await expect(run({ say: 2, gate: (() => 0) as never })).rejects.toThrow(/could not be cloned/);
  await expect(
    crew.run(() => {
      throw new Error('no task');
    }),
  ).rejects.toThrow('no task');
  expect(await Promise.all([run({ say: 3 }), run({ say: 4 })])).toEqual([3, 4]);
});

describe('a thread that ends', () => {
  test('has its task done by another', async () => {
    let tries = 0;
    const answer = crew.run(() => {
      tries += 1;
      return tries === 1 ? { end: 3 } : { say: 7 };
    });
    expect(await Promise.all([answer, run({ say: 8 })])).toEqual([7, 8]);
    expect(tries).toBe(2);
  });

  test('is told with its cause where the next one ends too; the tasks behind it are done', async () => {
    const ends = run({ end: 3 });
    const others = [1, 2, 3, 4].map((say) => run({ say }));
    await expect(ends).rejects.toThrow('a thread ended at its task, and so did another: exit code 3');
    expect(await Promise.all(others)).toEqual([1, 2, 3, 4]);
  });

  test('is told where it could not even begin', async () => {
    const lost = new Crew<TestTask, number>(new URL('./nowhere.ts', import.meta.url), 1);
    await expect(lost.run(() => ({ say: 1 }))).rejects.toThrow('nowhere.ts');
    await lost.close();
  });
});

test('closing rejects what is under way, what waits and what is asked later', async () => {
  const gate = closedGate();
  const asked = [1, 2, 3, 4].map((say) => run({ say, gate }));
  const settled = Promise.allSettled(asked);
  await arrived(gate, 2);
  await crew.close();
  await expect(run({ say: 5 })).rejects.toThrow('closed');
  for (const one of await settled)
    expect(one).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining('closed') } });
});
