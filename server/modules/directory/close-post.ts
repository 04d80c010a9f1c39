import type { Context } from '../../kernel/context.ts';
import { done, found, type Outcome, refuse } from '../../kernel/outcome.ts';
import { managingPost, mustHave } from './abilities.ts';
import { readUnit } from './store.ts';
import { readHeldBy } from './store-people.ts';
import { closePostOn, lockPost } from './store-units.ts';

/** Closes a post from today on, once nobody holds it. Problems: directory.post-closed, has-holders. */
export async function closePost(ctx: Context, postId: string): Promise<Outcome<Record<string, never>>> {
  const post = found(await lockPost(ctx.tx, postId));
  const unit = found(await readUnit(ctx.tx, post.unitId));
  const acting = mustHave(ctx.actor, managingPost(ctx.actor, unit, ctx.geography));
  if (post.closedOn !== null) return refuse({ code: 'directory.post-closed' });
  const holders = (await readHeldBy(ctx.tx, unit.id, ctx.now.day)).filter((each) => each.postId === postId);
  if (holders.length > 0) return refuse({ code: 'directory.has-holders', facts: { n: holders.length } });
  await closePostOn(ctx.tx, post, ctx.now.day);
  ctx.audit({
    jurisdiction: post.jurisdiction,
    action: 'directory.close-post',
    subject: { type: 'post', id: postId },
    ...(acting ? { post: acting } : {}),
    facts: { unit: unit.name, title: post.title },
    before: post,
    after: { ...post, closedOn: ctx.now.day },
  });
  return done({});
}
