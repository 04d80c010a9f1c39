import type { Context } from '../../kernel/context.ts';
import { changeDeadline, lockForMove } from './change-deadline.ts';
import type { Deadline, DeadlineKey } from './model.ts';

/** Stops a clock because what it asked for is done; whether that was in time follows from the instant. */
export async function meetDeadline(ctx: Context, key: DeadlineKey): Promise<Deadline> {
  const { before, state } = await lockForMove(ctx, key, 'meet');
  return changeDeadline(ctx, before, { ...before, state, closedAt: ctx.now.iso }, { kind: 'meet' });
}
