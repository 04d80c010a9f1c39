import type { z } from 'zod';
import type {
  calendarYearView,
  deadlineDetail,
  deadlineRow,
  dueAnswer,
} from '../../../contracts/deadlines/wire.ts';
import { momentText, standingText, termText } from '../../../contracts/deadlines/words.ts';
import type { Context } from '../../kernel/context.ts';
import {
  type CalendarYear,
  type Due,
  dayOfMoment,
  daysBetween,
  workingDaysBetween,
} from '../../policy/calendar/index.ts';
import type { Deadline, DeadlineEvent } from './model.ts';
import { standingOf } from './rules.ts';

/** A deadline as lists show it: how it stands now and how many days are left (negative: over). */
export function rowView(ctx: Context, deadline: Deadline): z.input<typeof deadlineRow> {
  const { due, provisional } = deadline.computed;
  const standing = standingOf(deadline, ctx.now.iso);
  const dueDay = dayOfMoment(due);
  return {
    jurisdiction: deadline.jurisdiction,
    id: deadline.id,
    subject: deadline.subject,
    ownerUnitId: deadline.ownerUnitId,
    title: deadline.title,
    due,
    dueText: momentText(due),
    provisional,
    standing,
    standingText: standingText[standing],
    overdue: standing === 'overdue',
    daysLeft: daysBetween(ctx.now.day, dueDay),
    workingDaysLeft: workingDaysBetween(ctx.calendar, ctx.now.day, dueDay).days,
    rule: deadline.rule,
    basis: [...deadline.basis],
  };
}

/** A deadline with its derivation and its history. */
export function detailView(
  ctx: Context,
  deadline: Deadline,
  events: readonly DeadlineEvent[],
): z.input<typeof deadlineDetail> {
  return {
    ...rowView(ctx, deadline),
    pack: deadline.pack,
    packVersion: deadline.packVersion,
    startedAt: deadline.startedAt,
    term: deadline.term,
    termText: termText(deadline.term),
    longest: deadline.longest && { term: deadline.longest.term, basis: [...deadline.longest.basis] },
    steps: deadline.computed.steps.map(({ date, counted, why }) => ({ date, counted, why })),
    calendarVersion: deadline.computed.calendarVersion,
    extensions: deadline.extensions.map(({ term, reason, at }) => ({ term, reason, at })),
    suspensions: deadline.suspensions.map(({ from, to, reason }) => ({ from, to, reason })),
    closedAt: deadline.closedAt,
    events: events.map(({ kind, at, reason }) => ({ kind, at, reason })),
  };
}

export function dueView({ due, provisional, steps }: Due): z.input<typeof dueAnswer> {
  return { due, provisional, steps: steps.map(({ date, counted, why }) => ({ date, counted, why })) };
}

/** A year of the calendar with the version to name when it is replaced. */
export function yearView(
  ctx: Context,
  year: CalendarYear,
  mayUpdate: boolean,
): z.input<typeof calendarYearView> {
  return {
    year: year.year,
    status: year.status,
    source: year.source,
    holidays: year.holidays.map(({ name, from, to }) => ({ name, from, to })),
    makeUp: [...year.makeUp],
    calendarVersion: ctx.calendar.version,
    mayUpdate,
  };
}
