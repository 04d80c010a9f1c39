import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildMatcher, type MatcherOptions } from './index.ts';

type Hit = [term: number, start: number, end: number];

function scan(terms: readonly string[], options: MatcherOptions, text: string): Hit[] {
  const matcher = buildMatcher(terms, options);
  const { units, length } = matcher.fold(text);
  const hits: Hit[] = [];
  matcher.scan(units, length, (term, start, end) => hits.push([term, start, end]));
  return hits;
}

test('a longer right word suppresses the terms inside it and no others', () => {
  const right = ['最高人民法院', '美国会'];
  expect(scan(['最高', '国会'], { right }, '最高人民法院说最高国会')).toEqual([
    [0, 7, 9],
    [1, 9, 11],
  ]);
  expect(scan(['最高', '国会'], { right }, '美国会')).toEqual([]);
});

test('a right word of one term speaks for that term only', () => {
  const except = new Map([[0, ['密码学']]]);
  expect(scan(['密码', '码学'], { except }, '密码学和密码')).toEqual([
    [1, 1, 3],
    [0, 4, 6],
  ]);
});

const letters = (maxLength: number) =>
  fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength }).map((all) => all.join(''));

function places(word: string, text: string): [number, number][] {
  const found: [number, number][] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    found.push([at, at + word.length]);
  return found;
}

test('suppression agrees with its definition for any terms, right words and text, also over many blocks', () => {
  const lists = fc.tuple(
    fc.array(letters(3), { minLength: 1, maxLength: 5 }),
    fc.array(letters(5), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('0', '1', '2'), fc.array(letters(5), { maxLength: 2 })),
  );
  fc.assert(
    fc.property(lists, letters(40), fc.constantFrom(1, 300), ([terms, right, exceptions], part, times) => {
      const text = part.repeat(times);
      const except = new Map(
        Object.entries(exceptions)
          .map(([term, words]) => [Number(term), words] as const)
          .filter(([term]) => term < terms.length),
      );
      const expected: Hit[] = terms.flatMap((term, id) => {
        const covers = [...right, ...(except.get(id) ?? [])].flatMap((word) => places(word, text));
        const covered = new Set<string>();
        for (const [from, to] of covers)
          for (const [a, b] of places(term, text.slice(from, to))) covered.add(`${from + a}-${from + b}`);
        return places(term, text)
          .filter(([a, b]) => !covered.has(`${a}-${b}`))
          .map(([a, b]): Hit => [id, a, b]);
      });
      expected.sort((a, b) => a[1] - b[1] || a[2] - b[2] || a[0] - b[0]);
      expect(scan(terms, { right, except }, text)).toEqual(expected);
    }),
    { numRuns: 150 },
  );
});
