import type { Context } from '../../kernel/context.ts';
import { legalMoment } from '../../policy/calendar/index.ts';
import { changeDeadline, lockForMove } from './change-deadline.ts';
import type { Deadline, DeadlineKey } from './model.ts';
import { computed } from './rules.ts';

/** Lets a suspended clock run on from now and computes its due moment anew. */
export async function resumeDeadline(ctx: Context, key: DeadlineKey): Promise<Deadline> {
  const { before, state } = await lockForMove(ctx, key, 'resume');
  const to = legalMoment(ctx.now.iso);
  const suspensions = before.suspensions.map((stop) => (stop.to === null ? { ...stop, to } : stop));
  const resumed = { ...before, state, suspensions };
  const after = { ...resumed, computed: computed(ctx.calendar, resumed) };
  const facts = { dueBefore: before.computed.due, dueAfter: after.computed.due };
  return changeDeadline(ctx, before, after, { kind: 'resume', facts });
}
