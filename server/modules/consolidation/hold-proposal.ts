import type { ActorPost } from '../../kernel/actor.ts';
import type { Context } from '../../kernel/context.ts';
import { found, Refused } from '../../kernel/outcome.ts';
import { hostPost, mayRead, supervisingPost } from './abilities.ts';
import { type Item, mayMove, type Proposal, type ProposalState } from './model.ts';
import { lockProposal } from './store.ts';
import { readItems } from './store-items.ts';

export interface ProposalKey {
  readonly jurisdiction: string;
  readonly id: string;
  readonly version: number;
}

/** A proposal, held, that the supervisor moves on from what they saw. Throws not-found, forbidden, conflict, stale. */
export async function holdForSupervisor(
  ctx: Context,
  { jurisdiction, id, version }: ProposalKey,
  to: ProposalState,
): Promise<{ proposal: Proposal; post: ActorPost }> {
  const proposal = found(await lockProposal(ctx.tx, jurisdiction, id));
  const post = supervisingPost(ctx.actor, jurisdiction, ctx.geography);
  if (!post) throw new Refused('forbidden');
  if (proposal.version !== version) throw new Refused('stale');
  if (!mayMove(proposal.state, to))
    throw new Refused('conflict', { code: 'consolidation.state-bars', facts: { state: proposal.state } });
  return { proposal, post };
}

export interface ItemKey {
  readonly jurisdiction: string;
  readonly id: string;
  readonly item: string;
  readonly version: number;
}

export interface HeldItem {
  readonly proposal: Proposal;
  readonly item: Item;
  readonly post: ActorPost;
}

/** An account of an order, held for its host as it was seen. Throws not-found, forbidden, conflict, stale. */
export async function holdForHost(ctx: Context, key: ItemKey): Promise<HeldItem> {
  const proposal = found(await lockProposal(ctx.tx, key.jurisdiction, key.id));
  if (!mayRead(ctx.actor, proposal, ctx.geography)) throw new Refused('not-found');
  const items = await readItems(ctx.tx, key.jurisdiction, key.id);
  const item = found(items.find(({ id }) => id === key.item));
  const post = hostPost(ctx.actor, proposal.hostUnitId);
  if (!post) throw new Refused('forbidden', { code: 'consolidation.not-your-unit' });
  if (proposal.state !== 'ordered')
    throw new Refused('conflict', { code: 'consolidation.state-bars', facts: { state: proposal.state } });
  if (item.version !== key.version) throw new Refused('stale');
  return { proposal, item, post };
}

/** Who acted, as it is shown beside what they did. */
export function signature(ctx: Context, post: ActorPost): string {
  return `${post.unitName} ${post.title} ${ctx.actor.name}`;
}

/** The post as the trail names it. */
export function actingPost({ postId, title, unitName }: ActorPost) {
  return { postId, title, unitName };
}
