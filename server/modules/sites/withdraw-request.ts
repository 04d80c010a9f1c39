import { siteText } from '../../../contracts/sites/words.ts';
import type { Context } from '../../kernel/context.ts';
import { done, type Outcome } from '../../kernel/outcome.ts';
import { withdrawApproval } from '../approvals/index.ts';
import { holdForUnit, refuseMove } from './lock-request.ts';
import { actingPost, type Key, refuseStale } from './lock-site.ts';
import type { ColumnRequest } from './model.ts';
import { stopClock } from './run-clock.ts';
import { requestSubject } from './start-request.ts';
import { updateRequest } from './store-requests.ts';

/** Takes a request back, also one that was agreed to and not yet built; it can be taken up again. */
export async function withdrawRequest(
  ctx: Context,
  input: Key & { readonly version: number; readonly reason: string },
): Promise<Outcome<ColumnRequest>> {
  const { request, post } = await holdForUnit(ctx, input);
  refuseMove(request, 'withdrawn', 'sites.not-withdrawable');
  refuseStale(request, input.version);
  const subject = requestSubject(request);
  const { jurisdiction } = request;
  if (request.state === 'in-approval')
    await withdrawApproval(ctx, { jurisdiction, subject, reason: input.reason, post });
  await stopClock(ctx, request, siteText.fellAway.withdrawn);
  const withdrawn: ColumnRequest = {
    ...request,
    state: 'withdrawn',
    version: request.version + 1,
    updatedAt: ctx.now.iso,
  };
  await updateRequest(ctx.tx, withdrawn);
  ctx.audit({
    jurisdiction,
    action: 'column-request.withdraw',
    subject,
    ...actingPost(post),
    facts: { reason: input.reason, revision: request.revision },
    before: { state: request.state, version: request.version },
    after: { state: withdrawn.state, version: withdrawn.version },
  });
  return done(withdrawn);
}
