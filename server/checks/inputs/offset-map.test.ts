import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginExtraction } from './offset-map.ts';

test('copied text keeps its offsets, a replaced character spans its reference', () => {
  const extraction = beginExtraction();
  extraction.copy('甲乙', 10);
  extraction.replace('<', 12, 4);
  extraction.copy('丙', 16);
  const { text, map } = extraction.finish();
  expect(text).toBe('甲乙<丙');
  expect([map.startOf(1), map.endOf(2)]).toEqual([11, 12]);
  expect([map.startOf(2), map.endOf(3)]).toEqual([12, 16]);
  expect([map.startOf(3), map.endOf(4)]).toEqual([16, 17]);
});

test('whatever is skipped between, every copied character is found where it stood', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.string({ maxLength: 5 }), fc.string({ maxLength: 5 })), { maxLength: 600 }),
      (pieces) => {
        const source = pieces.map(([kept, skipped]) => kept + skipped).join('');
        const extraction = beginExtraction();
        let at = 0;
        for (const [kept, skipped] of pieces) {
          extraction.copy(kept, at);
          at += kept.length + skipped.length;
        }
        const { text, map } = extraction.finish();
        for (let i = 0; i < text.length; i += 1) {
          expect(source[map.startOf(i)]).toBe(text[i]);
          expect(map.endOf(i + 1)).toBe(map.startOf(i) + 1);
        }
      },
    ),
    { numRuns: 50 },
  );
});

test('nothing extracted maps to the beginning', () => {
  const { text, map } = beginExtraction().finish();
  expect([text, map.startOf(0), map.endOf(0)]).toEqual(['', 0, 0]);
});
