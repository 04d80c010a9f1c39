import type { Raw, Severity } from '../../finding.ts';
import { daysOf, type Weekday, weekdayAt, weekdayOf } from './calendar.ts';
import { numberOf } from './numerals.ts';
import type { Signs } from './signs.ts';

const HAN = '一二三四五六七八九十';
const BEFORE = new RegExp(
  `(?:(\\d{4}|[〇○零一二三四五六七八九]{4})\\s?年\\s?)?(\\d{1,2}|[${HAN}]{1,2})\\s?$`,
);
const DAY = new RegExp(`^\\s?(\\d{1,2}|[${HAN}]{1,3})\\s?[日号]`);
const LUNAR = /(?:农历|阴历|夏历|旧历|腊)$/;
/** What leads from the first day of a stretch to its last; 提前至 and 延长至 do not. */
const TO = /^\s?起?\s?(?:至|到|—{1,2}|－|–|～|~|-)\s?$/;
const TO_DAY = /^\s?起?\s?(?:至|到|—{1,2}|－|–|～|~|-)\s?(\d{1,2})[日号]/;
const ANY_YEAR = /(20\d\d)年|〔(20\d\d)〕/g;
const NUMERIC = /(?<![\w.\-/])((?:19|20)\d\d)([-./])(\d{1,2})\2(\d{1,2})(?!\d|[-./]\d|[A-Za-z])/g;
const FAR = 24;

interface Day {
  readonly start: number;
  /** Behind the weekday, where one follows. */
  readonly end: number;
  readonly year?: number;
  /** The year was not written but follows from the first day of the stretch. */
  readonly inherits?: boolean;
  readonly month: number;
  readonly day: number;
}

/** Dates the calendar does not have, weekdays that are not the date's, stretches that end before they begin. */
export function findDates(plain: string, { months }: Signs): Raw[] {
  const found: Raw[] = [];
  let last: Day | null = null;
  for (const at of months) {
    const read = dayAt(plain, at, last);
    if (read === null) continue;
    for (const one of read.found) found.push(one);
    if (last && read.day && endsEarlier(plain, last, read.day))
      found.push({ kind: 'dates-reversed', start: last.start, end: read.day.end, severity: 'warn' });
    last = read.day;
  }
  return [...withSingleYear(plain, found), ...numericDates(plain)];
}

type Found = Raw & { readonly guess?: { readonly month: number; readonly day: number } };
interface Read {
  readonly day: Day | null;
  readonly found: Found[];
}

/** The date round a 月; null where there is none that the calendar of months and days could judge. */
function dayAt(plain: string, at: number, last: Day | null): Read | null {
  const before = BEFORE.exec(plain.slice(Math.max(0, at - 12), at));
  if (!before) return null;
  const [head, written, monthWritten = ''] = before;
  const start = at - head.length;
  const isHan = HAN.includes(monthWritten.charAt(0));
  // 二月三十日 without a year may be a lunar one, and 2026年二月三十日 too
  if (isHan && (written === undefined || /\d/.test(written))) return null;
  if (/[\d.]/.test(plain.charAt(start - 1)) || LUNAR.test(plain.slice(Math.max(0, start - 2), start)))
    return null;
  const year = written === undefined ? undefined : numberOf(written);
  const month = numberOf(monthWritten);
  const match = DAY.exec(plain.slice(at + 1, at + 9));
  const isDay = match !== null && HAN.includes(match[1]?.charAt(0) ?? '') === isHan;
  if (!match || !isDay) {
    const isMonth = year === undefined || (month >= 1 && month <= 12);
    return { day: null, found: isMonth ? [] : [wrongDate(start, at + 1)] };
  }
  const follows = last !== null && TO.test(plain.slice(last.end, Math.min(start, last.end + 8)));
  return judge(plain, at + 1 + match[0].length, {
    start,
    month,
    day: numberOf(match[1] ?? ''),
    ...(year === undefined ? inherited(follows ? last : null, month) : { year }),
  });
}

