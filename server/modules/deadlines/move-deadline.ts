import type { Context } from '../../kernel/context.ts';
import { done, type Outcome, Refused } from '../../kernel/outcome.ts';
import type { Duration } from '../../policy/calendar/index.ts';
import { postForMove } from './abilities.ts';
import { extendDeadline } from './extend-deadline.ts';
import type { Deadline, DeadlineKey } from './model.ts';
import { resumeDeadline } from './resume-deadline.ts';
import { showDeadline } from './show-deadline.ts';
import { suspendDeadline } from './suspend-deadline.ts';

export type Move =
  | { readonly kind: 'suspend'; readonly reason: string }
  | { readonly kind: 'resume'; readonly reason: string }
  | { readonly kind: 'extend'; readonly reason: string; readonly term: Duration };

/**
 * A person stops a clock, lets it run on, or lengthens it. Who cannot see the deadline is told it does not exist; who
 * is not the head of its unit or of the one above is refused.
 */
export async function moveDeadline(ctx: Context, key: DeadlineKey, move: Move): Promise<Outcome<Deadline>> {
  const { deadline } = await showDeadline(ctx, key);
  if (!postForMove(ctx.actor, deadline))
    throw new Refused('forbidden', { code: 'deadlines.not-yours-to-move' });
  if (move.kind === 'suspend') return suspendDeadline(ctx, key, move.reason);
  if (move.kind === 'extend') return extendDeadline(ctx, key, move);
  return done(await resumeDeadline(ctx, key));
}
