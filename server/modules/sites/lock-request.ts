import type { ActorPost } from '../../kernel/actor.ts';
import type { Context } from '../../kernel/context.ts';
import { found, Refused } from '../../kernel/outcome.ts';
import { askingPost } from './abilities.ts';
import type { Key } from './lock-site.ts';
import { type ColumnRequest, mayMove, type RequestState } from './model.ts';
import { lockRequest } from './store-requests.ts';

/** Holds a request for the unit that asks. Throws not-found outside the scope, forbidden for people of other units. */
export async function holdForUnit(
  ctx: Context,
  key: Key,
): Promise<{ request: ColumnRequest; post: ActorPost }> {
  const request = found(await lockRequest(ctx.tx, key));
  const post = askingPost(ctx.actor, request.unitId);
  if (!post) throw new Refused('forbidden', { code: 'sites.not-your-unit' });
  return { request, post };
}

/** Refuses a move that the request's state does not allow, with the sentence that says so. */
export function refuseMove(request: ColumnRequest, to: RequestState, code: string): void {
  if (!mayMove(request.state, to)) throw new Refused('conflict', { code, facts: { state: request.state } });
}
