import type { Raw } from '../../finding.ts';
import { numberOf } from './numerals.ts';
import type { Signs } from './signs.ts';

/**
 * Shares of a whole: more than all of it is impossible. Rates against a plan, a norm or another age group may be over
 * 100: 拨备覆盖率, 流动性覆盖率, 毛入学率, 电话普及率, 到位率, 完成率.
 */
const SHARE =
  /(占比|比重|(?<!拨备|流动性|担保)覆盖率|合格率|满意率|满意度|及格率|达标率|(?<!电话)普及率|参保率|(?<!毛)入学率|就业率|出席率|到会率|投票率|通过率|回收率|知晓率|办结率|及时率|准确率|优良率|签约率|治愈率|成活率|命中率|完好率|履约率|受理率|检出率|抽检率|入户率|接种率|识别率|绿化率)(?:均|已|都|仅|约|分别)?(?:达到了?|达|为|是|提高到|提升到|提升至|提高至|超过|高达|保持在|稳定在|约|[:：])?\s?$/;
/** 占总户数的120%: a share of all there are. A debt may be more than all income, so only what is counted. */
const OF_ALL = /占[^，。；：、\s\d]{0,12}(总(?:户数|人数|人口数?|面积|件数|次数))的?\s?$/;
const NUMBER = /\d{1,6}(?:\.\d{1,4})?\s?$/;
const IN_WORDS = /百分之([一二三四五六七八九]百[零〇一二三四五六七八九十]{0,5})/g;
const REACH = 32;

/** Multipliers that cannot follow each other. */
const SCALES = /\d(亿万元?|万万元?|亿千万元?)/g;
/** Units said twice, with the multiplier before them. */
const DOUBLED =
  /\d[百千万亿]{0,3}[余多]?(?:亿亿元?|元元|吨吨|米米|亩亩(?!均)|%%|公里里|平方平方米?|平方米米|立方立方米?|年年(?![均度])|份份(?!额))/g;
const ONCE = /(亿|元|吨|米|亩|%|里|平方|立方|年|份)\1/;
/** More people than the world has. */
const TOO_MANY = /\d(万亿[人户])/g;
/** What falls by its own size is nothing: 下降了2倍. */
const FALL =
  /(?:下降|减少|降低|缩减|缩短|回落)(?:了|约|近|达)?\s?(?:\d{1,4}(?:\.\d{1,2})?|[一二三四五六七八九十两]{1,2})\s?倍/g;
const ROUGHLY = /(?:约|大约|近|将近)\s?\d{1,9}[百千万亿]{0,2}(?:[余多]|[个名人户家件项次元亩吨]{1,2}左右)/g;
const UNIT = '(?:名|个|人|户|家|件|项|次|份|元|亩|天|年|个月|小时|分钟|万元|公里)';
const LIMIT_TWICE = new RegExp(
  `(?:至少|不少于|不低于|最少)\\s?\\d{1,9}[百千万亿]{0,2}${UNIT}(?:及|或)?以上|(?:至多|最多|不超过|不多于|不高于)\\s?\\d{1,9}[百千万亿]{0,2}${UNIT}(?:及|或)?以[下内]`,
  'g',
);

/** Percentages over 100 of what is a share of a whole. `plain` is the text with half-width digits. */
export function findPercentages(plain: string, { percents }: Signs): Raw[] {
  const inDigits = percents.flatMap((at) => {
    const number = NUMBER.exec(plain.slice(Math.max(0, at - 12), at));
    if (!number || Number(number[0]) <= 100) return [];
    return over(plain, at - number[0].length, at + 1);
  });
  const inWords = [...plain.matchAll(IN_WORDS)].flatMap((match) =>
    numberOf(match[1] ?? '') > 100 ? over(plain, match.index, match.index + match[0].length) : [],
  );
  return [...inDigits, ...inWords];
}

function over(plain: string, start: number, end: number): Raw[] {
  const before = plain.slice(Math.max(0, start - REACH), start);
  const of = SHARE.exec(before)?.[1] ?? OF_ALL.exec(before)?.[1];
  return of === undefined ? [] : [{ kind: 'percent-over-100', start, end, severity: 'warn', facts: { of } }];
}

/** 3亿万元, 5元元, 80%%: multipliers and units that slipped. */
export function findUnitSlips(plain: string): Raw[] {
  return [
    ...matches(plain, SCALES, 1).map((at) => ({ ...at, kind: 'unit-slip', severity: 'warn' as const })),
    ...matches(plain, DOUBLED, 1).map((at) => {
      const suggestion = plain.slice(at.start, at.end).replace(ONCE, '$1');
      return { ...at, kind: 'unit-slip', severity: 'warn' as const, suggestion };
    }),
    ...matches(plain, TOO_MANY, 1).map((at) => ({ ...at, kind: 'unit-slip', severity: 'note' as const })),
  ];
}

/** Figures that say a thing twice or take away more than there is; for a look only. */
export function findLooseFigures(plain: string): Raw[] {
  const note = (kind: string, pattern: RegExp): Raw[] =>
    matches(plain, pattern, 0).map((at) => ({ ...at, kind, severity: 'note' }));
  return [
    ...note('fall-by-times', FALL),
    ...note('roughly-twice', ROUGHLY),
    ...note('limit-twice', LIMIT_TWICE),
  ];
}

function matches(plain: string, pattern: RegExp, skip: number): { start: number; end: number }[] {
  return Array.from(plain.matchAll(pattern), ({ 0: whole, index }) => ({
    start: index + skip,
    end: index + whole.length,
  }));
}
