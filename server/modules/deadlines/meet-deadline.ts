import type { Context } from '../../kernel/context.ts';
import type { Day } from '../../policy/index.ts';
import { endOfDue } from '../../policy/calendar/index.ts';
import { changeDeadline, lockForMove } from './change-deadline.ts';
import type { Deadline, DeadlineKey } from './model.ts';

/**
 * Stops a clock because what it asked for is done. `on` is the day on which it was done where that is told
 * afterwards: done on the due day and recorded the next morning is in time. A later day counts as now.
 */
export async function meetDeadline(ctx: Context, key: DeadlineKey, on: Day = ctx.now.day): Promise<Deadline> {
  const { before, state } = await lockForMove(ctx, key, 'meet');
  const closedAt = on < ctx.now.day ? endOfDue(on) : ctx.now.iso;
  return changeDeadline(ctx, before, { ...before, state, closedAt }, { kind: 'meet', facts: { on } });
}
