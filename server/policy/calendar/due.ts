import { STEP_WORDS, stepText, termText } from '../../../contracts/deadlines/words.ts';
import type { Calendar } from './calendar.ts';
import { addMonths, type Day, dayOfNumber, numberOfDay } from './day.ts';
import { formatMoment, type Moment, type MomentParts, minutesOf, momentAt, parseMoment } from './moment.ts';
import { lostMinutes, type Suspension, suspendedDays } from './suspension.ts';
import { checkTerm, type Duration } from './term.ts';

/** One day of a derivation: whether it counts towards the term, and why (Chinese). */
interface DueStep {
  readonly date: Moment;
  readonly counted: boolean;
  readonly why: string;
}

/** A computed due day or moment, whether a notice not yet out may move it, and the derivation. */
export interface Due {
  readonly due: Moment;
  readonly provisional: boolean;
  readonly steps: readonly DueStep[];
}

/** A term with what happened to it: suspended stretches, and terms added one after the other once it ended. */
export interface ClockFacts {
  readonly from: Moment;
  readonly term: Duration;
  readonly suspensions?: readonly Suspension[];
  readonly extensions?: readonly Duration[];
}

/**
 * When a term that starts at `from` ends. The start day is day zero. Working days follow the calendar, make-up
 * days counting; days, weeks, months and years are calendar time, and a month that lacks the day ends the term on
 * its last day. Hours run from the minute, or from 00:00 where only a day is given; then a due moment at midnight
 * is written as the day. Throws CalendarError for a bad start, a term beyond its unit's limit, or a year past 2100.
 */
export function computeDue(calendar: Calendar, from: Moment, term: Duration): Due {
  return computeClock(calendar, { from, term });
}

/**
 * As computeDue, with suspended days not counted (see Suspension) and each extension counted on from the day the
 * term before it ends. Recomputes a running deadline from its facts alone, so the answer never depends on what
 * was computed before.
 */
export function computeClock(calendar: Calendar, facts: ClockFacts): Due {
  const suspensions = facts.suspensions ?? [];
  let leg = runTerm(calendar, parseMoment(facts.from), facts.term, suspensions);
  let provisional = leg.provisional;
  const steps: DueStep[] = [
    step(formatMoment(parseMoment(facts.from)), false, STEP_WORDS.start),
    ...leg.steps,
  ];
  for (const extension of facts.extensions ?? []) {
    steps.push(step(formatMoment(leg.due), false, STEP_WORDS.extended(termText(extension))));
    leg = runTerm(calendar, leg.due, extension, suspensions);
    provisional = provisional || leg.provisional;
    steps.push(...leg.steps);
  }
  return { due: formatMoment(leg.due), provisional, steps };
}

interface Leg {
  readonly due: MomentParts;
  readonly provisional: boolean;
  readonly steps: readonly DueStep[];
}

function runTerm(
  calendar: Calendar,
  start: MomentParts,
  term: Duration,
  suspensions: readonly Suspension[],
): Leg {
  checkTerm(term);
  const suspended = suspendedDays(suspensions);
  switch (term.unit) {
    case 'hour':
      return runHours(start, term, suspensions);
    case 'workday':
      return runDays(start.day, term.n, suspended, (day) => calendar.rule(day));
    case 'day':
      return runDays(start.day, term.n, suspended, () => EVERY_DAY);
    default:
      return runSpan(start.day, term, suspended);
  }
}

const EVERY_DAY = { working: true, why: STEP_WORDS.calendarDay, provisional: false };

function runHours(start: MomentParts, term: Duration, suspensions: readonly Suspension[]): Leg {
  const begin = minutesOf(start);
  const lost = lostMinutes(suspensions, begin, term.n * 60);
  const end = momentAt(begin + term.n * 60 + lost);
  const due = { ...end, timed: start.timed || end.minute !== 0 };
  const done = lost === 0 ? '' : STEP_WORDS.suspendedMinutes(lost);
  return {
    due,
    provisional: false,
    steps: [step(formatMoment(due), true, STEP_WORDS.termDone(termText(term)) + done)],
  };
}

function runDays(start: Day, n: number, suspended: ReadonlySet<number>, rule: Calendar['rule']): Leg {
  const steps: DueStep[] = [];
  let provisional = false;
  let day = numberOfDay(start);
  for (let counted = 0; counted < n; ) {
    day += 1;
    const date = dayOfNumber(day);
    const ruling = rule(day);
    provisional = provisional || ruling.provisional;
    const counts = ruling.working && !suspended.has(day);
    if (counts) counted += 1;
    steps.push(step(date, counts, suspended.has(day) ? STEP_WORDS.suspended : ruling.why));
  }
  return { due: plainDay(dayOfNumber(day)), provisional, steps };
}

/** Weeks, months and years: the corresponding day, moved on by the suspended days met on the way. */
function runSpan(start: Day, term: Duration, suspended: ReadonlySet<number>): Leg {
  const ends = Array.from({ length: term.unit === 'week' ? term.n : 1 }, (_, i) => i + 1);
  const goal = spanEnd(start, term, term.n);
  const first = numberOfDay(start);
  let end = first;
  let skipped = 0;
  for (let left = numberOfDay(goal.day) - first; left > 0; ) {
    end += 1;
    if (suspended.has(end)) skipped += 1;
    else left -= 1;
  }
  const due = dayOfNumber(end);
  const done = goal.clamped ? STEP_WORDS.clamped(termText(term)) : STEP_WORDS.termDone(termText(term));
  const last = step(due, true, skipped === 0 ? done : done + STEP_WORDS.suspendedDays(skipped));
  const weeks =
    skipped > 0
      ? []
      : ends.slice(0, -1).map((n) => step(spanEnd(start, term, n).day, true, STEP_WORDS.weekDone(n)));
  return { due: plainDay(due), provisional: false, steps: [...weeks, last] };
}

function spanEnd(start: Day, term: Duration, n: number): { day: Day; clamped: boolean } {
  if (term.unit === 'week') return { day: dayOfNumber(numberOfDay(start) + 7 * n), clamped: false };
  return addMonths(start, term.unit === 'year' ? 12 * n : n);
}

function plainDay(day: Day): MomentParts {
  return { day, minute: 0, timed: false };
}

function step(date: Moment, counted: boolean, why: string): DueStep {
  return { date, counted, why: stepText(why, counted) };
}