/** 2025年12月29日至1月2日 ends in the year after. */
function inherited(last: Day | null, month: number): { year?: number; inherits?: boolean } {
  if (last?.year === undefined) return {};
  return { year: last.year + (month < last.month ? 1 : 0), inherits: true };
}

/** Judges a date and those that follow with a day only: 10月1日（星期四）至7日（星期三）. A loop, as a text may go on so. */
function judge(plain: string, firstEnd: number, given: Omit<Day, 'end'>): Read {
  const found: Found[] = [];
  let one = given;
  let end = firstEnd;
  for (;;) {
    const { start, year, month, day } = one;
    if (month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) {
      found.push(wrongDate(start, end));
      return { day: null, found };
    }
    const weekday = weekdayAt(plain.slice(end, end + FAR));
    if (weekday) found.push(...wrongWeekday(end, weekday, one));
    const behind = end + (weekday?.length ?? 0);
    const to = TO_DAY.exec(plain.slice(behind, behind + 8));
    if (!to) return { day: { ...one, start: given.start, end: behind }, found };
    one = {
      ...{ start: behind + to[0].search(/\d/), month, day: Number(to[1]) },
      ...(year === undefined ? {} : { year }),
    };
    end = behind + to[0].length;
  }
}

function wrongWeekday(end: number, weekday: Weekday, { year, month, day }: Omit<Day, 'end'>): Found[] {
  const start = end + weekday.at;
  const place = { kind: 'weekday', start, end: start + 1 };
  if (year === undefined)
    return weekday.inBrackets ? [{ ...place, severity: 'note', guess: { month, day } }] : [];
  return year < 1900 ? [] : mismatch(place, 'warn', weekday.sign, weekdayOf(year, month, day));
}

function mismatch(
  place: Pick<Raw, 'kind' | 'start' | 'end'>,
  severity: Severity,
  written: string,
  right: string,
): Raw[] {
  if (written === right) return [];
  return [{ ...place, severity, facts: { right: `星期${right}` }, suggestion: right }];
}

/** A text that names one year only most likely means it throughout: worth a look, not more. */
function withSingleYear(plain: string, found: readonly Found[]): Raw[] {
  if (!found.some(({ guess }) => guess)) return [...found];
  const years = new Set(Array.from(plain.matchAll(ANY_YEAR), ([, one, other]) => one ?? other));
  const [year] = years;
  return found.flatMap(({ guess, ...raw }) => {
    if (!guess) return [raw];
    if (years.size !== 1) return [];
    const written = plain.charAt(raw.start).replace('天', '日');
    return mismatch(raw, 'note', written, weekdayOf(Number(year), guess.month, guess.day));
  });
}

function endsEarlier(plain: string, first: Day, second: Day): boolean {
  if (first.year === undefined || second.year === undefined || second.inherits) return false;
  if (!TO.test(plain.slice(first.end, Math.min(second.start, first.end + 8)))) return false;
  const order = ({ year = 0, month, day }: Day) => (year * 100 + month) * 100 + day;
  return order(second) < order(first);
}

/** 2026-02-30, 2026.2.30: only days that the month lacks, because other numbers are written with points and hyphens too. */
function numericDates(plain: string): Raw[] {
  return [...plain.matchAll(NUMERIC)].flatMap((match) => {
    const [whole, ...groups] = match;
    const [year = 0, , month = 0, day = 0] = groups.map(Number);
    if (month < 1 || month > 12 || day < 1 || day > 31) return [];
    const end = match.index + whole.length;
    if (day > daysOf(year, month)) return [wrongDate(match.index, end)];
    const weekday = weekdayAt(plain.slice(end, end + FAR));
    return weekday?.inBrackets ? wrongWeekday(end, weekday, { start: match.index, year, month, day }) : [];
  });
}

function wrongDate(start: number, end: number): Raw {
  return { kind: 'no-such-date', start, end, severity: 'warn' };
}
