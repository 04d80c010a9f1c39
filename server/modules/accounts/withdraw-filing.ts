import { accountsText } from '../../../contracts/accounts/words.ts';
import type { Context } from '../../kernel/context.ts';
import { done, type Outcome, Refused } from '../../kernel/outcome.ts';
import { withdrawApproval } from '../approvals/index.ts';
import { filingSubject } from './assemble-filing.ts';
import { actingPost, type FilingKey, holdForHost, refuseMove, refuseStale } from './lock-filing.ts';
import type { Filing } from './model.ts';
import { withdrawNotices } from './publish-notice.ts';
import { dropEntries, stopClocks } from './run-clocks.ts';
import { updateFiling } from './store.ts';
import { readEntries } from './store-entries.ts';

/**
 * Takes a filing back, or puts a draft aside; it can be taken up again later. A change or an end that is approved can
 * still be given up until it has taken effect; its public notice is withdrawn with it. Of a withdrawal and a last decision at
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
  await refuseEntered(ctx, filing);
  await dropEntries(ctx, filing, 'withdrawn');
  await withdrawNotices(ctx, filing);
  await stopClocks(ctx, filing, accountsText.fellAway.withdrawn);
  const withdrawn: Filing = {
    ...filing,
    state: 'withdrawn',
    version: filing.version + 1,
    updatedAt: ctx.now.iso,
    approvedAt: null,
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
  await announceDropped(ctx, withdrawn);
  return done(withdrawn);
}

/** What is entered in a system outside as approved is carried through, not taken back. */
async function refuseEntered(ctx: Context, filing: Filing): Promise<void> {
  if (filing.state !== 'approved') return;
  const entries = await readEntries(ctx.tx, filing.jurisdiction, [filing.id]);
  const entered = entries.find(({ state }) => state === 'done');
  if (entered)
    throw new Refused('conflict', { code: 'accounts.entered-already', facts: { system: entered.system } });
}

/** Tells the modules above that nothing comes of a filing on an account; what was linked to it is open again. */
export async function announceDropped(
  ctx: Context,
  { jurisdiction, id, accountId, kind }: Filing,
): Promise<void> {
  if (kind === 'open') return;
  await ctx.announce({ name: 'filing.dropped', data: { jurisdiction, filingId: id, accountId } });
}
