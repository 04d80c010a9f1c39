import { consolidationText, stepNames } from '../../../contracts/consolidation/words.ts';
import type { Context } from '../../kernel/context.ts';
import { done, type Outcome, Refused, refuse } from '../../kernel/outcome.ts';
import { accountForReader, draftClosing, planSuccessor } from '../accounts/index.ts';
import { actingPost, holdForHost, type ItemKey } from './hold-proposal.ts';
import type { Item } from './model.ts';
import { missingSteps } from './rules-order.ts';
import { keepItem } from './settle-order.ts';

/**
 * Begins the closing filing with which an account of an order ends, its reason filled in. A merging comes first: problem
 * consolidation.steps-missing names what is not done. Refused as any filing that cannot begin.
 */
export async function beginClosing(ctx: Context, key: ItemKey): Promise<Outcome<Item>> {
  const { proposal, item, post } = await holdForHost(ctx, key);
  if (proposal.action === 'improve' || item.state !== 'waiting')
    throw new Refused('conflict', { code: 'consolidation.not-closable', facts: { state: item.state } });
  const missing = missingSteps(proposal, item);
  if (missing.length > 0)
    return refuse({
      code: 'consolidation.steps-missing',
      facts: { steps: missing.map((step) => stepNames[step]).join('、') },
    });
  const { jurisdiction } = proposal;
  const account = { jurisdiction, id: item.accountId };
  const main = proposal.mainAccountId && (await accountForReader(ctx, jurisdiction, proposal.mainAccountId));
  const reason = main ? consolidationText.mergeReason(main.name) : consolidationText.closeReason;
  const filing = await draftClosing(ctx, account, reason);
  if (!filing.ok) return filing;
  if (main) await planSuccessor(ctx, { jurisdiction, accountId: item.accountId }, main.id);
  const after = await keepItem(ctx, proposal, {
    before: item,
    after: { ...item, state: 'filing', filingId: filing.value.id },
  });
  ctx.audit({
    jurisdiction,
    action: 'consolidation.filed',
    subject: { type: 'consolidation', id: proposal.id },
    post: actingPost(post),
    facts: { account: item.accountId, filing: filing.value.id, main: proposal.mainAccountId },
    before: item,
    after,
  });
  return done(after);
}
