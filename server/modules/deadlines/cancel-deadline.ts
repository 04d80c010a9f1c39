import type { Context } from '../../kernel/context.ts';
import { changeDeadline, lockForMove } from './change-deadline.ts';
import type { Deadline, DeadlineKey } from './model.ts';

/** Stops a clock because its matter fell away, with the reason. */
export async function cancelDeadline(ctx: Context, key: DeadlineKey, reason: string): Promise<Deadline> {
  const { before, state } = await lockForMove(ctx, key, 'cancel');
  return changeDeadline(ctx, before, { ...before, state, closedAt: ctx.now.iso }, { kind: 'cancel', reason });
}
