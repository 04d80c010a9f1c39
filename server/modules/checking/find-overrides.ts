import type { Context } from '../../kernel/context.ts';
import { overseen } from './abilities.ts';
import { digestText } from './digest-passage.ts';
import type { Override } from './model.ts';
import { sentencesOf } from './rules.ts';
import { findOverrides, listOverrides } from './store-findings.ts';

/** Sentences of a text that are looked up at most. */
const MOST_SENTENCES = 5_000;

/**
 * What was let pass in a text, sentence by sentence, wherever and whenever it was checked in the jurisdiction: for
 * whoever has to answer a complaint about it.
 */
export function overridesOfText(ctx: Context, jurisdiction: string, text: string): Promise<Override[]> {
  const digests = sentencesOf(text).slice(0, MOST_SENTENCES).map(digestText);
  return findOverrides(ctx.tx, {
    jurisdiction,
    digests: [...new Set(digests)],
    textDigest: digestText(text),
  });
}

/** A page of what was let pass in the actor's units and in the areas that the actor looks over. */
export function overridesAround(
  ctx: Context,
  query: { unit?: string | undefined; page: number; size: number },
): Promise<{ items: Override[]; total: number }> {
  const own = [...new Set(ctx.actor.posts.map(({ unitId }) => unitId))];
  const areas = overseen(ctx.actor, ctx.geography);
  const units = query.unit === undefined ? own : own.filter((id) => id === query.unit);
  const jurisdictions = query.unit === undefined && areas !== '*' ? areas : [];
  return listOverrides(ctx.tx, { units, jurisdictions, page: query.page, size: query.size });
}
