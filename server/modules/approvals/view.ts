import type { ApprovalStepWire, ApprovalWire, WaitingItem } from '../../../contracts/approvals/wire.ts';
import { approvalStateNames, approvalsWords } from '../../../contracts/approvals/words.ts';
import type { Actor } from '../../kernel/actor.ts';
import { mayWithdraw, seatOf } from './abilities.ts';
import { type Approval, currentStep, type Step } from './model.ts';
import { barringStep, changesBetween } from './rules.ts';

/** Names that an approval does not hold itself, as they are today. */
export interface Names {
  readonly jurisdictionName: string;
  /** Who holds the seat of each step today, by step id; for steps that are still open. */
  readonly holders: ReadonlyMap<string, readonly string[]>;
}

/** An approval as the reader may see it, with the earlier rounds of the same subject. */
export function approvalView(
  actor: Actor,
  approval: Approval,
  rounds: readonly Approval[],
  names: Names,
): ApprovalWire {
  const earlier = rounds.filter(({ revision }) => revision < approval.revision);
  const step = currentStep(approval);
  const mine = step !== null && stepIsMine(actor, approval, step);
  const open = mine && barringStep(approval, step, actor.personId ?? '') === null;
  return {
    id: approval.id,
    jurisdiction: approval.jurisdiction,
    jurisdictionName: names.jurisdictionName,
    subject: { ...approval.subject, title: approval.title, href: approval.href },
    matter: approval.matter,
    hostName: approval.hostName,
    state: approval.state,
    stateName: approvalStateNames[approval.state],
    revision: approval.revision,
    version: approval.version,
    digest: approval.contentDigest,
    chainTitle: approval.chainTitle,
    basis: [...approval.basis],
    startedAt: approval.startedAt,
    startedBy: approval.startedByName,
    endedAt: approval.endedAt,
    endReason: approval.endReason,
    due: approval.dueOn,
    summary: approval.summary.map(({ label, value }) => ({ label, value })),
    changes: earlier[0] ? changesBetween(earlier[0].summary, approval.summary) : [],
    steps: approval.steps.map((each) => stepView(actor, approval, each, names)),
    rounds: earlier.map((round) => roundView(actor, round, names)),
    abilities: {
      approve: open,
      return: open,
      refuse: open,
      withdraw: approval.state === 'running' && mayWithdraw(actor, approval),
    },
  };
}

function stepIsMine(actor: Actor, approval: Approval, step: Step): boolean {
  return approval.state === 'running' && step.state === 'current' && seatOf(actor, step) !== null;
}

function roundView(actor: Actor, round: Approval, names: Names): ApprovalWire['rounds'][number] {
  return {
    id: round.id,
    revision: round.revision,
    state: round.state,
    startedAt: round.startedAt,
    endedAt: round.endedAt,
    endReason: round.endReason,
    steps: round.steps.map((step) => stepView(actor, round, step, names)),
  };
}

function stepView(actor: Actor, approval: Approval, step: Step, names: Names): ApprovalStepWire {
  const holders = names.holders.get(step.id);
  const mine = stepIsMine(actor, approval, step);
  const bar = mine ? barringStep(approval, step, actor.personId ?? '') : null;
  const { decision } = step;
  return {
    id: step.id,
    stepId: step.stepId,
    position: step.position,
    title: step.title,
    kind: step.kind,
    state: step.state,
    unitId: step.unitId,
    unitName: step.unitName,
    post: step.post,
    postTitle: step.postTitle,
    actingUnitName: step.acting?.unitName ?? null,
    holders: [...(holders ?? [])],
    vacant: holders !== undefined && holders.length === 0,
    mine,
    barred: bar && barredSentence(step, bar),
    gates: step.gates.map(({ id, title }) => ({ id, title })),
    proofreads: step.proofreads,
    seal: step.seal,
    signature: step.signature,
    decision: decision?.kind ?? null,
    decidedBy: decision?.personName ?? null,
    decidedPost: decision?.post ?? null,
    decidedAt: decision?.at ?? null,
    reason: decision?.reason ?? null,
    sealed: decision?.sealed ?? false,
    signedBy: decision?.signedBy ?? null,
    gatesPassed: [...(decision?.gatesPassed ?? [])],
    digest: decision?.digest ?? null,
  };
}

function barredSentence(step: Step, bar: Step): string {
  const word = approvalsWords['approvals.same-person'];
  return typeof word === 'function' ? word({ step: step.title, others: bar.title }) : (word ?? '');
}

/** A step that waits for one of the actor's posts, as the workbench lists it. */
export function waitingView(
  actor: Actor,
  approval: Approval,
  step: Step,
  jurisdictionName: string,
): WaitingItem {
  const acts = seatOf(actor, step)?.unitId !== step.unitId;
  return {
    approvalId: approval.id,
    jurisdiction: approval.jurisdiction,
    jurisdictionName,
    stepId: step.id,
    stepTitle: step.title,
    kind: step.kind,
    unitName: acts ? (step.acting?.unitName ?? step.unitName) : step.unitName,
    postTitle: step.postTitle,
    actingFor: acts ? step.unitName : null,
    subject: { ...approval.subject, title: approval.title, href: approval.href },
    matter: approval.matter,
    hostName: approval.hostName,
    revision: approval.revision,
    since: step.since ?? approval.startedAt,
    due: approval.dueOn,
  };
}
