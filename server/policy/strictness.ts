import { type Calendar, CalendarError, computeDue, LAST_DAY, numberOfDay } from './calendar/index.ts';
import type { Direction } from './catalogue-spec.ts';
import type { Day, Duration } from './model.ts';
import type { Frequency } from './values-duty.ts';

/** The day asked and the calendar by which durations of different units are compared. */
export interface Yardstick {
  on: Day;
  calendar: Calendar;
}

/**
 * How strict a value is, as a number: higher is stricter. Durations are measured in minutes from the day asked to
 * the due moment, so that 3 working days and 5 days can be compared on that very day.
 */
export function strictness(direction: Direction, value: unknown, by: Yardstick): number {
  switch (direction) {
    case 'earliest-due':
      return -reach(termOf(value), by);
    case 'shortest':
      return -reach(value as Duration, by);
    case 'longest':
      return reach(value as Duration, by);
    case 'earliest-max':
      return -reach((value as { max: Duration }).max, by);
    case 'max':
      return value as number;
    case 'min':
      return -(value as number);
    case 'true':
      return value === true ? 1 : 0;
    case 'required':
      return value === 'required' ? 1 : 0;
    case 'most-often':
      return timesPerYear(value);
  }
}

/**
 * The due moment of a duration counted from the day asked, as computeDue writes it; undefined where it falls beyond
 * the last day the calendar answers for, which no comparison may fail on.
 */
export function dueOn(duration: Duration, by: Yardstick): string | undefined {
  try {
    return computeDue(by.calendar, by.on, duration).due;
  } catch (error) {
    if (error instanceof CalendarError && error.code === 'out-of-years') return undefined;
    throw error;
  }
}

/** The duration inside a value that is one, or has one as `term` or `max`; undefined when there is none. */
export function durationIn(value: unknown): Duration | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if ('unit' in value && 'n' in value) return value as Duration;
  if ('term' in value) return durationIn(value.term);
  return 'max' in value ? durationIn(value.max) : undefined;
}

function termOf(value: unknown): Duration {
  return durationIn(value) as Duration;
}

/** Minutes to the due moment; one beyond the calendar counts as later than all within it, by its average length. */
function reach(duration: Duration, by: Yardstick): number {
  const moment = dueOn(duration, by);
  if (moment === undefined)
    return (numberOfDay(LAST_DAY) + 1 + duration.n * daysOf[duration.unit]) * MINUTES_OF_DAY;
  const minutes = moment.length > 10 ? Number(moment.slice(11, 13)) * 60 + Number(moment.slice(14, 16)) : 0;
  return numberOfDay(moment.slice(0, 10)) * MINUTES_OF_DAY + minutes;
}

const MINUTES_OF_DAY = 1440;
const daysOf = { hour: 1 / 24, workday: 7 / 5, day: 1, week: 7, month: 365.25 / 12, year: 365.25 } as const;

/** Times a year of a frequency; 'regular' names no number and is the least strict, 'continuous' the strictest. */
function timesPerYear(value: unknown): number {
  const often = (
    typeof value === 'object' && value !== null && 'frequency' in value ? value.frequency : value
  ) as Frequency;
  if (often === 'continuous') return Number.MAX_SAFE_INTEGER;
  if (often === 'regular') return 0;
  return (often.times * 365.25) / (often.per.n * daysOf[often.per.unit]);
}
