import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CsvReader } from './csv.ts';
import { joinPassages } from './passage.ts';
import { spotOf } from './spot.ts';

function read(text: string, step = text.length || 1) {
  const reader = new CsvReader();
  const passages = [];
  for (let at = 0; at < text.length; at += step) passages.push(...reader.push(text.slice(at, at + step)));
  return [...passages, ...reader.end()];
}

test('cells with their row and column; quotes, doubled quotes, line feeds within, empty cells', () => {
  const passages = read('姓名,电话\r\n"张""三",,"a,b\nc"\n\n丁');
  expect(passages.map(({ text, place, after }) => [text, place, after])).toEqual([
    ['姓名', { at: 'cell', sheet: '', row: 1, column: 1 }, '\t'],
    ['电话', { at: 'cell', sheet: '', row: 1, column: 2 }, '\n'],
    ['张"三', { at: 'cell', sheet: '', row: 2, column: 1 }, '\t\t'],
    ['a,b c', { at: 'cell', sheet: '', row: 2, column: 3 }, '\n'],
    ['丁', { at: 'cell', sheet: '', row: 4, column: 1 }, '\n'],
  ]);
});

test.each([
  ['甲,乙,丙\n,2,\n1,,3', '甲\t乙\t丙\n\t2\n1\t\t3'],
  [',乙\n1,2', '\t乙\n1\t2'],
  ['甲,,\n,,\n\n,2', '甲\n\t2'],
])('empty cells keep the others below their headings: %j', (text, joined) => {
  for (const step of [1, 2, 50]) expect(joinPassages(read(text, step)).text).toBe(joined);
});

test('a line of separators only costs no more than a few', () => {
  const joined = joinPassages(read(`甲${','.repeat(1_000_000)}乙`, 65_536)).text;
  expect(joined.length).toBeLessThan(300);
});

test('a finding is told by its cell', () => {
  const joined = joinPassages(read('甲,乙\n丙,丁戊'));
  expect(joined.text).toBe('甲\t乙\n丙\t丁戊');
  const at = joined.text.indexOf('戊');
  expect(spotOf(joined, at, at + 1)).toEqual({ at: 'cell', sheet: '', cell: 'B2', start: 1, end: 2 });
});

test('however the text is cut, the cells are the same', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', '字', ',', '"', '\n', '\r'), maxLength: 60 }),
      fc.integer({ min: 1, max: 9 }),
      (text, step) => {
        const cells = (passages: ReturnType<typeof read>) => passages.map(({ text: t, place }) => [t, place]);
        expect(cells(read(text, step))).toEqual(cells(read(text)));
      },
    ),
  );
});

test('a quote that is never closed does not hold the whole file in one cell', () => {
  const longest = Math.max(...read(`"${'长'.repeat(3_000_000)}`, 65_536).map(({ text }) => text.length));
  expect(longest).toBeLessThan(1_200_000);
});
