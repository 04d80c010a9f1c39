import { foldedText } from '../place.ts';
import { beginningOfName, nameAt } from '../privacy/person-names.ts';
import { foldText } from '../text/index.ts';

/** Something a text says that another text may say otherwise; `key` tells what it is said of. */
export interface Fact {
  readonly kind: 'figure' | 'date' | 'name';
  readonly key: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

const KEY = 4;
/** Words between a thing and its figure that say nothing. */
const FILLERS =
  /(?:大约|约|达到|达|为|是|超过|超|共计|共有|共|近|逾|至|了|的|:|：|计|有|完成|实现|累计|总计|合计|新增|增长|同比| )+$/;
const FIGURE =
  /\d{1,12}(?:,\d{3}){0,4}(?:\.\d{1,6})?(?:%|[万亿]{0,2}(?:余|多)?(?:平方公里|平方米|立方米|公里|公顷|千瓦|小时|分钟|个月|万|亿|[元人个家件项次户亩吨名场条套辆处所批期天年月日岁倍位篇台类种层级米度座艘架株头]))/g;
const DATE = /(?:\d{4}年)?\d{1,2}月\d{1,2}日/g;
const OFFICES = /(?:书记|主席|总理|省长|市长|区长|县长|镇长|乡长|部长|局长|厅长|处长|主任|院长|校长|秘书长)/g;

/** The figures, dates and holders of offices that a text names, each with what is said around it. */
export function factsOf(text: string): Fact[] {
  const folded = foldText(text, 'plain');
  const facts: Fact[] = [];
  let line = 0;
  for (let at = 0; at <= folded.length; at += 1) {
    const unit = folded.units[at];
    if (at < folded.length && unit !== 10 && unit !== 0x3002 && at - line < 1_000) continue;
    readLine(folded, line, at, facts);
    line = at;
  }
  return facts;
}

type Folded = ReturnType<typeof foldText>;

function readLine(folded: Folded, from: number, to: number, facts: Fact[]): void {
  const written = foldedText(folded, from, to);
  const dates: [number, number][] = [];
  const add = (kind: Fact['kind'], key: string, value: string, at: number, end: number) =>
    facts.push({
      kind,
      key,
      value,
      start: folded.shifts.source(from + at),
      end: folded.shifts.sourceEnd(from + end),
    });
  for (const match of written.matchAll(DATE)) {
    const end = match.index + match[0].length;
    dates.push([match.index, end]);
    const behind = thingBefore(written, match.index);
    const ahead = /^[一-鿿]{2,4}/.exec(written.slice(end, end + KEY))?.[0] ?? '';
    if (ahead.length >= 2) add('date', `>${ahead}`, dayOf(match[0]), match.index, end);
    else if (behind !== '') add('date', `<${behind}`, dayOf(match[0]), match.index, end);
  }
  for (const match of written.matchAll(FIGURE)) {
    const end = match.index + match[0].length;
    if (dates.some(([a, b]) => match.index < b && end > a)) continue;
    const thing = thingBefore(written, match.index);
    const [, number = '', unit = ''] = /^([\d.,]{1,30})(.*)$/.exec(match[0]) ?? [];
    if (thing !== '' && unit !== '')
      add('figure', `${thing}|${unit.at(-1)}`, number.replaceAll(',', '') + unit, match.index, end);
  }
  for (const match of written.matchAll(OFFICES)) holder(folded, from, written, match, add);
}

/** Who holds an office, where a full name follows it. */
function holder(
  folded: Folded,
  from: number,
  written: string,
  match: RegExpMatchArray,
  add: (kind: Fact['kind'], key: string, value: string, at: number, end: number) => void,
): void {
  const at = (match.index ?? 0) + match[0].length;
  const name = nameAt(folded, from + at, true) ?? beginningOfName(folded, from + at);
  if (!name) return;
  const office = written.slice(Math.max(0, at - match[0].length - KEY), at).replace(/^.*[^一-鿿]/, '');
  add('name', office, foldedText(folded, name.from, name.to), at, name.to - from);
}

/** The last characters before a place that name a thing. */
function thingBefore(written: string, at: number): string {
  const before = written.slice(Math.max(0, at - 10), at).replace(FILLERS, '');
  return /[一-鿿]{2,4}$/.exec(before)?.[0] ?? '';
}

/** Month and day, without the year that one of two texts may leave out. */
function dayOf(date: string): string {
  return date.replace(/^\d{4}年/, '');
}

/** Pairs of facts of the same kind and key, each said once on either side, whose values differ. */
export function disagreements(own: readonly Fact[], others: readonly Fact[]): { mine: Fact; theirs: Fact }[] {
  const theirs = once(others);
  return [...once(own).entries()].flatMap(([key, mine]) => {
    const other = theirs.get(key);
    return other && !agree(mine, other) ? [{ mine, theirs: other }] : [];
  });
}

/** Of a name only the beginning may be known. */
function agree(mine: Fact, theirs: Fact): boolean {
  if (mine.kind !== 'name') return mine.value === theirs.value;
  return mine.value.startsWith(theirs.value) || theirs.value.startsWith(mine.value);
}

function once(facts: readonly Fact[]): Map<string, Fact> {
  const found = new Map<string, Fact>();
  const repeated = new Set<string>();
  for (const fact of facts) {
    const key = `${fact.kind} ${fact.key}`;
    const known = found.get(key);
    if (known && known.value !== fact.value) repeated.add(key);
    found.set(key, known ?? fact);
  }
  for (const key of repeated) found.delete(key);
  return found;
}
