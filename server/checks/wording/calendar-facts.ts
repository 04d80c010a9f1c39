import type { Raw } from '../finding.ts';
import type { Signs } from './signs.ts';

const DATE = /(?:(\d{4})\s?年\s?)?(\d{1,2})\s?$/;
const DAY = /^\s?(\d{1,2})\s?(?:日|号)(?:\s?[（(]?\s?(?:星期|周|礼拜)([一二三四五六日天])[）)]?)?/;
const LUNAR = /(?:农历|阴历|夏历|旧历|腊)$/;
const WEEKDAYS = '日一二三四五六';
const CLOCK_BEFORE = /(?:^|[^\d.:：])(\d{2,3})$/;
const CLOCK_AFTER = /^(\d{1,2})分/;

/** Dates that the calendar does not have, and weekdays that are not the date's. */
export function findDates(text: string, { months }: Signs): Raw[] {
  return months.flatMap((at) => {
    const before = DATE.exec(text.slice(Math.max(0, at - 12), at));
    if (!before) return [];
    const start = at - before[0].length;
    if (/[\d.]/.test(text.charAt(start - 1)) || LUNAR.test(text.slice(Math.max(0, start - 2), start)))
      return [];
    const after = DAY.exec(text.slice(at + 1, at + 20));
    return judgeDate(text, { start, at }, before, after);
  });
}

function judgeDate(
  text: string,
  { start, at }: { start: number; at: number },
  before: RegExpExecArray,
  after: RegExpExecArray | null,
): Raw[] {
  const year = before[1] === undefined ? undefined : Number(before[1]);
  const month = Number(before[2]);
  if (!after) {
    const isMonth = year === undefined || (month >= 1 && month <= 12);
    return isMonth ? [] : [{ kind: 'no-such-date', start, end: at + 1, severity: 'warn' }];
  }
  const day = Number(after[1]);
  const length = after[0].length - (after[2] === undefined ? 0 : weekdayLength(after[0]));
  if (month < 1 || month > 12 || day < 1 || day > daysOf(year, month))
    return [{ kind: 'no-such-date', start, end: at + 1 + length, severity: 'warn' }];
  if (after[2] === undefined || year === undefined || year < 1900) return [];
  const right = WEEKDAYS.charAt(weekdayOf(year, month, day));
  const written = after[2] === '天' ? '日' : after[2];
  if (written === right) return [];
  const place = text.indexOf(after[2], at + 1 + length);
  const facts = { right: `星期${right}` };
  const suggestion = right;
  return [{ kind: 'weekday', start: place, end: place + 1, severity: 'warn', facts, suggestion }];
}

function weekdayLength(words: string): number {
  return words.length - words.search(/\s?[（(]?\s?(?:星期|周|礼拜)/);
}

function daysOf(year: number | undefined, month: number): number {
  const isLeap = year === undefined || (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** 0 for Sunday; Sakamoto's method for the Gregorian calendar. */
function weekdayOf(year: number, month: number, day: number): number {
  const y = month < 3 ? year - 1 : year;
  const shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1] ?? 0;
  return (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + shift + day) % 7;
}

/** 25时30分, 9时75分: times that no clock shows. */
export function findTimes(text: string, { hours }: Signs): Raw[] {
  return hours.flatMap((at) => {
    const before = CLOCK_BEFORE.exec(text.slice(Math.max(0, at - 4), at));
    const hour = /(\d{1,3})$/.exec(text.slice(Math.max(0, at - 3), at));
    const after = CLOCK_AFTER.exec(text.slice(at + 1, at + 4));
    if (!hour || !after) return [];
    const isClock = (!before || Number(before[1]) <= 24) && Number(after[1]) < 60;
    if (isClock) return [];
    const end = at + 1 + after[0].length;
    return [{ kind: 'no-such-time', start: at - hour[0].length, end, severity: 'warn' }];
  });
}
