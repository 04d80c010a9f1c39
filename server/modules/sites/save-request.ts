import type { Context } from '../../kernel/context.ts';
import { done, type Outcome, Refused } from '../../kernel/outcome.ts';
import { holdForUnit } from './lock-request.ts';
import { actingPost, type Key, refuseStale } from './lock-site.ts';
import { type ColumnRequest, editableStates } from './model.ts';
import { requestSubject, type Wish, wishOf } from './start-request.ts';
import { updateRequest } from './store-requests.ts';

/** Writes down what the unit asks for; it may be incomplete. */
export async function saveRequest(
  ctx: Context,
  input: Key & Wish & { readonly version: number },
): Promise<Outcome<ColumnRequest>> {
  const { request, post } = await holdForUnit(ctx, input);
  if (!editableStates.includes(request.state))
    throw new Refused('conflict', { code: 'sites.not-draft', facts: { state: request.state } });
  refuseStale(request, input.version);
  const saved: ColumnRequest = {
    ...request,
    ...wishOf(input),
    version: request.version + 1,
    updatedAt: ctx.now.iso,
  };
  await updateRequest(ctx.tx, saved);
  ctx.audit({
    jurisdiction: request.jurisdiction,
    action: 'column-request.save',
    subject: requestSubject(request),
    ...actingPost(post),
    before: { version: request.version },
    after: { version: saved.version, ...wishOf(saved) },
  });
  return done(saved);
}
