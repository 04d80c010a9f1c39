import type { PackProblem } from './model.ts';
import { type Place, problemAt } from './place.ts';

/**
 * Measures no assessment may use: likes, votes, reposts, follower counts, log-in counts, study hours.
 * Source: the State Council's 2026 rules on government apps (against formalism at the fingertips).
 */
const forbidden: readonly [pattern: RegExp, words: string][] = [
  [/(^|[-_])likes?([-_]|$)|thumbs|点赞|获赞|集赞/i, '点赞'],
  [/(^|[-_])votes?([-_]|$)|投票/i, '投票'],
  [/(^|[-_])(reposts?|shares?|forwards?)([-_]|$)|转发(数|量|率|次数|情况)/i, '转发'],
  [/(^|[-_])(followers?|fans)([-_]|$)|粉丝|关注(数|量|人数|增长)/i, '粉丝数'],
  [/(^|[-_])log-?ins?([-_]|$)|登录(数|量|率|次数)|活跃(度|率|用户)|[日月]活(?!动)/i, '登录次数'],
  [/(^|[-_])(study|learning)([-_]|$)|学习(时长|时间|积分)|学时/i, '学习时长'],
];

/** A question whether somebody forces, buys or fakes such numbers protects; it does not count them. */
const protectsAgainst = /强制|强迫|诱导|购买|买卖|刷[粉赞票量]|造假|虚假/;

/** Indicators that forbid forcing or buying such numbers are allowed: they protect, they do not count. */
const protective = new Set(['bought-followers', 'forced-likes']);

const reason = '不得把点赞、投票、转发、粉丝数、登录次数、学习时长作为考核评价的标准';
const basis = '依据：国务院2026年关于政务应用程序管理的规定（防治“指尖上的形式主义”）';

/** The problem when a value would make a forbidden number a criterion of assessment; undefined otherwise. */
export function burdenProblem(place: Place, value: unknown): PackProblem | undefined {
  if (typeof value !== 'object' || value === null || !('measure' in value) || !('outcome' in value))
    return undefined;
  const { measure } = value;
  if (typeof measure === 'string' && protective.has(measure)) return undefined;
  const asked = ['measure', 'question'].flatMap((key) => {
    const text = (value as Record<string, unknown>)[key];
    return typeof text === 'string' ? [{ key, text }] : [];
  });
  const outcome = (value as Record<string, unknown>).outcome;
  if (
    typeof outcome === 'object' &&
    outcome !== null &&
    'item' in outcome &&
    typeof outcome.item === 'string'
  ) {
    asked.push({ key: 'outcome', text: outcome.item });
  }
  for (const { key, text } of asked) {
    const hit = protectsAgainst.test(text) ? undefined : forbidden.find(([pattern]) => pattern.test(text));
    if (hit) return problemAt(place, ['value', key], `${reason}（这里用了“${hit[1]}”）`, basis);
  }
  return undefined;
}
