import { CalendarError } from './calendar-error.ts';

/** A civil day of the legal zone (Asia/Shanghai, +08:00, no summer time), written 'YYYY-MM-DD'. */
export type Day = string;

/** First and last year the calendar answers for: the span of the lunar table. */
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2100;
/** The last day the calendar answers for. */
export const LAST_DAY: Day = `${LAST_YEAR}-12-31`;

const DAY_PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAYS_OF_400_YEARS = 146_097;
/** Days from 0000-03-01 to 1970-01-01, the origin of day numbers. */
const EPOCH_SHIFT = 719_468;

/**
 * Number of the civil day counted from 1970-01-01 (= 0), proleptic Gregorian.
 * The year is taken to begin in March, so that the leap day comes last (Howard Hinnant, "chrono-Compatible
 * Low-Level Date Algorithms", days_from_civil).
 */
export function dayNumberOf(year: number, month: number, dayOfMonth: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_OF_400_YEARS + dayOfEra - EPOCH_SHIFT;
}

/** Year, month (1–12) and day of month of a day number; the inverse of dayNumberOf. */
export function civilOf(dayNumber: number): { year: number; month: number; dayOfMonth: number } {
  const shifted = dayNumber + EPOCH_SHIFT;
  const era = Math.floor(shifted / DAYS_OF_400_YEARS);
  const dayOfEra = shifted - era * DAYS_OF_400_YEARS;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const dayOfMonth = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfMonth };
}

/** Number of days in a month (1–12) of a year. */
function daysInMonth(year: number, month: number): number {
  const next = month === 12 ? dayNumberOf(year + 1, 1, 1) : dayNumberOf(year, month + 1, 1);
  return next - dayNumberOf(year, month, 1);
}

/** Whether the text is an existing day 'YYYY-MM-DD' of the years the calendar answers for. */
export function isDay(text: string): text is Day {
  const match = DAY_PATTERN.exec(text);
  if (!match) return false;
  const [year, month, dayOfMonth] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || dayOfMonth < 1) return false;
  return dayOfMonth <= daysInMonth(year, month);
}

/** Day number of a 'YYYY-MM-DD'; throws CalendarError 'bad-day' for anything that is no day from 1900 to 2100. */
export function numberOfDay(day: Day): number {
  if (!isDay(day)) throw new CalendarError('bad-day', { text: day });
  return dayNumberOf(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10)));
}

/** 'YYYY-MM-DD' of a day number; throws CalendarError 'out-of-years' outside 1900–2100. */
export function dayOfNumber(dayNumber: number): Day {
  const { year, month, dayOfMonth } = civilOf(dayNumber);
  if (year < FIRST_YEAR || year > LAST_YEAR) throw new CalendarError('out-of-years', { year });
  return `${year}-${two(month)}-${two(dayOfMonth)}`;
}

/** Day of the week of a day number: 0 Sunday … 6 Saturday. */
export function weekdayOf(dayNumber: number): number {
  return (((dayNumber + 4) % 7) + 7) % 7;
}

/** The day n calendar days later (earlier for a negative n). */
export function addDays(day: Day, n: number): Day {
  return dayOfNumber(numberOfDay(day) + n);
}

/** Calendar days from one day to another: 0 for the same day, negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return numberOfDay(to) - numberOfDay(from);
}

/**
 * The same day of the month n months on; where that day does not exist, the last day of that month, and
 * `clamped` says so.
 */
export function addMonths(day: Day, n: number): { day: Day; clamped: boolean } {
  const start = civilOf(numberOfDay(day));
  const months = start.year * 12 + (start.month - 1) + n;
  const year = Math.floor(months / 12);
  const month = months - year * 12 + 1;
  const last = daysInMonth(year, month);
  const dayOfMonth = Math.min(start.dayOfMonth, last);
  return { day: dayOfNumber(dayNumberOf(year, month, dayOfMonth)), clamped: dayOfMonth < start.dayOfMonth };
}

/** A number from 0 to 99 written with two digits. */
export function two(n: number): string {
  return String(n).padStart(2, '0');
}
