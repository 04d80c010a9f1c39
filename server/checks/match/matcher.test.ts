import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildMatcher, Hits, type Matcher, openMatcher } from './index.ts';

type Hit = [term: number, start: number, end: number];

const ALPHABETS = [
  'ab',
  'aA 一。',
  '甲乙丙丁戊',
  '\u0000\u0001a\uffff',
  '\ud83d\ude00\ud800\udc00a',
  '的中华人民共和国省市区县法律',
];

/** Any text over one of several small alphabets, where terms overlap, or over all UTF-16 units. */
const word = (maxLength: number) =>
  fc.oneof(
    ...ALPHABETS.map((letters) =>
      fc
        .array(fc.nat(letters.length - 1), { maxLength })
        .map((places) => places.map((i) => letters[i]).join('')),
    ),
    fc
      .array(fc.nat(0xffff), { maxLength })
      .map((units) => units.map((unit) => String.fromCharCode(unit)).join('')),
  );

function oracle(terms: readonly string[], text: string): Hit[] {
  const hits: Hit[] = [];
  for (const [term, word] of terms.entries())
    for (let at = 0; word !== '' && at + word.length <= text.length; at++)
      if (text.slice(at, at + word.length) === word) hits.push([term, at, at + word.length]);
  return sorted(hits);
}

const sorted = (hits: Hit[]): Hit[] => hits.sort((a, b) => a[1] - b[1] || a[2] - b[2] || a[0] - b[0]);

function scan(matcher: Matcher, text: string): Hit[] {
  const { units, length } = matcher.fold(text);
  const hits: Hit[] = [];
  matcher.scan(units, length, (term, start, end) => hits.push([term, start, end]));
  return hits;
}

test('finds exactly what a naive search finds, in order, for any terms and text', () => {
  fc.assert(
    fc.property(
      fc.array(word(5), { maxLength: 30 }),
      fc.array(word(20), { maxLength: 8 }),
      (terms, parts) => {
        const text = [...parts, ...terms].join('');
        const hits = scan(buildMatcher(terms), text);
        expect(hits).toEqual(oracle(terms, text));
      },
    ),
    { numRuns: 600 },
  );
});

test('the bulk form and the form with a callback agree, across blocks too', () => {
  const terms = ['ab', 'b', 'abab', 'bababa', 'c'];
  const matcher = buildMatcher(terms);
  const text = `${'ab'.repeat(5000)}c`;
  const hits = new Hits();
  const { units, length } = matcher.fold(text);
  matcher.scanInto(units, length, hits);
  const bulk: Hit[] = [];
  for (let at = 0; at < hits.size; at += 2) {
    const term = hits.pairs[at]!;
    const end = hits.pairs[at + 1]!;
    bulk.push([term, end - matcher.lengthOf(term), end]);
  }
  expect(bulk).toEqual(scan(matcher, text));
  expect(bulk).toEqual(oracle(terms, text));
});

test('tables written out and read back find the same', () => {
  fc.assert(
    fc.property(fc.array(word(4), { maxLength: 12 }), word(60), (terms, text) => {
      const right = terms.slice(0, 2).map((term) => `${term}的`);
      const built = buildMatcher(terms, { folding: 'plain', right });
      const bytes = new Uint8Array(built.buffer).slice();
      expect(scan(openMatcher(bytes.buffer), text)).toEqual(scan(built, text));
    }),
  );
});

test('bytes that are no tables, or cut off, are refused', () => {
  const bytes = new Uint8Array(buildMatcher(['词']).buffer).slice();
  expect(() => openMatcher(bytes.slice(0, bytes.length - 4).buffer)).toThrow(RangeError);
  expect(() => openMatcher(new ArrayBuffer(0))).toThrow(RangeError);
  expect(() => openMatcher(new ArrayBuffer(200))).toThrow(RangeError);
});

test('no terms, empty terms and texts shorter than any term', () => {
  expect(scan(buildMatcher([]), '文本')).toEqual([]);
  expect(scan(buildMatcher(['', '文']), '文本文')).toEqual([
    [1, 0, 1],
    [1, 2, 3],
  ]);
  expect(scan(buildMatcher(['很长的词']), '长')).toEqual([]);
  expect(scan(buildMatcher(['很长的词']), '')).toEqual([]);
});

test('the longest term is found, its prefix with it; a longer one is refused', () => {
  const long = 'ab'.repeat(128);
  expect(scan(buildMatcher([long, long.slice(0, 255)]), long)).toEqual([
    [1, 0, 255],
    [0, 0, 256],
  ]);
  expect(() => buildMatcher(['好', `${long}c`])).toThrow('term 1 has 257 units');
});
