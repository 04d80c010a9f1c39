const WEEKDAYS = '日一二三四五六';

/** How many days a month has; February has 29 where no year is named. */
export function daysOf(year: number | undefined, month: number): number {
  const isLeap = year === undefined || (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** The character of the weekday (日 for Sunday); Sakamoto's method for the Gregorian calendar. */
export function weekdayOf(year: number, month: number, day: number): string {
  const y = month < 3 ? year - 1 : year;
  const shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1] ?? 0;
  const place = (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + shift + day) % 7;
  return WEEKDAYS.charAt(place);
}

const IN_BRACKETS = /^\s?[（(]\s?(?:星期|周|礼拜)([一二三四五六日天])\s?[）)]?/;
/** Without brackets it may begin a statement of its own: 周一至周五开放, 星期六、星期日休息. */
const BARE = /^\s?(?:星期|周|礼拜)([一二三四五六日天])(?![至到—–~～、-])/;
const AFTER_COMMA = /^[，,]\s?(?:星期|周|礼拜)([一二三四五六日天])(?=[，,。；;）)\s上下]|$)/;

/** A weekday right after a date: its character, where that stands behind the date, and where it all ends. */
export interface Weekday {
  readonly sign: string;
  readonly at: number;
  readonly length: number;
  readonly inBrackets: boolean;
}

/** The weekday that `rest`, what follows a date, begins with. */
export function weekdayAt(rest: string): Weekday | null {
  const bracketed = IN_BRACKETS.exec(rest);
  const match = bracketed ?? BARE.exec(rest) ?? AFTER_COMMA.exec(rest);
  const sign = match?.[1];
  if (!match || sign === undefined) return null;
  const inBrackets = bracketed !== null;
  return {
    sign: sign === '天' ? '日' : sign,
    at: match[0].lastIndexOf(sign),
    length: match[0].length,
    inBrackets,
  };
}
