import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FindingWire } from '../../../contracts/checking/wire.ts';
import { accept, paragraphsOf } from './marks.ts';

const finding = (
  number: number,
  start: number,
  end: number,
  more: Partial<FindingWire> = {},
): FindingWire => ({
  number,
  detector: 'wording',
  kind: 'x',
  severity: 'warn',
  start,
  end,
  excerpt: '',
  before: '',
  after: '',
  message: '',
  suggestion: null,
  basis: null,
  confidence: null,
  exempted: null,
  place: { at: 'text', start, end },
  placeText: '',
  override: null,
  ...more,
});

const shape = (text: string, findings: FindingWire[]) =>
  paragraphsOf(text, findings).map((line) =>
    line.map(({ text: piece, finding: n }) => (n === null ? piece : `[${n}${piece}]`)).join(''),
  );

describe('marks in place', () => {
  test('one in a line, one over two lines, none in a third', () => {
    expect(shape('甲乙丙\n丁戊\n己', [finding(1, 1, 2), finding(2, 2, 5)])).toEqual([
      '甲[1乙][2丙]',
      '[2丁]戊',
      '己',
    ]);
  });

  test('of two that overlap the graver one is drawn', () => {
    const findings = [finding(1, 0, 3), finding(2, 1, 2, { severity: 'block' })];
    expect(shape('甲乙丙', findings)).toEqual(['甲[2乙]丙']);
  });

  test('whatever is marked, the text stays whole', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('甲', '乙', '\n'), maxLength: 60 }),
        fc.array(fc.tuple(fc.nat(60), fc.nat(20)), { maxLength: 8 }),
        (text, places) => {
          const findings = places
            .map(([start, length], index) => finding(index + 1, start, Math.min(text.length, start + length)))
            .filter(({ start, end }) => end > start);
          const lines = paragraphsOf(text, findings).map((line) =>
            line.map(({ text: piece }) => piece).join(''),
          );
          expect(lines.join('\n')).toBe(text);
        },
      ),
    );
  });
});

describe('accepting a suggestion', () => {
  test('changes the text, moves what stands behind, settles what overlapped', () => {
    const findings = [
      finding(1, 0, 2, { suggestion: '迫不及待' }),
      finding(2, 1, 3),
      finding(3, 4, 5, { suggestion: '' }),
    ];
    const first = accept({ text: '急待甲乙丙', findings, accepted: [] }, 1);
    expect([first.text, first.findings.map(({ number, start }) => [number, start])]).toEqual([
      '迫不及待甲乙丙',
      [[3, 6]],
    ]);
    expect(accept(first, 3)).toMatchObject({ text: '迫不及待甲乙', findings: [], accepted: [1, 3] });
    expect(accept(first, 2)).toEqual(first);
  });
});
