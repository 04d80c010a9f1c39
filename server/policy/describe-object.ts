import type { Condition, Duration, Titles } from './model.ts';
import { keyWords, valueWords } from './value-words.ts';
import type { Frequency, Indicator, RecurringDuty } from './values-duty.ts';
import { conditionText, durationText } from './words.ts';

const conditionKeys = new Set(['when', 'onlyIf']);
const conditionLists = new Set(['shall', 'may', 'not']);
/** How links and identifiers are read is for the machine; the names and an example are for people. */
const unspoken = new Set(['formats', 'urls', 'hosts', 'shortHosts', 'fold', 'where']);

/** A frequency in words: 每1周1次. */
function frequencyText(frequency: Frequency): string {
  if (frequency === 'regular') return '定期（未规定次数）';
  if (frequency === 'continuous') return '持续';
  return `${everyText(frequency.per)}${frequency.times}次`;
}

/** 每周, 每月, 每2周. */
function everyText(per: Duration): string {
  return `每${per.n === 1 ? durationText(per).replace(/^1个?/, '') : durationText(per)}`;
}

/** A recurring duty in words: who does what how often. */
export function describeDuty(duty: RecurringDuty): string[] {
  const more = [
    duty.ratio === undefined ? undefined : `比例不低于 ${Math.round(duty.ratio * 1000) / 10}%`,
    duty.within && `每期结束后${durationText(duty.within)}内完成`,
    duty.to && reportText(duty.to),
    duty.ledger && '建立台账',
    duty.countsInAssessment && '计入考核',
  ].filter(Boolean);
  return [
    `${valueWords[duty.who] ?? duty.who}${duty.what}，${frequencyText(duty.frequency)}${more.length > 0 ? `，${more.join('，')}` : ''}`,
  ];
}

/** To whom the result goes: reports go up, notices go to the public and to the hosts. */
function reportText(to: NonNullable<RecurringDuty['to']>): string {
  const whom = valueWords[to] ?? to;
  if (to === 'public') return `向${whom}公布`;
  return to === 'hosts' ? `发给${whom}` : `报${whom}`;
}

/** An indicator in words: what is checked, from which threshold, with what effect. */
export function describeIndicator(indicator: Indicator): string[] {
  const { outcome, threshold } = indicator;
  const points = (value: number | null) => (value === null ? '分值待补充' : `${value}分`);
  const effect =
    outcome.kind === 'veto'
      ? '单项否决'
      : outcome.kind === 'bonus'
        ? `加分，${points(outcome.points)}${outcome.onlyAbove === undefined ? '' : `，仅限得分高于${outcome.onlyAbove}分的`}`
        : `扣分，每次${points(outcome.points)}，最多${points(outcome.cap)}`;
  const limits = threshold ? describeParts(threshold) : [];
  return [`${indicator.question}${limits.length > 0 ? `（${limits.join('，')}）` : ''}：${effect}`];
}

/** Any other value in words. */
export function describeObject(value: unknown, titles: Titles): string[] {
  if (Array.isArray(value)) return value.map((item) => `- ${inline(item, titles)}`);
  if (typeof value === 'object' && value !== null && !isDuration(value) && !isCount(value))
    return describeFields(value, titles);
  return [inline(value, titles)];
}

function describeFields(value: object, titles: Titles): string[] {
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    if (inner === undefined) return [];
    const name = keyWords[key] ?? key;
    if (!Array.isArray(inner)) return [`${name}：${inline(inner, titles)}`];
    if (inner.length === 0) return [`${name}：无`];
    if (conditionLists.has(key))
      return [`${name}：${inner.map((when) => conditionText(when as Condition)).join('；')}`];
    const flat = inner.every((item) => typeof item === 'string');
    if (flat) return [`${name}：${inner.map((item) => inline(item, titles)).join('、')}`];
    return [`${name}：`, ...inner.map((item) => `- ${inline(item, titles)}`)];
  });
}

function inline(value: unknown, titles: Titles): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return wordOf(value, titles);
  if (Array.isArray(value)) return value.map((item) => inline(item, titles)).join('、');
  if (typeof value !== 'object' || value === null) return '';
  if (isDuration(value)) return durationText(value);
  if (isCount(value)) return `${everyText(value.per)}至少${value.times}条`;
  const { id, label, name, ...rest } = value as Record<string, unknown>;
  // A platform is referred to by its id in conditions, so its id is shown; ids of other items say nothing.
  const head = [label, name, name === undefined ? undefined : id]
    .filter((part) => typeof part === 'string')
    .join(' ');
  const parts = describeParts(rest, titles);
  if (head === '') return parts.join('，');
  return parts.length > 0 ? `${head}（${parts.join('，')}）` : head;
}

function describeParts(value: object, titles?: Titles): string[] {
  const plain: Titles = titles ?? { postTitle: (id) => id, gateTitle: (id) => id };
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    if (inner === undefined || unspoken.has(key)) return [];
    if (key === 'approved') return [inner === true ? '已核准' : '未核准'];
    const text = conditionKeys.has(key) ? conditionText(inner as Condition) : inline(inner, plain);
    return [`${keyWords[key] ?? key} ${text}`];
  });
}

function wordOf(text: string, titles: Titles): string {
  const post = titles.postTitle(text);
  if (post !== text) return post;
  const gate = titles.gateTitle(text);
  return gate !== text ? gate : (valueWords[text] ?? text);
}

function isDuration(value: object): value is Duration {
  return 'n' in value && 'unit' in value && Object.keys(value).length === 2;
}

/** So many items per span, as of updates. */
function isCount(value: object): value is { times: number; per: Duration } {
  return 'times' in value && 'per' in value && Object.keys(value).length === 2;
}
