import type { Context } from '../../kernel/context.ts';
import { done, type Outcome, Refused } from '../../kernel/outcome.ts';
import { dropSuccessor } from '../accounts/index.ts';
import { cancelDeadline } from '../deadlines/index.ts';
import { actingPost, holdForSupervisor, type ProposalKey } from './hold-proposal.ts';
import type { Proposal } from './model.ts';
import { updateProposals } from './store.ts';
import { readItems, updateItem } from './store-items.ts';

/**
 * Takes an order back while nothing of it has taken effect; the proposal is open again and its clock stops. Throws
 * Refused('conflict') where an account is closed or improved already, or its closing is filed.
 */
export async function recallOrder(
  ctx: Context,
  input: ProposalKey & { readonly reason: string },
): Promise<Outcome<Proposal>> {
  const { proposal, post } = await holdForSupervisor(ctx, input, 'open');
  const items = await readItems(ctx.tx, proposal.jurisdiction, proposal.id);
  const busy = items.find(({ state }) => state !== 'waiting');
  if (proposal.state !== 'ordered' || busy)
    throw new Refused('conflict', {
      code: 'consolidation.not-recallable',
      facts: { name: busy?.accountName ?? '' },
    });
  for (const item of items) {
    await updateItem(ctx.tx, { ...item, state: 'recalled', version: item.version + 1 });
    await dropSuccessor(ctx, item);
  }
  if (proposal.deadlineId)
    await cancelDeadline(ctx, { jurisdiction: proposal.jurisdiction, id: proposal.deadlineId }, input.reason);
  const after: Proposal = {
    ...proposal,
    state: 'open',
    action: null,
    mainAccountId: null,
    instruction: null,
    term: null,
    dueOn: null,
    deadlineId: null,
    orderedAt: null,
    orderedBy: null,
    version: proposal.version + 1,
  };
  await updateProposals(ctx.tx, [after]);
  ctx.audit({
    jurisdiction: proposal.jurisdiction,
    action: 'consolidation.recalled',
    subject: { type: 'consolidation', id: proposal.id },
    post: actingPost(post),
    facts: { key: proposal.key, reason: input.reason },
    before: proposal,
    after,
  });
  return done(after);
}
