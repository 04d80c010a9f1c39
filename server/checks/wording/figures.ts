import type { Raw } from '../finding.ts';
import type { Signs } from './signs.ts';

/** Shares of a whole: more than all of it is impossible. A rate of fulfilment may be over 100, so it is only noted. */
const SHARE =
  /(占比|比重|覆盖率|合格率|满意率|满意度|及格率|达标率|普及率|参保率|入学率|就业率|出席率|到会率|投票率|通过率|回收率|知晓率|办结率|及时率|准确率|优良率|签约率|治愈率|成活率|命中率|完好率|到位率|履约率|受理率|检出率|抽检率|入户率|接种率|识别率|森林覆盖率|绿化率|完成率)(?:均|已|都|仅|约|分别)?(?:达到了?|达|为|是|提高到|提升到|提升至|提高至|超过|高达|保持在|稳定在|约)?\s?(\d{1,6}(?:\.\d{1,4})?)$/;
const FULFILMENT = '完成率';
const REACH = 24;
/** Multipliers that cannot follow each other, and units said twice. */
const SLIPS =
  /\d(亿万元?|万万元?|亿亿元?|亿千万元?|元元|万元元|吨吨|米米|亩亩(?!均)|%%|％％|%％|％%|公里里|平方平方|平方米米|立方立方|年年(?![均度]))/g;

/** Percentages over 100 of what is a share of a whole. */
export function findPercentages(text: string, { percents }: Signs): Raw[] {
  return percents.flatMap((at) => {
    const match = SHARE.exec(text.slice(Math.max(0, at - REACH), at));
    if (!match || Number(match[2]) <= 100) return [];
    const start = at - (match[2]?.length ?? 0);
    const severity = match[1] === FULFILMENT ? 'note' : 'warn';
    return [{ kind: 'percent-over-100', start, end: at + 1, severity, facts: { of: match[1] ?? '' } }];
  });
}

/** 3亿万元, 5元元, 80%%: multipliers and units that slipped. */
export function findUnitSlips(text: string): Raw[] {
  const found: Raw[] = [];
  SLIPS.lastIndex = 0;
  for (let match = SLIPS.exec(text); match; match = SLIPS.exec(text)) {
    const start = match.index + 1;
    found.push({ kind: 'unit-slip', start, end: start + (match[1]?.length ?? 0), severity: 'warn' });
  }
  return found;
}
