import type { Context } from '../../kernel/context.ts';
import type { Day } from '../../policy/index.ts';
import { meetDeadline } from '../deadlines/index.ts';
import type { Item, Proposal } from './model.ts';
import { isFinished } from './rules-order.ts';
import { updateProposals } from './store.ts';
import { readItems, updateItem } from './store-items.ts';

/** Writes what became of an account of an order; with the last one the order is done and its clock met. */
export async function keepItem(
  ctx: Context,
  proposal: Proposal,
  change: { readonly before: Item; readonly after: Item },
  on: Day = ctx.now.day,
): Promise<Item> {
  const after = { ...change.after, version: change.before.version + 1 };
  await updateItem(ctx.tx, after);
  const items = await readItems(ctx.tx, proposal.jurisdiction, proposal.id);
  if (proposal.state === 'ordered' && items.every((each) => isFinished(proposal, each)))
    await finish(ctx, proposal, on);
  return after;
}

async function finish(ctx: Context, proposal: Proposal, on: Day): Promise<void> {
  const after: Proposal = {
    ...proposal,
    state: 'done',
    endedAt: ctx.now.iso,
    version: proposal.version + 1,
  };
  await updateProposals(ctx.tx, [after]);
  if (proposal.deadlineId)
    await meetDeadline(ctx, { jurisdiction: proposal.jurisdiction, id: proposal.deadlineId }, on);
  ctx.audit({
    jurisdiction: proposal.jurisdiction,
    action: 'consolidation.done',
    subject: { type: 'consolidation', id: proposal.id },
    facts: { key: proposal.key, order: proposal.action, on },
    before: proposal,
    after,
  });
}
