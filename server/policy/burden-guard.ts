import type { PackProblem } from './model.ts';
import { type Place, problemAt } from './place.ts';

/**
 * Numbers no assessment may use and no report may ask for: likes, votes, reposts, follower counts, log-in counts,
 * study hours. Source: the State Council's 2026 rules on government apps (against formalism at the fingertips).
 */
const forbidden: readonly [pattern: RegExp, words: string][] = [
  [/(^|[-_])likes?([-_]|$)|thumbs|点赞|获赞|集赞/i, '点赞'],
  [/(^|[-_])votes?([-_]|$)|投票/i, '投票'],
  [/(^|[-_])(reposts?|shares?|forwards?)([-_]|$)|转发(数|量|率|次数|情况)/i, '转发'],
  [/(^|[-_])(followers?|fans)([-_]|$)|粉丝|关注(数|量|人数|增长)/i, '粉丝数'],
  [/(^|[-_])log-?ins?([-_]|$)|登录(数|量|率|次数)|活跃(度|率|用户)|[日月]活(?!动)/i, '登录次数'],
  [/(^|[-_])(study|learning)([-_]|$)|学习(时长|时间|积分)|学时/i, '学习时长'],
];

/** Numbers the system counts by itself, so that nobody below has to fill them in. */
const known: readonly [pattern: RegExp, words: string][] = [
  ...forbidden,
  [/(阅读|浏览|访问|播放|评论)(数|量|次数)/, '阅读量'],
  [/(发布|发文|发稿|更新|推送)(数|量|篇数|条数|次数)/, '发布数量'],
  [/账号(数|总数|个数|名单|清单)/, '账号数量'],
];

/** A question whether somebody forces, buys or fakes such numbers protects; it does not count them. */
const protectsAgainst = /强制|强迫|诱导|购买|买卖|刷[粉赞票量]|造假|虚假/;
/** Indicators that forbid forcing or buying such numbers are allowed: they protect, they do not count. */
const protective = new Set(['bought-followers', 'forced-likes']);
const reports = /报送|上报|填报|报告|填表|报数|上交/;
const assesses = /考核|考评|评价|评比|评分|得分|计分|排名|通报/;
/** The day the rules took effect: what a document ordered once before that day is history. */
const RULES_FROM = '2026-01-25';

const assessReason = '不得把点赞、投票、转发、粉丝数、登录次数、学习时长作为考核评价的标准';
const reportReason = '不得要求下级填报系统已经掌握的数据，这些数字由系统自动带出';
const basis = '依据：国务院2026年关于政务应用程序管理的规定（防治“指尖上的形式主义”）';

/** What the guard reads of a record: its rule and title, and the value as written, before its shape is known. */
export interface GuardedRecord {
  rule: string;
  title?: string | undefined;
  value: unknown;
}

interface Said {
  path: readonly (string | number)[];
  text: string;
}

/**
 * The problem when a record would make a forbidden number a criterion of assessment, or would have lower levels
 * report numbers the system knows; undefined otherwise. Read are indicators, recurring work, what results count in,
 * measures, one-off surveys and the texts of a pack's own rules, wherever a text, label or measure names the number.
 */
export function burdenProblem(place: Place, record: GuardedRecord): PackProblem | undefined {
  const asked = assessedIn(record);
  const hit = firstHit(asked, forbidden);
  if (hit) return problemAt(place, [...hit.path], `${assessReason}（这里用了“${hit.words}”）`, basis);
  const reported = firstHit(reportedIn(record), known);
  if (reported)
    return problemAt(place, [...reported.path], `${reportReason}（这里要的是“${reported.words}”）`, basis);
  return undefined;
}

function firstHit(said: readonly Said[], numbers: typeof forbidden) {
  for (const { path, text } of said) {
    if (protectsAgainst.test(text)) continue;
    const hit = numbers.find(([pattern]) => pattern.test(text));
    if (hit) return { path, words: hit[1] };
  }
  return undefined;
}

/** The texts by which somebody would be judged. */
function assessedIn({ rule, title = '', value }: GuardedRecord): Said[] {
  const all = [{ path: ['title'], text: title }, ...textsIn(value, ['value'])];
  if (isObject(value) && 'measure' in value && 'outcome' in value) {
    return typeof value.measure === 'string' && protective.has(value.measure) ? [] : all;
  }
  if (rule === 'inspection.counts-in' || rule === 'measure.ladder' || rule === 'measure.accountability')
    return all;
  const judges = (isObject(value) && value.countsInAssessment === true) || judgesInWords(rule, all);
  return judges ? all : [];
}

/** Recurring work and own rules judge when they say so: 每月考核粉丝增长, 转发率排名. */
function judgesInWords(rule: string, said: readonly Said[]): boolean {
  return (
    (rule.startsWith('recurring.') || rule.includes('.own.')) && said.some(({ text }) => assesses.test(text))
  );
}

/** The texts that say what lower levels report upwards. */
function reportedIn({ rule, title = '', value }: GuardedRecord): Said[] {
  if (!isObject(value)) return [];
  const all = [{ path: ['title'], text: title }, ...textsIn(value, ['value'])];
  if (rule === 'inspection.census') return typeof value.by === 'string' && value.by < RULES_FROM ? [] : all;
  const upwards = value.to === 'supervisor' || value.to === 'leadership';
  const below = value.who === 'host' || value.who === 'operator' || value.who === 'lead-section';
  return 'frequency' in value && below && (upwards || all.some(({ text }) => reports.test(text))) ? all : [];
}

function textsIn(value: unknown, path: readonly (string | number)[]): Said[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (Array.isArray(value)) return value.flatMap((item, i) => textsIn(item, [...path, i]));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, [...path, key]));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
