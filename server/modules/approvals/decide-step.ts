import type { ActorPost } from '../../kernel/actor.ts';
import type { Context } from '../../kernel/context.ts';
import { done, found, type Outcome, Refused, refuse } from '../../kernel/outcome.ts';
import { seatOf } from './abilities.ts';
import { type Approval, currentStep, type Decision, type Step } from './model.ts';
import { barringStep, checkDecision, type DecisionInput, followDecision } from './rules.ts';
import { lockApproval, readApproval, writeApproval, writeDecision, writeStepStates } from './store.ts';
import { tellEnd, tellWaiting } from './tell-people.ts';

export interface DecideInput extends DecisionInput {
  readonly jurisdiction: string;
  readonly approvalId: string;
  readonly stepId: string;
  /** The digest of the content that was seen. */
  readonly digest: string;
  readonly version: number;
}

/**
 * Records one decision on the current step and takes the approval on: to the next step, or to its end. Throws
 * Refused('forbidden') for a step not one's own or barred by the separation of duties, Refused('conflict') when
 * somebody else decided first or the round is over, Refused('stale') when the content is not the one that was seen.
 */
export async function decideStep(ctx: Context, input: DecideInput): Promise<Outcome<Approval>> {
  const { approval, step, post } = await lockStep(ctx, input);
  const problems = checkDecision(step, input);
  if (problems.length > 0) return refuse(...problems);
  const decision = decisionOf(ctx, input, post);
  const { states, next, result } = followDecision(approval, step, input.decision);
  await writeDecision(ctx.tx, approval.jurisdiction, step.id, decision);
  await writeStepStates(ctx.tx, approval.jurisdiction, states, ctx.now.iso);
  await writeApproval(
    ctx.tx,
    approval,
    result && { state: result, at: ctx.now.iso, reason: decision.reason },
  );
  record(ctx, approval, step, decision, post);
  await announce(ctx, approval, step, decision, result);
  if (next) await tellWaiting(ctx, approval, next);
  return done(found(await readApproval(ctx.tx, approval.jurisdiction, approval.id)));
}

/**
 * The step to be decided, with subject and approval locked in this order, as every other change of theirs does.
 * Listeners to 'approval.deciding' hold their subject and throw stale when its content is no longer the one in approval.
 */
async function lockStep(
  ctx: Context,
  input: DecideInput,
): Promise<{ approval: Approval; step: Step; post: ActorPost }> {
  const seen = found(await readApproval(ctx.tx, input.jurisdiction, input.approvalId));
  await ctx.announce({
    name: 'approval.deciding',
    data: {
      jurisdiction: seen.jurisdiction,
      subjectType: seen.subject.type,
      subjectId: seen.subject.id,
      approvalId: seen.id,
      digest: seen.contentDigest,
    },
  });
  const approval = found(await lockApproval(ctx.tx, input.jurisdiction, input.approvalId));
  const step = found(approval.steps.find(({ id }) => id === input.stepId));
  const post = seatOf(ctx.actor, step);
  if (!post) {
    throw new Refused('forbidden', {
      code: 'approvals.not-your-step',
      facts: { step: step.title, unit: step.unitName, post: step.postTitle },
    });
  }
  refuseLate(approval, step);
  refuseSamePerson(ctx, approval, step);
  if (input.digest !== approval.contentDigest)
    throw new Refused('stale', { code: 'approvals.content-changed' });
  if (input.version !== approval.version) throw new Refused('stale');
  return { approval, step, post };
}

function refuseLate(approval: Approval, step: Step): void {
  const { decision } = step;
  if (decision) {
    throw new Refused('conflict', {
      code: 'approvals.already-decided',
      facts: { who: `${decision.post} ${decision.personName}`, decision: decision.kind, step: step.title },
    });
  }
  if (approval.state !== 'running') {
    throw new Refused('conflict', { code: 'approvals.ended', facts: { state: approval.state } });
  }
  if (step.state !== 'current') {
    const current = currentStep(approval)?.title ?? '';
    throw new Refused('conflict', { code: 'approvals.not-current', facts: { step: step.title, current } });
  }
}

function refuseSamePerson(ctx: Context, approval: Approval, step: Step): void {
  const bar = barringStep(approval, step, ctx.actor.personId ?? '');
  if (!bar) return;
  throw new Refused('forbidden', {
    code: 'approvals.same-person',
    facts: { step: step.title, others: bar.title },
    basis: approval.basis,
  });
}

function decisionOf(ctx: Context, input: DecideInput, post: ActorPost): Decision {
  return {
    kind: input.decision,
    personId: ctx.actor.personId ?? '',
    personName: ctx.actor.name,
    post: `${post.unitName} ${post.title}`,
    at: ctx.now.iso,
    reason: input.reason?.trim() || null,
    sealed: input.sealed ?? false,
    signedBy: input.signedBy?.trim() || null,
    gatesPassed: input.gates ?? [],
    digest: input.digest,
  };
}

function record(ctx: Context, approval: Approval, step: Step, decision: Decision, post: ActorPost): void {
  ctx.audit({
    jurisdiction: approval.jurisdiction,
    action: `approval.${decision.kind}`,
    subject: approval.subject,
    post: { postId: post.postId, title: post.title, unitName: post.unitName },
    facts: {
      approvalId: approval.id,
      step: step.stepId,
      revision: approval.revision,
      digest: decision.digest,
      sealed: decision.sealed,
      gates: decision.gatesPassed,
      ...(post.unitId === step.unitId ? {} : { actingFor: step.unitName }),
    },
    before: { state: step.state, version: approval.version },
    after: decision,
  });
}

async function announce(
  ctx: Context,
  approval: Approval,
  step: Step,
  decision: Decision,
  result: 'approved' | 'returned' | 'refused' | null,
): Promise<void> {
  const about = {
    jurisdiction: approval.jurisdiction,
    subjectType: approval.subject.type,
    subjectId: approval.subject.id,
    approvalId: approval.id,
    digest: approval.contentDigest,
  };
  await ctx.announce({
    name: 'approval.step-passed',
    data: { ...about, step: step.stepId, decision: decision.kind },
  });
  if (!result) return;
  await ctx.announce({ name: 'approval.concluded', data: { ...about, result, reason: decision.reason } });
  await tellEnd(ctx, approval, result, { step: step.title, reason: decision.reason ?? '' });
}
