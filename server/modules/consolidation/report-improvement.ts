import type { Context } from '../../kernel/context.ts';
import { done, type Outcome, Refused } from '../../kernel/outcome.ts';
import { actingPost, holdForHost, type ItemKey } from './hold-proposal.ts';
import type { Item } from './model.ts';
import { keepItem } from './settle-order.ts';

/** The host tells what it did to make an account better (QJ-14); whether that was enough the next analysis shows. */
export async function reportImprovement(ctx: Context, key: ItemKey, report: string): Promise<Outcome<Item>> {
  const { proposal, item, post } = await holdForHost(ctx, key);
  if (proposal.action !== 'improve' || item.state !== 'waiting')
    throw new Refused('conflict', { code: 'consolidation.nothing-to-report' });
  const after = await keepItem(ctx, proposal, {
    before: item,
    after: { ...item, state: 'improved', report, endedOn: ctx.now.day },
  });
  ctx.audit({
    jurisdiction: proposal.jurisdiction,
    action: 'consolidation.improved',
    subject: { type: 'consolidation', id: proposal.id },
    post: actingPost(post),
    facts: { account: item.accountId, report },
    before: item,
    after,
  });
  return done(after);
}
