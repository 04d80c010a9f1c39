import type { ListedBody } from '../../../contracts/checking/wire-lists.ts';
import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/db/uuid.ts';
import { done, type Outcome, refuse } from '../../kernel/outcome.ts';
import { keeperPost } from './hold-entry.ts';
import { recordListed } from './hold-listed.ts';
import type { Listed } from './list-model.ts';
import { sourceClasses } from './read-lists.ts';
import { domainIn, listedProblems } from './rules-listed.ts';
import { insertListed } from './store-listed.ts';

/**
 * Lists a source of reprints, public telephones or domains; it counts from the next check on. Problems: checking.… by
 * field, listed-already. Throws Refused.
 */
export async function addListed(
  ctx: Context,
  jurisdiction: string,
  body: ListedBody,
): Promise<Outcome<Listed>> {
  const post = keeperPost(ctx, jurisdiction);
  const problems = listedProblems(body, sourceClasses(ctx, jurisdiction));
  if (problems.length > 0) return refuse(...problems);
  const { kind, name, entries, basis } = body;
  const item: Listed = {
    jurisdiction,
    id: newId(),
    kind,
    name,
    class: kind === 'source' ? (body.class ?? null) : null,
    entries: [...new Set(kind === 'phone' ? entries : entries.map(domainIn))],
    basis,
    from: body.from ?? null,
    to: body.to ?? null,
    removed: false,
    version: 1,
    createdAt: ctx.now.iso,
    createdByName: ctx.actor.name,
  };
  if (!(await insertListed(ctx.tx, item)))
    return refuse({ code: 'checking.listed-already', field: 'name', facts: { name } });
  await recordListed(ctx, 'add', { item, post, reason: null });
  return done(item);
}
