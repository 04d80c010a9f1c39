import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerptOf, holdsSecret, masked, sentenceAround, sentencesOf, storable } from './rules.ts';

const personal = (start: number, end: number) => ({
  detector: 'privacy' as const,
  severity: 'block' as const,
  start,
  end,
});

describe('what is kept of a text', () => {
  test('QJ-17 personal data is covered but for its first character, and places stay where they are', () => {
    const text = '王某13800138000来电';
    expect(masked(text, [personal(2, 13)])).toBe(`王某1${'×'.repeat(10)}来电`);
    expect(masked(text, [personal(2, 8), personal(5, 13)])).toHaveLength(text.length);
    expect(masked(text, [{ ...personal(2, 13), detector: 'wording' }])).toBe(text);
  });

  test('whatever overlaps whatever, the length stays and nothing marked is readable', () => {
    const place = fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 12 }));
    fc.assert(
      fc.property(fc.array(place, { maxLength: 8 }), (places) => {
        const text = '甲乙丙丁戊己庚辛壬癸'.repeat(5);
        const findings = places
          .map(([at, length]) => personal(at, at + length))
          .sort((a, b) => a.start - b.start);
        const covered = masked(text, findings);
        expect(covered).toHaveLength(text.length);
        for (const { start, end } of findings)
          for (let at = start + 1; at < end; at += 1)
            if (!findings.some((other) => other.start === at)) expect(covered[at]).toBe('×');
      }),
    );
  });

  test('NUL and halves of characters can be stored, and excerpts have bounds', () => {
    expect(storable('a\0b\ud83d')).toBe('a\ufffdb\ufffd');
    const { excerpt, before, after } = excerptOf('长'.repeat(1000), 300, 700);
    expect([excerpt.length <= 121, before.length, after.length]).toEqual([true, 24, 24]);
  });

  test('only an asserted mark of secrecy keeps a text out altogether', () => {
    const secret = { detector: 'secrecy' as const, severity: 'block' as const, start: 0, end: 2 };
    expect([holdsSecret([secret]), holdsSecret([{ ...secret, severity: 'note' }]), holdsSecret([])]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('sentences', () => {
  test('the sentence around a place is one of the sentences of the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('甲', '乙', '。', '\n', ' ', '！'), minLength: 1, maxLength: 80 }),
        fc.nat(79),
        (text, at) => {
          const start = at % text.length;
          fc.pre(/[甲乙]/.test(text[start] ?? ''));
          expect(sentencesOf(text)).toContain(sentenceAround(text, start, start + 1));
        },
      ),
    );
  });

  test('a text without any end is bounded', () => {
    expect(sentenceAround('长'.repeat(100_000), 50_000, 50_001).length).toBeLessThan(1_000);
  });
});
