import type { Context } from '../../kernel/context.ts';
import { done, type Outcome } from '../../kernel/outcome.ts';
import { actingPost, holdForSupervisor, type ProposalKey, signature } from './hold-proposal.ts';
import type { Proposal } from './model.ts';
import { updateProposals } from './store.ts';

/** The supervisor finds nothing to do, and says why; the same finding does not come back for the same accounts. */
export async function dismissProposal(
  ctx: Context,
  input: ProposalKey & { readonly reason: string },
): Promise<Outcome<Proposal>> {
  const { proposal, post } = await holdForSupervisor(ctx, input, 'dismissed');
  const after: Proposal = {
    ...proposal,
    state: 'dismissed',
    dismissedReason: input.reason,
    dismissedBy: signature(ctx, post),
    dismissedAt: ctx.now.iso,
    version: proposal.version + 1,
  };
  await updateProposals(ctx.tx, [after]);
  ctx.audit({
    jurisdiction: proposal.jurisdiction,
    action: 'consolidation.dismissed',
    subject: { type: 'consolidation', id: proposal.id },
    post: actingPost(post),
    facts: { key: proposal.key, reason: input.reason },
    before: proposal,
    after,
  });
  return done(after);
}
