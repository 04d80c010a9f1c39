import type { Context, Fact } from '../../kernel/context.ts';
import { found } from '../../kernel/outcome.ts';
import type { FactListener } from '../../kernel/runner.ts';
import type { Day } from '../../policy/index.ts';
import { confirmSuccessor, planSuccessor } from '../accounts/index.ts';
import type { Item, Proposal } from './model.ts';
import { keepItem } from './settle-order.ts';
import { lockProposal } from './store.ts';
import { readItems, readItemsOf } from './store-items.ts';

/** What this module wants to hear of accounts and their filings. */
export const consolidationListeners: Readonly<Record<string, FactListener[]>> = {
  'account.closed': [followEnd],
  'account.cancelled': [followEnd],
  'filing.dropped': [followDrop],
};

interface Concerned {
  readonly proposal: Proposal;
  readonly item: Item;
}

/** What is ordered of an account and not over, held. */
async function concernedBy(ctx: Context, { data }: Fact): Promise<Concerned[]> {
  const jurisdiction = String(data.jurisdiction);
  const concerned: Concerned[] = [];
  for (const seen of await readItemsOf(ctx.tx, jurisdiction, String(data.accountId))) {
    if (seen.state !== 'waiting' && seen.state !== 'filing') continue;
    const proposal = found(await lockProposal(ctx.tx, jurisdiction, seen.proposalId));
    const item = (await readItems(ctx.tx, jurisdiction, proposal.id)).find(({ id }) => id === seen.id);
    if (item) concerned.push({ proposal, item });
  }
  return concerned;
}

/** An account that has ended, whichever filing ended it, is closed for the order; merged, it leads on to the main one. */
async function followEnd(ctx: Context, fact: Fact): Promise<void> {
  const on = String(fact.data.on ?? ctx.now.day) as Day;
  for (const { proposal, item } of await concernedBy(ctx, fact)) {
    if (proposal.mainAccountId) {
      await planSuccessor(ctx, item, proposal.mainAccountId);
      await confirmSuccessor(ctx, item, on);
    }
    const filingId = fact.data.filingId ? String(fact.data.filingId) : item.filingId;
    const after: Item = { ...item, state: 'closed', endedOn: on, filingId };
    await follow(ctx, { proposal, item }, after, on);
  }
}

/** A closing filing that comes to nothing puts its account back to where it was. */
async function followDrop(ctx: Context, fact: Fact): Promise<void> {
  for (const { proposal, item } of await concernedBy(ctx, fact)) {
    if (item.filingId !== fact.data.filingId) continue;
    await follow(ctx, { proposal, item }, { ...item, state: 'waiting', filingId: null }, ctx.now.day);
  }
}

async function follow(ctx: Context, { proposal, item }: Concerned, after: Item, on: Day): Promise<void> {
  const kept = await keepItem(ctx, proposal, { before: item, after }, on);
  ctx.audit({
    jurisdiction: proposal.jurisdiction,
    action: after.state === 'closed' ? 'consolidation.closed' : 'consolidation.reopened',
    subject: { type: 'consolidation', id: proposal.id },
    facts: { account: item.accountId, filing: item.filingId ?? after.filingId, on },
    before: item,
    after: kept,
  });
}
