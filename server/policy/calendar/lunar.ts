import { CalendarError } from './calendar-error.ts';
import { dayNumberOf, FIRST_YEAR, LAST_YEAR } from './day.ts';

/**
 * The months of the lunar years 1900–2100, one number a year, ten years a line. Bits 4–15 from the left: are
 * the months 1 to 12 long (30 days, else 29)? The lowest four bits: after which month a leap month stands (0:
 * none); bit 16: is that leap month long?
 *
 * The table that most open lunar calendars share; it follows the calendar of the Purple Mountain Observatory
 * (GB/T 33661-2017). Taken over through chinese-days 1.5.7 (MIT) with the year 1996 put right (its 中秋节 was
 * 27 September). lunar.test.ts proves the days we use by the new moons of Meeus, Astronomical Algorithms,
 * chapter 49, and against the calendar inside the JavaScript engine.
 */
// biome-ignore format: ten years a line
const MONTHS_OF_YEAR: readonly number[] = [
  0x04bd8, 0x04ae0, 0x0a570, 0x054d5, 0x0d260, 0x0d950, 0x16554, 0x056a0, 0x09ad0, 0x055d2, // 1900
  0x04ae0, 0x0a5b6, 0x0a4d0, 0x0d250, 0x1d255, 0x0b540, 0x0d6a0, 0x0ada2, 0x095b0, 0x14977, // 1910
  0x04970, 0x0a4b0, 0x0b4b5, 0x06a50, 0x06d40, 0x1ab54, 0x02b60, 0x09570, 0x052f2, 0x04970, // 1920
  0x06566, 0x0d4a0, 0x0ea50, 0x06e95, 0x05ad0, 0x02b60, 0x186e3, 0x092e0, 0x1c8d7, 0x0c950, // 1930
  0x0d4a0, 0x1d8a6, 0x0b550, 0x056a0, 0x1a5b4, 0x025d0, 0x092d0, 0x0d2b2, 0x0a950, 0x0b557, // 1940
  0x06ca0, 0x0b550, 0x15355, 0x04da0, 0x0a5b0, 0x14573, 0x052b0, 0x0a9a8, 0x0e950, 0x06aa0, // 1950
  0x0aea6, 0x0ab50, 0x04b60, 0x0aae4, 0x0a570, 0x05260, 0x0f263, 0x0d950, 0x05b57, 0x056a0, // 1960
  0x096d0, 0x04dd5, 0x04ad0, 0x0a4d0, 0x0d4d4, 0x0d250, 0x0d558, 0x0b540, 0x0b6a0, 0x195a6, // 1970
  0x095b0, 0x049b0, 0x0a974, 0x0a4b0, 0x0b27a, 0x06a50, 0x06d40, 0x0af46, 0x0ab60, 0x09570, // 1980
  0x04af5, 0x04970, 0x064b0, 0x074a3, 0x0ea50, 0x06b58, 0x05ac0, 0x0ab60, 0x096d5, 0x092e0, // 1990
  0x0c960, 0x0d954, 0x0d4a0, 0x0da50, 0x07552, 0x056a0, 0x0abb7, 0x025d0, 0x092d0, 0x0cab5, // 2000
  0x0a950, 0x0b4a0, 0x0baa4, 0x0ad50, 0x055d9, 0x04ba0, 0x0a5b0, 0x15176, 0x052b0, 0x0a930, // 2010
  0x07954, 0x06aa0, 0x0ad50, 0x05b52, 0x04b60, 0x0a6e6, 0x0a4e0, 0x0d260, 0x0ea65, 0x0d530, // 2020
  0x05aa0, 0x076a3, 0x096d0, 0x04afb, 0x04ad0, 0x0a4d0, 0x1d0b6, 0x0d250, 0x0d520, 0x0dd45, // 2030
  0x0b5a0, 0x056d0, 0x055b2, 0x049b0, 0x0a577, 0x0a4b0, 0x0aa50, 0x1b255, 0x06d20, 0x0ada0, // 2040
  0x14b63, 0x09370, 0x049f8, 0x04970, 0x064b0, 0x168a6, 0x0ea50, 0x06b20, 0x1a6c4, 0x0aae0, // 2050
  0x0a2e0, 0x0d2e3, 0x0c960, 0x0d557, 0x0d4a0, 0x0da50, 0x05d55, 0x056a0, 0x0a6d0, 0x055d4, // 2060
  0x052d0, 0x0a9b8, 0x0a950, 0x0b4a0, 0x0b6a6, 0x0ad50, 0x055a0, 0x0aba4, 0x0a5b0, 0x052b0, // 2070
  0x0b273, 0x06930, 0x07337, 0x06aa0, 0x0ad50, 0x14b55, 0x04b60, 0x0a570, 0x054e4, 0x0d160, // 2080
  0x0e968, 0x0d520, 0x0daa0, 0x16aa6, 0x056d0, 0x04ae0, 0x0a9d4, 0x0a2d0, 0x0d150, 0x0f252, // 2090
  0x0d520, // 2100
];

/** 1 January 1900 is the 31st day before the first day of the lunar year 1900 (31 January). */
const FIRST_NEW_YEAR = dayNumberOf(1900, 1, 31);

/** Day number of a day of the lunar calendar (month 1–12, never a leap month; day 1–30), lunar years 1900–2100. */
export function lunarDay(lunarYear: number, month: number, dayOfMonth: number): number {
  let day = FIRST_NEW_YEAR;
  for (let year = FIRST_YEAR; year < lunarYear; year += 1) day += daysOfYear(monthsOf(year));
  const months = monthsOf(lunarYear);
  for (let before = 1; before < month; before += 1)
    day += daysOfMonth(months, before) + leapDaysAfter(months, before);
  return day + dayOfMonth - 1;
}

/**
 * Day number of 清明 (solar longitude 15°), years 1900–2100: the day of April is the whole part of 0.2422 Y + C,
 * less the leap days since the turn of the century, with C 5.59 in the 20th and 4.81 in the 21st century
 * (the 寿星 formula, 许剑伟). lunar.test.ts proves every year by the sun's longitude (Meeus, chapter 25).
 */
export function qingming(year: number): number {
  const [turn, constant] = year < 2000 ? [1900, 5.59] : [2000, 4.81];
  const sinceTurn = year - turn;
  const leapDays = Math.floor(sinceTurn / 4) - (year === 2100 ? 1 : 0);
  return dayNumberOf(year, 4, Math.floor(sinceTurn * 0.2422 + constant) - leapDays);
}

function monthsOf(lunarYear: number): number {
  const months =
    lunarYear < FIRST_YEAR || lunarYear > LAST_YEAR ? undefined : MONTHS_OF_YEAR[lunarYear - FIRST_YEAR];
  if (months === undefined) throw new CalendarError('out-of-years', { year: lunarYear });
  return months;
}

function daysOfMonth(months: number, month: number): number {
  return (months >> (16 - month)) & 1 ? 30 : 29;
}

function leapDaysAfter(months: number, month: number): number {
  if ((months & 0xf) !== month) return 0;
  return months >> 16 ? 30 : 29;
}

function daysOfYear(months: number): number {
  let days = 0;
  for (let month = 1; month <= 12; month += 1)
    days += daysOfMonth(months, month) + leapDaysAfter(months, month);
  return days;
}
