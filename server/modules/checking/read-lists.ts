import type { CheckLists, ListedWire } from '../../../contracts/checking/wire-lists.ts';
import type { Context } from '../../kernel/context.ts';
import { found, Refused } from '../../kernel/outcome.ts';
import { mayChangeLexicon, reachesLexicon } from './abilities.ts';
import type { Listed } from './list-model.ts';
import { type SourceClasses, sourcesOn } from './rules-listed.ts';
import { readListed } from './store-listed.ts';

/** From which classes of sources reprints may come here; null where the packs do not limit them. */
export function sourceClasses(ctx: Context, jurisdiction: string): SourceClasses {
  const policy = ctx.policy(jurisdiction);
  if (policy.get('publish.source-whitelist').value !== true) return null;
  return policy.get('publish.source-classes').value;
}

/** What a jurisdiction lists for the check. Throws not-found beyond the actor's reach. */
export async function getLists(ctx: Context, jurisdiction: string): Promise<CheckLists> {
  found(ctx.geography.get(jurisdiction));
  if (!reachesLexicon(ctx, jurisdiction)) throw new Refused('not-found');
  const above = ctx.geography.ancestors(jurisdiction).map(({ code }) => code);
  const all = await readListed(ctx.tx, [jurisdiction, ...above]);
  const classes = sourceClasses(ctx, jurisdiction);
  return {
    jurisdiction,
    items: all.filter((item) => item.jurisdiction === jurisdiction).map((item) => listedView(ctx, item)),
    classes: (classes ?? []).map(({ id, label }) => ({ id, label })),
    judges: sourcesOn(all, classes, ctx.now.day).length > 0,
    abilities: { add: mayChangeLexicon(ctx, jurisdiction) },
  };
}

export function listedView(ctx: Context, item: Listed): ListedWire {
  const { jurisdiction, id, kind, name, entries, basis, from, to, removed, version, createdAt } = item;
  return {
    jurisdiction,
    id,
    kind,
    name,
    class: item.class,
    entries: [...entries],
    basis,
    from,
    to,
    version,
    createdAt,
    createdBy: item.createdByName,
    abilities: { remove: !removed && mayChangeLexicon(ctx, jurisdiction) },
  };
}
