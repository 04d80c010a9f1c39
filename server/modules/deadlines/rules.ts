import type { BasisRef } from '../../../contracts/kernel/wire.ts';
import {
  addDays,
  type Calendar,
  computeClock,
  type Duration,
  dayOfMoment,
  endOfDue,
  hoursBefore,
  instantOf,
  workingDayBefore,
  yearOf,
} from '../../policy/calendar/index.ts';
import type { ComputedDue, Deadline, ReminderOffset } from './model.ts';

type ClockFacts = Pick<Deadline, 'startedAt' | 'term' | 'extensions' | 'suspensions'>;

/** Computes the due moment from the facts of the clock; a stop that has not ended yet is left out. */
export function computed(calendar: Calendar, clock: ClockFacts): ComputedDue {
  const due = computeClock(calendar, {
    from: clock.startedAt,
    term: clock.term,
    extensions: clock.extensions.map(({ term }) => term),
    suspensions: endedStops(clock),
  });
  return { ...due, dueAt: endOfDue(due.due), calendarVersion: calendar.version };
}

function endedStops(clock: ClockFacts) {
  return clock.suspensions.flatMap(({ from, to }) => (to === null ? [] : [{ from, to }]));
}

export type Standing = 'in-time' | 'overdue' | 'suspended' | 'met-in-time' | 'met-late' | 'cancelled';

/**
 * How a deadline stands at an instant (UTC, ISO 8601 with milliseconds). The one place that says what overdue is:
 * the due day has ended, or the due minute has come, and the clock still runs.
 */
export function standingOf(
  deadline: Pick<Deadline, 'state' | 'closedAt' | 'computed'>,
  now: string,
): Standing {
  const { dueAt } = deadline.computed;
  switch (deadline.state) {
    case 'running':
      return now >= dueAt ? 'overdue' : 'in-time';
    case 'met':
      return deadline.closedAt !== null && deadline.closedAt >= dueAt ? 'met-late' : 'met-in-time';
    default:
      return deadline.state;
  }
}

export interface ExtensionProblem {
  readonly code: 'deadlines.no-extension' | 'deadlines.beyond-limit' | 'deadlines.already-overdue';
  readonly field: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly basis: readonly BasisRef[];
}

/**
 * Why a term may not be added, or null. A clock may run on only within the longest term pinned to it, counted
 * from its start over the same suspensions, and only while it has not run out (LZ-33b: seven working days, with
 * consent longer, never past thirty in all).
 */
export function extensionProblem(
  calendar: Calendar,
  deadline: Deadline,
  term: Duration,
  now: string,
): ExtensionProblem | null {
  const problem = (code: ExtensionProblem['code'], facts: Record<string, string>): ExtensionProblem => ({
    code,
    field: 'term',
    facts,
    basis: deadline.longest?.basis ?? deadline.basis,
  });
  if (deadline.longest === null) return problem('deadlines.no-extension', {});
  if (standingOf(deadline, now) === 'overdue') {
    return problem('deadlines.already-overdue', { due: deadline.computed.due });
  }
  const asked = computed(calendar, withExtension(deadline, { term, reason: '', at: now }));
  const last = computed(calendar, { ...deadline, term: deadline.longest.term, extensions: [] });
  if (asked.dueAt <= last.dueAt) return null;
  return problem('deadlines.beyond-limit', { asked: asked.due, last: last.due });
}

export function withExtension(deadline: Deadline, extension: Deadline['extensions'][number]): Deadline {
  return { ...deadline, extensions: [...deadline.extensions, extension] };
}

/** A reminder of a plan: 'overdue' escalates, the others warn. `at` is an instant in UTC. */
export interface PlannedReminder {
  readonly stage: string;
  readonly at: string;
}

export const OVERDUE_STAGE = 'overdue';
/** People read reminders when the office opens. */
const OFFICE_OPENS = 'T08:30+08:00';

/** Reminders for clocks whose rule asks for none of its own: three and one working days before; of hours, a quarter. */
export function usualReminders(term: Duration): ReminderOffset[] {
  if (term.unit === 'hour') return [{ n: Math.max(1, Math.floor(term.n / 4)), unit: 'hour' }];
  return [
    { n: 3, unit: 'workday' },
    { n: 1, unit: 'workday' },
  ];
}

/** The reminders of a deadline in order of time; one that would come on the day it starts is left out. */
export function reminderPlan(
  calendar: Calendar,
  deadline: Pick<Deadline, 'startedAt' | 'remindBefore' | 'computed'>,
): PlannedReminder[] {
  const { dueAt } = deadline.computed;
  const earliest = instantOf(deadline.startedAt);
  const warnings = deadline.remindBefore.flatMap((offset) => {
    const at = reminderAt(calendar, deadline, offset);
    return at !== null && at > earliest && at < dueAt
      ? [{ stage: `before-${offset.n}-${offset.unit}`, at }]
      : [];
  });
  const wanted = deadline.remindBefore.length > 0 && warnings.length === 0;
  const timely = wanted ? lastCall(deadline.computed.due) : warnings;
  return [...timely, { stage: OVERDUE_STAGE, at: dueAt }].sort((a, b) => (a.at < b.at ? -1 : 1));
}

/** A clock too short for its other reminders reminds on the morning of its due day; one of hours on none. */
function lastCall(due: string): PlannedReminder[] {
  return due === dayOfMoment(due) ? [{ stage: 'due-day', at: instantOf(`${due}${OFFICE_OPENS}`) }] : [];
}

function reminderAt(
  calendar: Calendar,
  { startedAt, computed: { due, dueAt } }: Pick<Deadline, 'startedAt' | 'computed'>,
  { n, unit }: ReminderOffset,
): string | null {
  if (unit === 'hour') return hoursBefore(dueAt, n);
  const dueDay = dayOfMoment(due);
  const day = unit === 'workday' ? workingDayBefore(calendar, dueDay, n) : addDays(dueDay, -n);
  return day > dayOfMoment(startedAt) ? instantOf(`${day}${OFFICE_OPENS}`) : null;
}

/** The last reminder whose time has come, or null. */
export function reachedReminder(plan: readonly PlannedReminder[], now: string): PlannedReminder | null {
  return plan.findLast(({ at }) => at <= now) ?? null;
}

/** The instant of the first reminder still to come, or null. */
export function nextReminder(plan: readonly PlannedReminder[], now: string): string | null {
  return plan.find(({ at }) => at > now)?.at ?? null;
}

/** As nextReminder for a due moment not reminded of yet: one that has passed already is still to be escalated. */
export function firstReminder(plan: readonly PlannedReminder[], now: string): string | null {
  return nextReminder(plan, now) ?? plan.at(-1)?.at ?? null;
}

/** The notices, or the law in their place, that a due day rests on: the sources of the years from start to due. */
export function sourcesOf(calendar: Calendar, clock: Pick<Deadline, 'startedAt' | 'computed'>): string[] {
  const first = Number(dayOfMoment(clock.startedAt).slice(0, 4));
  const last = Number(dayOfMoment(clock.computed.due).slice(0, 4));
  return Array.from({ length: last - first + 1 }, (_, i) => yearOf(calendar, first + i).source);
}
