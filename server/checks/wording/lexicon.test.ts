import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createChecker } from '../checker.ts';
import { parseLexicon } from '../lexicon/parse-lexicon.ts';

const FILE = new URL('../../../lexicons/wording.yaml', import.meta.url);
const parsed = parseLexicon('wording.yaml', readFileSync(FILE, 'utf8'));
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
const { lexicon } = parsed;
const checker = createChecker({ lexicons: [lexicon] });
const wording = (text: string) => checker.check(text).filter(({ detector }) => detector === 'wording');
const CARRIERS: readonly (readonly [string, string])[] = [
  ['会议指出，', '，请各单位认真对照检查。'],
  ['各地', '的情况已经上报。'],
];

test('issue 4 curated expressions: every wrong form is found and set right (recall ≥ 0.99)', () => {
  const missed = lexicon.entries.flatMap(({ term, right }) =>
    CARRIERS.filter(([before, after]) => {
      const found = wording(before + term + after);
      return !found.some(
        (one) => one.start === before.length && one.text === term && one.suggestion === right,
      );
    }).map(() => term),
  );
  expect(missed.length / (lexicon.entries.length * CARRIERS.length), missed.join(' ')).toBeLessThan(0.01);
});

test('issue 4 curated expressions: no right form is found (precision ≥ 0.99)', () => {
  const alarms = lexicon.entries.flatMap(({ right, except = [] }) =>
    [right ?? '', ...except].flatMap((form) =>
      CARRIERS.filter(([before, after]) => wording(before + form + after).length > 0).map(() => form),
    ),
  );
  expect(alarms.length / (lexicon.entries.length * CARRIERS.length), alarms.join(' ')).toBeLessThan(0.01);
});

test('the list stays as large as it says, and every entry names its right form', () => {
  expect(lexicon.entries.length).toBeGreaterThan(700);
  expect(lexicon.entries.filter(({ right }) => right === undefined)).toEqual([]);
});
