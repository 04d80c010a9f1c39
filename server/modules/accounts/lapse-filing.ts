import { accountsText } from '../../../contracts/accounts/words.ts';
import type { Context } from '../../kernel/context.ts';
import { voidApproval } from '../approvals/index.ts';
import { filingSubject } from './assemble-filing.ts';
import type { Filing } from './model.ts';
import { withdrawNotices } from './publish-notice.ts';
import { dropEntries, stopClocks } from './run-clocks.ts';
import { updateFiling } from './store.ts';

/** Lets a filing fall away whose host is no more: nobody is left to go on with it. The caller holds its row. */
export async function lapseFiling(ctx: Context, filing: Filing): Promise<void> {
  const subject = filingSubject(filing);
  if (filing.state === 'in-approval') await voidApproval(ctx, filing.jurisdiction, subject);
  await dropEntries(ctx, filing, 'withdrawn');
  await stopClocks(ctx, filing, accountsText.fellAway.hostGone);
  await withdrawNotices(ctx, filing);
  const lapsed: Filing = {
    ...filing,
    state: 'withdrawn',
    version: filing.version + 1,
    updatedAt: ctx.now.iso,
  };
  await updateFiling(ctx.tx, lapsed);
  ctx.audit({
    jurisdiction: filing.jurisdiction,
    action: 'filing.lapse',
    subject,
    facts: { host: filing.hostUnitId, revision: filing.revision },
    before: { state: filing.state, version: filing.version },
    after: { state: lapsed.state, version: lapsed.version },
  });
}
