import type { Context } from '../../kernel/context.ts';
import { overseen } from './abilities.ts';
import { digestText } from './digest-passage.ts';
import type { Override } from './model.ts';
import { sentencesOf } from './rules.ts';
import { findOverrides, listOverrides } from './store-findings.ts';

/** Sentences of a text that are looked up at most. */
const MOST_SENTENCES = 5_000;

/** Whose overrides the actor sees: the own units', and those of areas looked over as a whole. */
function seenBy({ actor, geography }: Context) {
  const units = [...new Set(actor.posts.map(({ unitId }) => unitId))];
  const areas = overseen(actor, geography);
  return { units, jurisdictions: areas === '*' ? [] : areas };
}

/**
 * What was let pass in a text, sentence by sentence, wherever and whenever it was checked: for whoever has to answer a
 * complaint about it. Answers what concerns the actor's units and areas.
 */
export async function overridesOfText(ctx: Context, text: string): Promise<Override[]> {
  const { units, jurisdictions } = seenBy(ctx);
  const places = [...new Set([...jurisdictions, ...ctx.actor.posts.map(({ jurisdiction }) => jurisdiction)])];
  const digests = [...new Set(sentencesOf(text).slice(0, MOST_SENTENCES).map(digestText))];
  const found: Override[] = [];
  for (const jurisdiction of places) {
    const about = { jurisdiction, digests, textDigest: digestText(text) };
    found.push(...(await findOverrides(ctx.tx, about)));
  }
  return found.filter(
    ({ unitId, jurisdiction }) => units.includes(unitId) || jurisdictions.includes(jurisdiction),
  );
}

/** A page of what was let pass in the actor's units and in the areas that the actor looks over. */
export function overridesAround(
  ctx: Context,
  query: { unit?: string | undefined; page: number; size: number },
): Promise<{ items: Override[]; total: number }> {
  const seen = seenBy(ctx);
  const units = query.unit === undefined ? seen.units : seen.units.filter((id) => id === query.unit);
  const jurisdictions = query.unit === undefined ? seen.jurisdictions : [];
  return listOverrides(ctx.tx, { units, jurisdictions, page: query.page, size: query.size });
}
