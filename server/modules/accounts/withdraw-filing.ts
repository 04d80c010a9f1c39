import { accountsText } from '../../../contracts/accounts/words.ts';
import type { Context } from '../../kernel/context.ts';
import { done, type Outcome } from '../../kernel/outcome.ts';
import { withdrawApproval } from '../approvals/index.ts';
import { filingSubject } from './assemble-filing.ts';
import { actingPost, type FilingKey, holdForHost, refuseMove, refuseStale } from './lock-filing.ts';
import type { Filing } from './model.ts';
import { dropEntries, stopClocks } from './run-clocks.ts';
import { updateFiling } from './store.ts';

/**
 * Takes a filing back, or puts a draft aside; it can be taken up again later. Of a withdrawal and a last decision at
 * the same moment one happens, the other is told: the filing's row is held by whoever comes first.
 */
export async function withdrawFiling(
  ctx: Context,
  input: FilingKey & { readonly version: number; readonly reason: string },
): Promise<Outcome<Filing>> {
  const { filing, post } = await holdForHost(ctx, input);
  refuseMove(filing, 'withdrawn', 'accounts.not-withdrawable');
  refuseStale(filing, input.version);
  const subject = filingSubject(filing);
  if (filing.state === 'in-approval') {
    await withdrawApproval(ctx, { jurisdiction: filing.jurisdiction, subject, reason: input.reason, post });
  }
  await dropEntries(ctx, filing, 'withdrawn');
  await stopClocks(ctx, filing, accountsText.fellAway.withdrawn);
  const withdrawn: Filing = {
    ...filing,
    state: 'withdrawn',
    version: filing.version + 1,
    updatedAt: ctx.now.iso,
  };
  await updateFiling(ctx.tx, withdrawn);
  ctx.audit({
    jurisdiction: filing.jurisdiction,
    action: 'filing.withdraw',
    subject,
    post: actingPost(post),
    facts: { reason: input.reason, revision: filing.revision },
    before: { state: filing.state, version: filing.version },
    after: { state: withdrawn.state, version: withdrawn.version },
  });
  return done(withdrawn);
}
