import type { ActorPost } from '../../kernel/actor.ts';
import type { Context } from '../../kernel/context.ts';
import type { Listed } from './list-model.ts';
import { noteChange } from './store-lexicon.ts';

const ACTIONS = { add: 'lexicon.list', retire: 'lexicon.unlist' } as const;

/** Counts the lexicon up, so that every process builds its checkers anew, and notes who listed what. */
export async function recordListed(
  ctx: Context,
  action: keyof typeof ACTIONS,
  { item, post, reason }: { item: Listed; post: ActorPost; reason: string | null },
): Promise<void> {
  const { jurisdiction, id, name, kind } = item;
  const lexiconVersion = await noteChange(ctx.tx, {
    jurisdiction,
    action,
    subject: { id, term: name, content: item },
    reason,
    at: ctx.now.iso,
    personName: ctx.actor.name,
    postTitle: `${post.unitName} ${post.title}`,
  });
  ctx.audit({
    jurisdiction,
    action: ACTIONS[action],
    subject: { type: 'lexicon', id },
    post,
    facts: { name, kind, lexiconVersion, ...(reason ? { reason } : {}) },
    after: item,
  });
}
