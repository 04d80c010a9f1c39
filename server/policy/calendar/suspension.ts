import { CalendarError } from './calendar-error.ts';
import { numberOfDay } from './day.ts';
import { type Moment, minutesOf, parseMoment } from './moment.ts';

/**
 * A stretch during which a clock stands still: suspended at `from`, resumed at `to`. For terms in days and longer
 * the stretch is counted as every term is: its first day is day zero. The day of suspension still counts towards
 * the term, the days after it up to and including the day of resumption do not; suspended and resumed on one day
 * loses nothing. For hours the minutes from `from` to `to` are lost.
 */
export interface Suspension {
  readonly from: Moment;
  readonly to: Moment;
}

/** Numbers of the days that do not count; throws CalendarError 'bad-suspension' where the ends are reversed. */
export function suspendedDays(suspensions: readonly Suspension[]): ReadonlySet<number> {
  const days = new Set<number>();
  for (const suspension of suspensions) {
    const { from, to } = ends(suspension);
    for (let day = numberOfDay(from.day) + 1; day <= numberOfDay(to.day); day += 1) days.add(day);
  }
  return days;
}

/** Minutes lost by a term of so many minutes from `begin` (both as minutesOf), overlapping stretches counted once. */
export function lostMinutes(suspensions: readonly Suspension[], begin: number, minutes: number): number {
  const stretches = suspensions
    .map(ends)
    .map(({ from, to }) => ({ from: minutesOf(from), to: minutesOf(to) }));
  stretches.sort((a, b) => a.from - b.from);
  let end = begin + minutes;
  let covered = begin;
  for (const { from, to } of stretches) {
    const start = Math.max(from, covered);
    if (start >= end || to <= start) continue;
    end += to - start;
    covered = to;
  }
  return end - begin - minutes;
}

function ends(suspension: Suspension) {
  const from = parseMoment(suspension.from);
  const to = parseMoment(suspension.to);
  if (minutesOf(from) > minutesOf(to)) {
    throw new CalendarError('bad-suspension', { from: suspension.from, to: suspension.to });
  }
  return { from, to };
}
