import type { Context } from '../../kernel/context.ts';
import { accountHostsOf } from '../accounts/index.ts';
import { findUnits, officePhonesOf } from '../directory/index.ts';
import { siteDomainsOf } from '../sites/index.ts';
import type { KnownOfArea } from './check-against.ts';

/** How long what was read of directory, registry and websites is gone by; a change there counts after that. */
const GOOD_FOR_MS = 60_000;
const KEPT = 50;
const MOST_NAMES = 2_000;

type Area = (ctx: Context, jurisdiction: string) => Promise<KnownOfArea>;

/**
 * Reads what a jurisdiction's registries know, and keeps it for a minute: checks come by the dozen and directories
 * change by the week. People who see different parts of the tree have each their own.
 */
export function knownAreas(): Area {
  const kept = new Map<string, { readonly until: number; readonly known: KnownOfArea }>();
  return async (ctx, jurisdiction) => {
    const key = JSON.stringify([jurisdiction, ctx.actor.scope]);
    const now = Date.parse(ctx.now.iso);
    const before = kept.get(key);
    if (before && now < before.until && now >= before.until - GOOD_FOR_MS) return before.known;
    const known = await readArea(ctx, jurisdiction);
    kept.delete(key);
    kept.set(key, { until: now + GOOD_FOR_MS, known });
    for (const oldest of kept.keys()) {
      if (kept.size <= KEPT) break;
      kept.delete(oldest);
    }
    return known;
  };
}

async function readArea(ctx: Context, jurisdiction: string): Promise<KnownOfArea> {
  return {
    unitNames: await namesIn(ctx, jurisdiction),
    phones: await officePhonesOf(ctx, jurisdiction),
    siteDomains: await siteDomainsOf(ctx, jurisdiction),
    accountHosts: await accountHostsOf(ctx, jurisdiction),
  };
}

/** The units of a jurisdiction and those above them: names that its texts must not misspell. */
async function namesIn(ctx: Context, jurisdiction: string): Promise<string[]> {
  const { items } = await findUnits(ctx, { q: '', jurisdiction, page: 1, size: MOST_NAMES });
  return [...new Set(items.flatMap(({ unit, pathNames }) => [unit.name, ...pathNames]))].sort();
}
