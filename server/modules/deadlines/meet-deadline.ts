import type { Context } from '../../kernel/context.ts';
import { endOfDue } from '../../policy/calendar/index.ts';
import type { Day } from '../../policy/index.ts';
import { changeDeadline, lockForMove } from './change-deadline.ts';
import type { Deadline, DeadlineKey } from './model.ts';

/**
 * Stops a clock because what it asked for is done. `on` is the day on which it was done where that is told
 * afterwards: done on the due day and recorded the next morning is in time. A later day counts as now.
 */
export async function meetDeadline(ctx: Context, key: DeadlineKey, on: Day = ctx.now.day): Promise<Deadline> {
  const { before, state } = await lockForMove(ctx, key, 'meet');
  const closedAt = on < ctx.now.day ? lastInstantOf(on) : ctx.now.iso;
  return changeDeadline(ctx, before, { ...before, state, closedAt }, { kind: 'meet', facts: { on } });
}

/** The last millisecond of a day: the end of the day itself already belongs to the next one. */
function lastInstantOf(day: Day): string {
  return new Date(Date.parse(endOfDue(day)) - 1).toISOString();
}
