import {
  HOLIDAY_REASON,
  MAKE_UP_REASON,
  PLAIN_WORKDAY_REASON,
  STATUTORY_REASON,
  STATUTORY_SOURCE,
  WEEKDAY_WORDS,
} from '../../../contracts/deadlines/words.ts';
import {
  type CalendarData,
  type CalendarYear,
  firstDayOfNotice,
  type HolidaySpan,
  soundYear,
} from './calendar-year.ts';
import { civilOf, type Day, dayOfNumber, numberOfDay, weekdayOf } from './day.ts';
import { statutoryHolidays } from './statutory.ts';

/** What holds for one day: worked or not, why (Chinese), and whether a notice not yet out may change it. */
export interface DayRuling {
  readonly working: boolean;
  readonly why: string;
  readonly provisional: boolean;
}

/** Calendar data made ready for questions; holds no state that changes an answer. */
export interface Calendar {
  readonly version: string;
  readonly data: CalendarData;
  /** The ruling on a day number (see numberOfDay). */
  readonly rule: (dayNumber: number) => DayRuling;
}

interface Notices {
  readonly announced: ReadonlySet<number>;
  readonly holidays: ReadonlyMap<number, string>;
  readonly makeUp: ReadonlySet<number>;
}

/**
 * Makes a calendar of its data. An announced year rules by its notice; any other year, before the first notice
 * known as well as after the last, by the days fixed by law, provisionally. Later notices win over earlier ones
 * where both name a December day. Until the notice for a year is out, the last week of the year before is
 * provisional too: 元旦 has begun on 30 December (2017, 2018) and weekends before it have been worked (29 December
 * 2018, by the notice for 2019), and the notice that says so comes only in November. Throws CalendarError 'bad-calendar' on data that contradicts itself.
 */
export function calendarOf(data: CalendarData): Calendar {
  const notices = readNotices(data);
  const fixedByYear = new Map<number, ReadonlyMap<number, string>>();
  const fixedOf = (year: number) => {
    const known = fixedByYear.get(year) ?? daysOff(statutoryHolidays(year));
    fixedByYear.set(year, known);
    return known;
  };
  return { version: data.version, data, rule: (dayNumber) => ruleOn(notices, fixedOf, dayNumber) };
}

/** Whether a day is worked, why, and whether that is provisional; throws CalendarError for a day outside 1900–2100. */
export function isWorkingDay(calendar: Calendar, day: Day): DayRuling {
  return calendar.rule(numberOfDay(day));
}

/**
 * Working days after `from` up to and including `to`: the n for which `from` + n working days is the last working
 * day not after `to`. 0 when `to` is not later than `from`.
 */
export function workingDaysBetween(
  calendar: Calendar,
  from: Day,
  to: Day,
): { days: number; provisional: boolean } {
  const end = numberOfDay(to);
  let days = 0;
  let provisional = false;
  for (let day = numberOfDay(from) + 1; day <= end; day += 1) {
    const ruling = calendar.rule(day);
    if (ruling.working) days += 1;
    if (ruling.provisional) provisional = true;
  }
  return { days, provisional };
}

/** The n-th working day before a day (n ≥ 1). */
export function workingDayBefore(calendar: Calendar, day: Day, n: number): Day {
  let number = numberOfDay(day);
  for (let counted = 0; counted < n; ) {
    number -= 1;
    if (calendar.rule(number).working) counted += 1;
  }
  return dayOfNumber(number);
}

/** The year as it rules: its notice if known, else the days fixed by law with status 'statutory'. */
export function yearOf(calendar: Calendar, year: number): CalendarYear {
  const announced = calendar.data.years.find((known) => known.year === year && known.status === 'announced');
  if (announced) return announced;
  return {
    year,
    status: 'statutory',
    source: STATUTORY_SOURCE,
    holidays: statutoryHolidays(year),
    makeUp: [],
  };
}

function ruleOn(
  notices: Notices,
  fixedOf: (year: number) => ReadonlyMap<number, string>,
  dayNumber: number,
): DayRuling {
  const holiday = notices.holidays.get(dayNumber);
  if (holiday !== undefined) return { working: false, why: HOLIDAY_REASON(holiday), provisional: false };
  if (notices.makeUp.has(dayNumber)) return { working: true, why: MAKE_UP_REASON, provisional: false };
  const { year } = civilOf(dayNumber);
  const unannounced = !notices.announced.has(year);
  const provisional =
    unannounced || (dayNumber >= firstDayOfNotice(year + 1) && !notices.announced.has(year + 1));
  const fixed = unannounced ? fixedOf(year).get(dayNumber) : undefined;
  if (fixed !== undefined) return { working: false, why: STATUTORY_REASON(fixed), provisional };
  const weekday = weekdayOf(dayNumber);
  if (weekday === 0 || weekday === 6)
    return { working: false, why: WEEKDAY_WORDS[weekday] ?? '', provisional };
  return { working: true, why: PLAIN_WORKDAY_REASON, provisional };
}

function readNotices(data: CalendarData): Notices {
  const announced = new Set<number>();
  const holidays = new Map<number, string>();
  const makeUp = new Set<number>();
  for (const year of inOrder(data.years).map(soundYear)) {
    if (year.status !== 'announced') continue;
    announced.add(year.year);
    for (const [day, name] of daysOff(year.holidays)) {
      holidays.set(day, name);
      makeUp.delete(day);
    }
    for (const day of year.makeUp.map(numberOfDay)) {
      makeUp.add(day);
      holidays.delete(day);
    }
  }
  return { announced, holidays, makeUp };
}

function inOrder(years: readonly CalendarYear[]): CalendarYear[] {
  return [...years].sort((a, b) => a.year - b.year);
}

function daysOff(spans: readonly HolidaySpan[]): Map<number, string> {
  const days = new Map<number, string>();
  for (const span of spans) {
    for (let day = numberOfDay(span.from); day <= numberOfDay(span.to); day += 1) {
      const other = days.get(day);
      days.set(day, other === undefined ? span.name : `${other}、${span.name}`);
    }
  }
  return days;
}
