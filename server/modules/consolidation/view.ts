import type { z } from 'zod';
import type {
  areaWire,
  figureWire,
  ItemWire,
  ProposalRow,
  ProposalWire,
} from '../../../contracts/consolidation/wire.ts';
import {
  itemStateNames,
  kindNames,
  orderNames,
  proposalStateNames,
  reasonWords,
  stepNames,
} from '../../../contracts/consolidation/words.ts';
import type { Context } from '../../kernel/context.ts';
import type { ScreenedAccount } from '../accounts/index.ts';
import { hostPost, itemAbilities, proposalAbilities, supervisingPost } from './abilities.ts';
import type { Activity, Item, Proposal, Reason, Run } from './model.ts';
import { closesUnmaintained, kindsOf } from './rules.ts';
import { missingSteps } from './rules-order.ts';
import type { Criteria } from './rules-screening.ts';

function sentence({ code, facts }: Reason): string {
  const word = reasonWords[code];
  return typeof word === 'function' ? word({ ...facts }) : (word ?? code);
}

/** A proposal as a row of the list shows it. */
export function proposalRow(ctx: Context, proposal: Proposal): ProposalRow {
  return {
    id: proposal.id,
    jurisdiction: proposal.jurisdiction,
    jurisdictionName: ctx.geography.get(proposal.jurisdiction)?.name ?? proposal.jurisdiction,
    kind: proposal.kind,
    kindName: kindNames[proposal.kind],
    hostName: proposal.hostName,
    accounts: proposal.accounts.map(({ id, name, platformName, number, hostName }) => ({
      id,
      name,
      platformName,
      number,
      hostName,
    })),
    reasons: proposal.reasons.map(sentence),
    basis: [...proposal.basis],
    state: proposal.state,
    stateName: proposalStateNames[proposal.state],
    action: proposal.action,
    actionName: proposal.action && orderNames[proposal.action],
    dueOn: proposal.dueOn,
    overdue: proposal.state === 'ordered' && proposal.dueOn !== null && proposal.dueOn < ctx.now.day,
    firstSeenAt: proposal.firstSeenAt,
    lastSeenAt: proposal.lastSeenAt,
  };
}

interface Around {
  readonly main: { readonly id: string; readonly name: string; readonly running: boolean } | null;
  readonly items: readonly Item[];
  readonly running: readonly ScreenedAccount[];
  readonly figures: readonly { readonly accountId: string; readonly figures: readonly Activity[] }[];
}

/** One proposal as its page shows it, with what the actor may do. */
export function proposalView(ctx: Context, proposal: Proposal, around: Around): ProposalWire {
  const { items, running, figures } = around;
  return {
    ...proposalRow(ctx, proposal),
    thresholds: proposal.thresholds,
    figures: figures.map((each) => ({ accountId: each.accountId, months: each.figures.map(figureView) })),
    dismissed:
      proposal.state === 'dismissed' && proposal.dismissedReason && proposal.dismissedBy
        ? { reason: proposal.dismissedReason, by: proposal.dismissedBy }
        : null,
    order:
      proposal.action && proposal.orderedAt && proposal.orderedBy
        ? {
            main: around.main,
            instruction: proposal.instruction,
            termDays: proposal.term?.n ?? 0,
            orderedAt: proposal.orderedAt,
            orderedBy: proposal.orderedBy,
            items: items.map((item) => itemView(ctx, proposal, item)),
          }
        : null,
    mainChoices: running.map(({ id, name, platformName, hostName }) => ({
      id,
      name,
      platformName,
      hostName,
    })),
    version: proposal.version,
    abilities: proposalAbilities(ctx.actor, proposal, ctx.geography),
  };
}

function itemView(ctx: Context, proposal: Proposal, item: Item): ItemWire {
  return {
    id: item.id,
    account: { id: item.accountId, name: item.accountName, platformName: item.platformName },
    state: item.state,
    stateName: itemStateNames[item.state],
    missing: missingSteps(proposal, item).map((step) => stepNames[step]),
    servicesMovedOn: item.servicesMovedOn,
    servicesMoved: item.servicesMoved,
    followersToldOn: item.followersToldOn,
    followersUrl: item.followersUrl,
    followersFile: item.followersFileId !== null,
    historyUrl: item.historyUrl,
    filingId: item.filingId,
    endedOn: item.endedOn,
    report: item.report,
    version: item.version,
    abilities: itemAbilities(ctx.actor, proposal, item),
  };
}

export function figureView(activity: Activity): z.infer<typeof figureWire> {
  const { month, posts, reads, followers, lastPostOn, recordedByName, source } = activity;
  return { month, posts, reads, followers, lastPostOn, by: recordedByName, source };
}

/** An area that the actor analyses: what its regulations look at, what they leave to the supervisor, and the last time. */
export function areaView(
  ctx: Context,
  code: string,
  says: Criteria,
  last: Run | undefined,
): z.infer<typeof areaWire> {
  const kinds = kindsOf(says);
  return {
    code,
    name: ctx.geography.get(code)?.name ?? code,
    kinds: [...kinds].map((kind) => kindNames[kind]),
    basis: [...says.criteria.basis],
    asksUse: (kinds.has('low-use') || kinds.has('similar')) && says.lowUse.value === null,
    asksIdle: kinds.has('idle') && says.idle.value === null,
    lastRun: last
      ? {
          at: last.ranAt,
          by: last.ranByName,
          accounts: last.accounts,
          standing: last.standing,
          appeared: last.appeared,
          gone: last.gone,
          thresholds: last.thresholds,
        }
      : null,
  };
}

/** What the actor may do about an account's figures, and about its being kept at all. */
export function activityAbilities(
  ctx: Context,
  account: { readonly hostUnitId: string; readonly jurisdiction: string; readonly state: string },
) {
  const supervises = supervisingPost(ctx.actor, account.jurisdiction, ctx.geography) !== undefined;
  const keeps = supervises || hostPost(ctx.actor, account.hostUnitId) !== undefined;
  return {
    keep: keeps && account.state !== 'cancelled',
    name:
      supervises &&
      account.state === 'operating' &&
      closesUnmaintained(ctx.policy(account.jurisdiction).get('close.must-when')),
  };
}
