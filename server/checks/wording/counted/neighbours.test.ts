import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isIn, layNeighbours } from './neighbours.ts';

test('pairs are found from either side, and no others', () => {
  const symbol = fc.integer({ min: 0, max: 99 });
  fc.assert(
    fc.property(fc.array(fc.tuple(symbol, symbol)), (pairs) => {
      const keys = new Set(pairs.map(([first, second]) => first * 65536 + second));
      const { width, after, before } = layNeighbours(100, keys);
      const every = Array.from({ length: 100 * 100 }, (_, i) => [Math.floor(i / 100), i % 100] as const);
      const known = every.filter(([first, second]) => keys.has(first * 65536 + second));
      expect(every.filter(([first, second]) => isIn(after, first * width, second))).toEqual(known);
      expect(every.filter(([first, second]) => isIn(before, second * width, first))).toEqual(known);
    }),
    { numRuns: 30 },
  );
});
