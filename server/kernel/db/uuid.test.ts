import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newId, uuidSequence } from './uuid.ts';

test('carries version 7, the RFC variant and the millisecond it was made', () => {
  const id = uuidSequence(() => 0x0192_3456_789a)();
  expect(id).toMatch(/^01923456-789a-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('each identifier sorts after the one before, also while the clock stands or goes back', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 50 }), (times) => {
      const left = [...times];
      const next = uuidSequence(() => left.shift() ?? 0);
      const made = times.map(() => next());
      expect(made).toEqual([...made].sort());
      expect(new Set(made).size).toBe(made.length);
    }),
  );
});

test('ten thousand in one millisecond overflow the counter and stay in order', () => {
  const next = uuidSequence(() => 1_000);
  const made = Array.from({ length: 10_000 }, next);
  expect(made).toEqual([...made].sort());
  expect(new Set(made).size).toBe(10_000);
});

test('the shared sequence makes distinct identifiers', () => {
  expect(new Set(Array.from({ length: 1_000 }, newId)).size).toBe(1_000);
});
