import type { LexiconWire } from '../../../contracts/checking/wire.ts';
import type { Context } from '../../kernel/context.ts';
import { found, Refused } from '../../kernel/outcome.ts';
import { mayChangeLexicon, reachesLexicon } from './abilities.ts';
import type { Checkers } from './build-checker.ts';
import { findEntries, readChanges, readLexiconVersions } from './store-lexicon.ts';
import { changeView, entryView } from './view-lexicon.ts';

const CHANGES_SHOWN = 50;

/** The lexicon of a jurisdiction: what ships, its own entries, who changed what. Throws not-found beyond the actor's reach. */
export async function getLexicon(
  ctx: Context,
  checkers: Checkers,
  query: { jurisdiction: string; q?: string | undefined; page: number; size: number },
): Promise<LexiconWire> {
  const { jurisdiction, page, size } = query;
  const { name } = found(ctx.geography.get(jurisdiction));
  if (!reachesLexicon(ctx, jurisdiction)) throw new Refused('not-found');
  const { items, total } = await findEntries(ctx.tx, query);
  const [head] = await readLexiconVersions(ctx.tx, [jurisdiction]);
  const changes = await readChanges(ctx.tx, jurisdiction, CHANGES_SHOWN);
  return {
    jurisdiction,
    jurisdictionName: name,
    version: head?.version ?? 0,
    shipped: checkers.shipped.map(({ title, version, entries }) => ({
      title,
      version,
      entries: entries.length,
    })),
    entries: { items: items.map((entry) => entryView(ctx, entry)), total, page, size },
    changes: changes.map(changeView),
    abilities: { add: mayChangeLexicon(ctx, jurisdiction) },
  };
}

/** The jurisdictions whose lexicons hold for the actor's units, from the nearest up. */
export function lexiconPlaces(ctx: Context): { code: string; name: string; change: boolean }[] {
  const own = ctx.actor.posts.flatMap(({ jurisdiction, roles }) => [
    jurisdiction,
    ...roles.map(({ over }) => over),
  ]);
  const all = own.flatMap((code) => [code, ...ctx.geography.ancestors(code).map((each) => each.code)]);
  return [...new Set(all)].map((code) => ({
    code,
    name: ctx.geography.get(code)?.name ?? code,
    change: mayChangeLexicon(ctx, code),
  }));
}
