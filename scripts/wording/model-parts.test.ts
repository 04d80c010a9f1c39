import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Judge } from '../../server/checks/wording/counted/forest.ts';
import { lookUp } from '../../server/checks/wording/counted/table.ts';
import { buildTable } from './fuse.ts';
import { growForest } from './trees.ts';

test('a table gives back every level that was put in, and few strangers pass', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), { minLength: 3 }),
      (keys) => {
        const hashes = Int32Array.from(keys);
        const levels = Uint8Array.from(keys, (_, i) => 1 + (i % 15));
        const table = buildTable(hashes, levels);
        keys.forEach((key, i) => {
          expect(lookUp(table, key)).toBe(levels[i]);
        });
      },
    ),
    { numRuns: 50 },
  );
  const many = Int32Array.from({ length: 50_000 }, (_, i) => Math.imul(i + 1, 0x9e3779b1));
  const table = buildTable(many, new Uint8Array(many.length).fill(7));
  const strangers = Array.from({ length: 50_000 }, (_, i) => Math.imul(i + 50_001, 0x9e3779b1));
  expect(strangers.filter((one) => lookUp(table, one) > 0).length / strangers.length).toBeLessThan(0.01);
});

test('trees learn a rule of two features that no single one shows', () => {
  const count = 2000;
  const rows = Float32Array.from({ length: count * 2 }, (_, i) => Math.imul(i + 7, 0x9e3779b1) >>> 16);
  const labels = Uint8Array.from({ length: count }, (_, i) =>
    (rows[2 * i] as number) > 32_768 === (rows[2 * i + 1] as number) > 20_000 ? 1 : 0,
  );
  const settings = { trees: 30, depth: 3, rate: 0.3, leastWeight: 1, ridge: 1 };
  const forest = growForest(rows, 2, labels, new Float32Array(count).fill(1), settings);
  const judge = new Judge(forest);
  const odds = Array.from(labels, (_, i) => judge.ask(rows, undefined, 2 * i));
  const right = odds.filter((one, i) => one > 0 === (labels[i] === 1));
  expect(right.length / count).toBeGreaterThan(0.95);
});
