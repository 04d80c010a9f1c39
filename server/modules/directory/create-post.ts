import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/db/uuid.ts';
import { done, found, type Outcome, refuse } from '../../kernel/outcome.ts';
import { managingPost, mustHave } from './abilities.ts';
import { readUnit } from './store.ts';
import { insertPosts, lockUnits, readPosts } from './store-units.ts';

/** A new post in a unit. Problems: directory.unknown-post-kind, post-exists, unit-closed. */
export async function createPost(
  ctx: Context,
  unitId: string,
  input: { kind: string; title: string },
): Promise<Outcome<{ id: string }>> {
  await lockUnits(ctx.tx, [unitId]);
  const unit = found(await readUnit(ctx.tx, unitId));
  const acting = mustHave(ctx.actor, managingPost(ctx.actor, unit, ctx.geography));
  if (unit.closedOn !== null) return refuse({ code: 'directory.unit-closed' });
  if (ctx.policy(unit.jurisdiction).postTitle(input.kind) === input.kind)
    return refuse({ code: 'directory.unknown-post-kind', field: 'kind', facts: { kind: input.kind } });
  const same = (await readPosts(ctx.tx, unitId)).some(
    (post) => post.closedOn === null && post.kind === input.kind && post.title === input.title,
  );
  if (same) return refuse({ code: 'directory.post-exists', field: 'title', facts: { title: input.title } });
  const post = {
    id: newId(),
    jurisdiction: unit.jurisdiction,
    unitId,
    kind: input.kind,
    title: input.title,
    closedOn: null,
  };
  await insertPosts(ctx.tx, [post], ctx.now.iso);
  ctx.audit({
    jurisdiction: unit.jurisdiction,
    action: 'directory.create-post',
    subject: { type: 'post', id: post.id },
    ...(acting ? { post: acting } : {}),
    facts: { unit: unit.name, kind: post.kind, title: post.title },
    after: post,
  });
  return done({ id: post.id });
}
