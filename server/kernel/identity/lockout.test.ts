import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lockMinutesAfter } from './lockout.ts';

const LIMITS = { lockAttempts: 5, lockMinutes: 15 };

test('the fifth failure locks for a quarter of an hour, each further one twice as long, a day at most', () => {
  const minutes = [4, 5, 6, 7, 12, 1000].map((failures) => lockMinutesAfter(failures, LIMITS));
  expect(minutes).toEqual([0, 15, 30, 60, 1440, 1440]);
});

test('a lock never gets shorter with more failures', () => {
  const limits = fc.record({
    lockAttempts: fc.integer({ min: 3, max: 10 }),
    lockMinutes: fc.integer({ min: 1, max: 1440 }),
  });
  fc.assert(
    fc.property(limits, fc.nat(100), (each, failures) => {
      const now = lockMinutesAfter(failures, each);
      const next = lockMinutesAfter(failures + 1, each);
      expect(next).toBeGreaterThanOrEqual(now);
      expect(now > 0).toBe(failures >= each.lockAttempts);
    }),
  );
});
