import type { ActorPost } from '../../kernel/actor.ts';
import { digestOf } from '../../kernel/audit/digest.ts';
import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/db/uuid.ts';
import { done, type Outcome, Refused, refuse } from '../../kernel/outcome.ts';
import type { Answer, CaseFacts, Chain, Day } from '../../policy/index.ts';
import type { Unit } from '../directory/index.ts';
import type { Approval, Decision, Step, Subject, SummaryLine } from './model.ts';
import { currentStep } from './model.ts';
import { type Route, type RouteSeat, resolveRoute } from './resolve-route.ts';
import { insertApproval, readRounds } from './store.ts';
import { tellWaiting } from './tell-people.ts';

export interface StartInput {
  readonly jurisdiction: string;
  readonly subject: Subject;
  readonly title: string;
  /** Where the subject is read in the workbench. */
  readonly href: string | null;
  /** The matter in Chinese: 开设. */
  readonly matter: string;
  readonly host: Unit;
  /** The post in which the person submits. */
  readonly post: ActorPost;
  readonly chain: Answer<Chain>;
  readonly facts: CaseFacts;
  /** Everything that is decided; decisions are bound to its digest. */
  readonly content: unknown;
  readonly summary: readonly SummaryLine[];
  readonly dueOn: Day | null;
}

/**
 * Starts the decisions on a subject along the chain that applies, and pins it: pack, version, rule, basis, seats.
 * Submitting counts as the compiling step where the chain begins with one at the host and the submitter holds its post.
 * Problems: approvals.no-chain, no-seat, vacant-post. Throws Refused('conflict') while another round is running.
 */
export async function startApproval(ctx: Context, input: StartInput): Promise<Outcome<Approval>> {
  const rounds = await readRounds(ctx.tx, input.jurisdiction, input.subject);
  if (rounds.some(({ state }) => state === 'running'))
    throw new Refused('conflict', { code: 'approvals.already-running' });
  const route = await resolveRoute(ctx, input);
  if (route.problems.length > 0) return refuse(...route.problems);
  const approval = pin(ctx, input, route, (rounds[0]?.revision ?? 0) + 1);
  if (!(await insertApproval(ctx.tx, approval)))
    throw new Refused('conflict', { code: 'approvals.already-running' });
  ctx.audit({
    jurisdiction: approval.jurisdiction,
    action: 'approval.start',
    subject: input.subject,
    post: { postId: input.post.postId, title: input.post.title, unitName: input.post.unitName },
    facts: {
      approvalId: approval.id,
      revision: approval.revision,
      rule: approval.rule,
      pack: approval.pack,
      packVersion: approval.packVersion,
    },
    after: {
      digest: approval.contentDigest,
      steps: approval.steps.map(({ stepId, unitId, post }) => ({ stepId, unitId, post })),
    },
  });
  await ctx.announce({
    name: 'approval.started',
    data: {
      jurisdiction: approval.jurisdiction,
      subjectType: input.subject.type,
      subjectId: input.subject.id,
      approvalId: approval.id,
    },
  });
  const first = currentStep(approval);
  if (first) await tellWaiting(ctx, approval, first);
  return done(approval);
}

function pin(ctx: Context, input: StartInput, route: Route, revision: number): Approval {
  const contentDigest = digestOf(input.content);
  return {
    jurisdiction: input.jurisdiction,
    id: newId(),
    subject: input.subject,
    title: input.title,
    href: input.href,
    matter: input.matter,
    hostUnitId: input.host.id,
    hostName: input.host.name,
    state: 'running',
    revision,
    version: 1,
    contentDigest,
    summary: input.summary,
    chainTitle: route.title,
    rule: input.chain.rule,
    pack: input.chain.pack ?? '',
    packVersion: input.chain.version ?? '',
    basis: input.chain.basis,
    distinct: route.distinct,
    dueOn: input.dueOn,
    startedAt: ctx.now.iso,
    startedBy: ctx.actor.personId,
    startedByName: ctx.actor.name,
    endedAt: null,
    endReason: null,
    steps: pinSteps(ctx, input, route, contentDigest),
  };
}

/** The seats of the route in order: the compiling step passed where submitting is it, the next one current. */
function pinSteps(ctx: Context, input: StartInput, route: Route, digest: string): Step[] {
  const current = compiles(route, input.post) ? 1 : 0;
  return route.seats.map((seat, position) => ({
    ...pinSeat(ctx, input, seat, position),
    state: position < current ? 'passed' : position === current ? 'current' : 'waiting',
    since: position <= current ? ctx.now.iso : null,
    decision: position < current ? compilation(ctx, input.post, digest) : null,
  }));
}

/** Submitting, as a decision of the compiling step. */
function compilation(ctx: Context, post: ActorPost, digest: string): Decision {
  return {
    kind: 'approve',
    personId: ctx.actor.personId ?? '',
    personName: ctx.actor.name,
    post: `${post.unitName} ${post.title}`,
    at: ctx.now.iso,
    reason: null,
    sealed: false,
    signedBy: null,
    gatesPassed: [],
    digest,
  };
}

/** A chain that is nothing but the compiling step still waits for a decision: a submission alone never passes itself. */
function compiles({ seats }: Route, post: ActorPost): boolean {
  const [first] = seats;
  if (!first || seats.length < 2 || first.step.kind !== 'compile') return false;
  return first.unit?.id === post.unitId && first.step.post === post.kind;
}

function pinSeat(
  ctx: Context,
  input: StartInput,
  seat: RouteSeat,
  position: number,
): Omit<Step, 'state' | 'since' | 'decision'> {
  const { step, unit, acting } = seat;
  if (!unit) throw new Error(`step ${step.id} was pinned without a unit`);
  const policy = ctx.policy(input.jurisdiction);
  return {
    id: newId(),
    position,
    stepId: step.id,
    title: step.title,
    kind: step.kind,
    unitId: unit.id,
    unitName: unit.name,
    post: step.post,
    postTitle: seat.postTitle,
    acting: acting ? { unitId: acting.unit.id, unitName: acting.unit.name } : null,
    gates: (step.gates ?? []).map((id) => ({ id, title: policy.gateTitle(id) })),
    proofreads: step.proofreads ?? false,
    seal: step.seal ?? false,
    signature: step.signature ?? false,
  };
}
