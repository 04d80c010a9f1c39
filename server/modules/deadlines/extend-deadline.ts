import type { Context } from '../../kernel/context.ts';
import { done, type Outcome, refuse } from '../../kernel/outcome.ts';
import { type Duration, formatTerm } from '../../policy/calendar/index.ts';
import { changeDeadline, lockForMove } from './change-deadline.ts';
import type { Deadline, DeadlineKey } from './model.ts';
import { computed, extensionProblem, withExtension } from './rules.ts';

/** Adds a term to a running clock, with the reason; never beyond the longest term its rule allows. */
export async function extendDeadline(
  ctx: Context,
  key: DeadlineKey,
  extension: { readonly term: Duration; readonly reason: string },
): Promise<Outcome<Deadline>> {
  const { before, state } = await lockForMove(ctx, key, 'extend');
  const { term, reason } = extension;
  if (reason.trim() === '') return refuse({ code: 'deadlines.reason-missing', field: 'reason' });
  const problem = extensionProblem(ctx.calendar, before, term, ctx.now.iso);
  if (problem) return refuse(problem);
  const extended = withExtension({ ...before, state }, { term, reason, at: ctx.now.iso });
  const after = { ...extended, computed: computed(ctx.calendar, extended) };
  const facts = { term: formatTerm(term), dueBefore: before.computed.due, dueAfter: after.computed.due };
  return done(await changeDeadline(ctx, before, after, { kind: 'extend', reason, facts }));
}
