import { CalendarError } from './calendar-error.ts';
import { type Day, dayNumberOf, isDay, numberOfDay, weekdayOf } from './day.ts';
import { statutoryHolidays } from './statutory.ts';

/** Consecutive days off under one name, both ends included. */
export interface HolidaySpan {
  readonly name: string;
  readonly from: Day;
  readonly to: Day;
}

/**
 * What one notice of the State Council says. Days of the last week of December before may stand in it, since a
 * notice may begin 元旦 there. `announced`: the notice is out; `statutory`: only the days fixed by law are known.
 */
export interface CalendarYear {
  readonly year: number;
  readonly status: 'announced' | 'statutory';
  readonly source: string;
  readonly holidays: readonly HolidaySpan[];
  readonly makeUp: readonly Day[];
}

/** All years known, under a version that running deadlines record. Plain data: fit for JSON and for a table. */
export interface CalendarData {
  readonly version: string;
  readonly years: readonly CalendarYear[];
}

type CalendarYearProblemCode =
  | 'source-missing'
  | 'name-missing'
  | 'bad-day'
  | 'from-after-to'
  | 'day-outside-year'
  | 'span-too-long'
  | 'holidays-overlap'
  | 'make-up-on-weekday'
  | 'make-up-on-holiday'
  | 'make-up-twice'
  | 'statutory-day-missing';

/** One thing wrong with a year someone loads: where, and which day or name it is about. */
export interface CalendarYearProblem {
  readonly code: CalendarYearProblemCode;
  readonly field: string;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** The longest span ever announced is nine days; a longer one is a slip of the pen. */
const LONGEST_SPAN = 15;
/** The first year under the revised rules; notices before follow older lists of days. */
const REVISED_RULES_FROM = 2025;

/** Everything wrong with a year as loaded; an empty list means it can be used. */
export function checkCalendarYear(year: CalendarYear): CalendarYearProblem[] {
  const shape = [...checkHead(year), ...year.holidays.flatMap((span, i) => checkSpan(year.year, span, i))];
  const days = year.makeUp.flatMap((day, i) => checkDay(year.year, day, `makeUp.${i}`));
  if (shape.length + days.length > 0) return [...shape, ...days];
  return [...checkOverlaps(year), ...checkMakeUp(year), ...checkStatutory(year)];
}

/** The same year, or CalendarError 'bad-calendar' if checkCalendarYear finds a problem. */
export function soundYear(year: CalendarYear): CalendarYear {
  const problem = checkCalendarYear(year)[0];
  if (problem)
    throw new CalendarError('bad-calendar', { year: year.year, field: problem.field, why: problem.code });
  return year;
}

/** The first day a year's notice may speak of: 元旦 and its make-up days may fall in the last week of December. */
export function firstDayOfNotice(year: number): number {
  return dayNumberOf(year - 1, 12, 25);
}

function checkHead(year: CalendarYear): CalendarYearProblem[] {
  return year.source.trim() === ''
    ? [{ code: 'source-missing', field: 'source', facts: { year: year.year } }]
    : [];
}

function checkSpan(year: number, span: HolidaySpan, index: number): CalendarYearProblem[] {
  const field = `holidays.${index}`;
  const ends = [...checkDay(year, span.from, `${field}.from`), ...checkDay(year, span.to, `${field}.to`)];
  if (span.name.trim() === '') return [{ code: 'name-missing', field: `${field}.name`, facts: {} }, ...ends];
  if (ends.length > 0) return ends;
  const facts = { name: span.name, from: span.from, to: span.to, longest: LONGEST_SPAN };
  if (span.from > span.to) return [{ code: 'from-after-to', field, facts }];
  const days = numberOfDay(span.to) - numberOfDay(span.from) + 1;
  return days > LONGEST_SPAN ? [{ code: 'span-too-long', field, facts }] : [];
}

function checkDay(year: number, day: Day, field: string): CalendarYearProblem[] {
  if (!isDay(day)) return [{ code: 'bad-day', field, facts: { day } }];
  const number = numberOfDay(day);
  const inside = number >= firstDayOfNotice(year) && number <= dayNumberOf(year, 12, 31);
  return inside ? [] : [{ code: 'day-outside-year', field, facts: { day, year } }];
}

function checkOverlaps(year: CalendarYear): CalendarYearProblem[] {
  const sorted = year.holidays
    .map((span, index) => ({ span, index }))
    .sort((a, b) => (a.span.from < b.span.from ? -1 : 1));
  return sorted.flatMap(({ span, index }, place) => {
    const before = sorted[place - 1]?.span;
    if (!before || before.to < span.from) return [];
    return [
      {
        code: 'holidays-overlap' as const,
        field: `holidays.${index}`,
        facts: { name: span.name, other: before.name },
      },
    ];
  });
}

function checkMakeUp(year: CalendarYear): CalendarYearProblem[] {
  return year.makeUp.flatMap((day, index): CalendarYearProblem[] => {
    const field = `makeUp.${index}`;
    const holiday = year.holidays.find((span) => span.from <= day && day <= span.to);
    const weekday = weekdayOf(numberOfDay(day));
    if (year.makeUp.indexOf(day) !== index) return [{ code: 'make-up-twice', field, facts: { day } }];
    if (holiday) return [{ code: 'make-up-on-holiday', field, facts: { day, name: holiday.name } }];
    return weekday === 0 || weekday === 6 ? [] : [{ code: 'make-up-on-weekday', field, facts: { day } }];
  });
}

/** A notice moves days off about; it cannot take away those fixed by law. */
function checkStatutory(year: CalendarYear): CalendarYearProblem[] {
  if (year.year < REVISED_RULES_FROM) return [];
  return statutoryHolidays(year.year).flatMap((fixed) => {
    const inSpan = (day: Day) => year.holidays.some((span) => span.from <= day && day <= span.to);
    if (inSpan(fixed.from) && inSpan(fixed.to)) return [];
    return [
      {
        code: 'statutory-day-missing' as const,
        field: 'holidays',
        facts: { name: fixed.name, from: fixed.from, to: fixed.to },
      },
    ];
  });
}
