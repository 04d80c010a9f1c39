import type { ActorPost } from '../../kernel/actor.ts';
import type { Context } from '../../kernel/context.ts';
import { found, Refused } from '../../kernel/outcome.ts';
import { lexiconPost } from './abilities.ts';
import type { Entry, LexiconChange } from './model.ts';
import { lockEntry, noteChange } from './store-lexicon.ts';

export type EntryKey = { readonly jurisdiction: string; readonly id: string };

/** The post in which the actor keeps the lexicon of a jurisdiction. Throws Refused('forbidden') or not-found. */
export function keeperPost(ctx: Context, jurisdiction: string): ActorPost {
  found(ctx.geography.get(jurisdiction));
  const inScope = ctx.actor.scope === '*' || ctx.actor.scope.includes(jurisdiction);
  const post = lexiconPost(ctx.actor, jurisdiction, ctx.geography);
  if (post === null || !inScope) throw new Refused('forbidden', { code: 'checking.not-keeper' });
  return post;
}

/** An entry as the actor saw it, held until the transaction ends. Throws forbidden, not-found, stale. */
export async function holdEntry(
  ctx: Context,
  key: EntryKey,
  version: number,
): Promise<{ entry: Entry; post: ActorPost }> {
  const post = keeperPost(ctx, key.jurisdiction);
  const entry = found(await lockEntry(ctx.tx, key.jurisdiction, key.id));
  if (entry.version !== version) throw new Refused('stale');
  return { entry, post };
}

/** Counts the lexicon up and notes who did what to which entry, in its history and in the trail. */
export async function recordChange(
  ctx: Context,
  action: LexiconChange['action'],
  { entry, post, reason }: { entry: Entry; post: ActorPost; reason: string | null },
): Promise<void> {
  const { jurisdiction } = entry;
  const version = await noteChange(ctx.tx, {
    jurisdiction,
    action,
    subject: { id: entry.id, term: entry.term, content: entry },
    reason,
    at: ctx.now.iso,
    personName: ctx.actor.name,
    postTitle: `${post.unitName} ${post.title}`,
  });
  ctx.audit({
    jurisdiction,
    action: `lexicon.${action}`,
    subject: { type: 'lexicon', id: entry.id },
    post,
    facts: {
      term: entry.term,
      detector: entry.detector,
      lexiconVersion: version,
      ...(reason ? { reason } : {}),
    },
    after: entry,
  });
}
