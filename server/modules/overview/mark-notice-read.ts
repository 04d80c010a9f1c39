import type { Context } from '../../kernel/context.ts';
import { readNotice } from '../../kernel/notify.ts';
import { done, type Outcome, Refused } from '../../kernel/outcome.ts';

/** Marks one of the actor's own notices as read; saying so twice is no fault. */
export async function markNoticeRead(ctx: Context, id: string): Promise<Outcome<{ read: boolean }>> {
  const home = ctx.actor.posts[0]?.jurisdiction;
  if (home === undefined) throw new Refused('forbidden');
  const changed = await readNotice(ctx, id);
  ctx.audit({
    jurisdiction: home,
    action: 'notice.read',
    subject: { type: 'notice', id },
    facts: { changed },
  });
  return done({ read: true });
}
