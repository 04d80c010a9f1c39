import { consolidationText, orderNames } from '../../../contracts/consolidation/words.ts';
import type { ActorPost } from '../../kernel/actor.ts';
import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/db/uuid.ts';
import { notify } from '../../kernel/notify.ts';
import { done, type Outcome, Refused, refuse } from '../../kernel/outcome.ts';
import { accountForReader } from '../accounts/index.ts';
import { type Deadline, startDeadline } from '../deadlines/index.ts';
import { holdersOf } from '../directory/index.ts';
import { HOST_POSTS } from './abilities.ts';
import { actingPost, holdForSupervisor, type ProposalKey, signature } from './hold-proposal.ts';
import type { Item, Proposal, ProposedAccount } from './model.ts';
import { checkOrder, type Order, orderedAccounts } from './rules-order.ts';
import { holdJurisdiction, updateProposals } from './store.ts';
import { insertItems, readUnderOrder } from './store-items.ts';

/**
 * Makes a proposal a task for its host: merge, close or improve, within a term whose clock starts now. Of two orders at
 * once on the same proposal or the same account one is given, the other is told.
 */
export async function orderProposal(
  ctx: Context,
  input: ProposalKey & Order & { readonly instruction: string | null },
): Promise<Outcome<Proposal>> {
  await holdJurisdiction(ctx.tx, input.jurisdiction);
  const { proposal, post } = await holdForSupervisor(ctx, input, 'ordered');
  const merging = input.action === 'merge';
  const order = { ...input, mainAccountId: merging ? input.mainAccountId : null };
  const problems = checkOrder(proposal, order, await readUnderOrder(ctx.tx, input.jurisdiction));
  if (problems.length > 0) return refuse(...problems);
  const accounts = orderedAccounts(proposal, order.accountIds);
  const concerned = [...order.accountIds, ...(order.mainAccountId ? [order.mainAccountId] : [])];
  for (const id of concerned) await refuseEnded(ctx, input.jurisdiction, id);
  const host = accounts[0] as ProposedAccount;
  const term = { n: input.termDays, unit: 'workday' } as const;
  const ordered: Proposal = {
    ...proposal,
    hostUnitId: host.hostUnitId,
    hostPath: host.hostPath,
    hostName: host.hostName,
    state: 'ordered',
    action: order.action,
    mainAccountId: order.mainAccountId,
    instruction: input.instruction,
    term,
    orderedAt: ctx.now.iso,
    orderedBy: signature(ctx, post),
    version: proposal.version + 1,
  };
  const deadline = await startClock(ctx, ordered, post);
  const after = { ...ordered, deadlineId: deadline.id, dueOn: deadline.computed.due.slice(0, 10) };
  await updateProposals(ctx.tx, [after]);
  const items = accounts.map((account, position) => itemOf(after, account, position));
  await insertItems(ctx.tx, items);
  noteOrder(ctx, { before: proposal, after, items, post });
  await tellHost(ctx, after);
  return done(after);
}

/** Holds nothing: an account that ends while it is ordered is followed by its facts. */
async function refuseEnded(ctx: Context, jurisdiction: string, id: string): Promise<void> {
  const { name, state } = await accountForReader(ctx, jurisdiction, id);
  if (state !== 'operating')
    throw new Refused('conflict', { code: 'consolidation.account-ended', facts: { name } });
}

function startClock(ctx: Context, proposal: Proposal, post: ActorPost): Promise<Deadline> {
  const action = orderNames[proposal.action ?? 'merge'];
  return startDeadline(ctx, {
    jurisdiction: proposal.jurisdiction,
    subject: { type: 'consolidation', id: proposal.id },
    ownerUnitId: proposal.hostUnitId,
    escalationUnitId: post.unitId,
    title: consolidationText.deadline(action, proposal.accounts.map(({ name }) => name).join('、')),
    rule: 'consolidation.criteria',
    basis: proposal.basis,
    pack: proposal.pack,
    version: proposal.packVersion,
    from: ctx.now.day,
    term: proposal.term ?? { n: 1, unit: 'workday' },
  });
}

function itemOf(proposal: Proposal, account: ProposedAccount, position: number): Item {
  return {
    jurisdiction: proposal.jurisdiction,
    id: newId(),
    proposalId: proposal.id,
    accountId: account.id,
    accountName: account.name,
    platformName: account.platformName,
    position,
    state: 'waiting',
    servicesMovedOn: null,
    servicesMoved: null,
    followersToldOn: null,
    followersUrl: null,
    followersFileId: null,
    historyUrl: null,
    filingId: null,
    endedOn: null,
    report: null,
    version: 1,
  };
}

function noteOrder(
  ctx: Context,
  { before, after, items, post }: { before: Proposal; after: Proposal; items: Item[]; post: ActorPost },
): void {
  ctx.audit({
    jurisdiction: after.jurisdiction,
    action: 'consolidation.ordered',
    subject: { type: 'consolidation', id: after.id },
    post: actingPost(post),
    facts: {
      key: after.key,
      order: after.action,
      accounts: items.map(({ accountId }) => accountId),
      main: after.mainAccountId,
      term: after.term,
      due: after.dueOn,
    },
    before,
    after,
  });
}

async function tellHost(ctx: Context, proposal: Proposal): Promise<void> {
  const people = new Set<string>();
  for (const kind of HOST_POSTS)
    for (const { personId } of await holdersOf(ctx, proposal.hostUnitId, kind)) people.add(personId);
  await notify(ctx, {
    jurisdiction: proposal.jurisdiction,
    people: [...people],
    code: 'consolidation.ordered',
    facts: {
      action: orderNames[proposal.action ?? 'merge'],
      accounts: proposal.accounts.map(({ name }) => name).join('、'),
      due: proposal.dueOn,
    },
    subject: { type: 'consolidation', id: proposal.id },
    dedupeKey: `consolidation ${proposal.id} ${proposal.version}`,
  });
}
