import type { ActorPost } from '../../kernel/actor.ts';
import type { Context } from '../../kernel/context.ts';
import { found, Refused } from '../../kernel/outcome.ts';
import { filingPost } from './abilities.ts';
import { type Filing, type FilingState, mayMove } from './model.ts';
import { lockFiling } from './store.ts';

export interface FilingKey {
  readonly jurisdiction: string;
  readonly id: string;
}

export interface HeldFiling {
  readonly filing: Filing;
  readonly post: ActorPost;
}

/** Holds a filing for its host. Throws not-found outside the scope, forbidden for people of other units. */
export async function holdForHost(ctx: Context, key: FilingKey): Promise<HeldFiling> {
  const filing = found(await lockFiling(ctx.tx, key.jurisdiction, key.id));
  const post = filingPost(ctx.actor, filing.hostUnitId);
  if (!post) throw new Refused('forbidden', { code: 'accounts.not-your-unit' });
  return { filing, post };
}

/** Refuses a change of what is no longer what was seen. */
export function refuseStale(filing: Filing, version: number): void {
  if (filing.version !== version) throw new Refused('stale');
}

/** Refuses a move that the filing's state does not allow, with the sentence that says so. */
export function refuseMove(filing: Filing, to: FilingState, code: string): void {
  if (!mayMove(filing, to)) throw new Refused('conflict', { code, facts: { state: filing.state } });
}

/** How the trail names the post in which somebody acted. */
export function actingPost(post: ActorPost): { postId: string; title: string; unitName: string } {
  return { postId: post.postId, title: post.title, unitName: post.unitName };
}
