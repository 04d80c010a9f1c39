import type { Context } from '../../kernel/context.ts';
import { found, Refused } from '../../kernel/outcome.ts';
import { maySeeDeadline } from './abilities.ts';
import type { Deadline, DeadlineEvent, DeadlineKey } from './model.ts';
import { eventsOf, readDeadline } from './store.ts';

/** A deadline with what happened to it; to whom it is none of his business it does not exist. */
export async function showDeadline(
  ctx: Context,
  key: DeadlineKey,
): Promise<{ deadline: Deadline; events: DeadlineEvent[] }> {
  const deadline = found(await readDeadline(ctx.tx, key));
  const within = [
    deadline.jurisdiction,
    ...ctx.geography.ancestors(deadline.jurisdiction).map(({ code }) => code),
  ];
  if (!maySeeDeadline(ctx.actor, deadline, within)) throw new Refused('not-found');
  return { deadline, events: await eventsOf(ctx.tx, key) };
}
