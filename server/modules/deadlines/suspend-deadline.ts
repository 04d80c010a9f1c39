import type { Context } from '../../kernel/context.ts';
import { done, type Outcome, refuse } from '../../kernel/outcome.ts';
import { legalMoment } from '../../policy/calendar/index.ts';
import { changeDeadline, lockForMove } from './change-deadline.ts';
import type { Deadline, DeadlineKey } from './model.ts';
import { standingOf } from './rules.ts';

/**
 * Makes a clock stand still from now on, with the reason. A clock that has run out is not suspended: that would
 * hide that it is overdue.
 */
export async function suspendDeadline(
  ctx: Context,
  key: DeadlineKey,
  reason: string,
): Promise<Outcome<Deadline>> {
  const { before, state } = await lockForMove(ctx, key, 'suspend');
  if (reason.trim() === '') return refuse({ code: 'deadlines.reason-missing', field: 'reason' });
  if (standingOf(before, ctx.now.iso) === 'overdue') {
    return refuse({
      code: 'deadlines.already-overdue',
      facts: { due: before.computed.due },
      basis: before.basis,
    });
  }
  const stop = { from: legalMoment(ctx.now.iso), to: null, reason };
  const after = { ...before, state, suspensions: [...before.suspensions, stop] };
  return done(await changeDeadline(ctx, before, after, { kind: 'suspend', reason }));
}
