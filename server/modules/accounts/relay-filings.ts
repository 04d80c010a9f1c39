import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/db/uuid.ts';
import { done, found, type Outcome, refuse } from '../../kernel/outcome.ts';
import {
  type Approval,
  approvalsOf,
  currentStep,
  decideStep,
  type Step,
  waitingFor,
} from '../approvals/index.ts';
import { insertRelay, nextRelayNumber, type Relay } from './store-relays.ts';

/** A filing at a step of handing on, of a seat that the actor holds. */
export interface AtRelay {
  readonly approval: Approval;
  readonly step: Step;
}

/** LZ-13b: the filings that departments and towns have brought to their park, the longest waiting first. */
export async function waitingToRelay(ctx: Context): Promise<AtRelay[]> {
  const waiting = await waitingFor(ctx);
  const mine = waiting.filter(({ kind, subject }) => kind === 'relay' && subject.type === 'filing');
  const found: AtRelay[] = [];
  for (const { jurisdiction, subject, stepId } of mine) {
    const at = await atRelay(ctx, { jurisdiction, id: subject.id });
    if (at?.step.id === stepId) found.push(at);
  }
  return found;
}

async function atRelay(
  ctx: Context,
  { jurisdiction, id }: { readonly jurisdiction: string; readonly id: string },
): Promise<AtRelay | null> {
  const [approval] = await approvalsOf(ctx, jurisdiction, { type: 'filing', id });
  const step = approval?.state === 'running' ? currentStep(approval) : null;
  return approval && step?.kind === 'relay' ? { approval, step } : null;
}

export interface RelayInput {
  readonly filings: readonly {
    readonly jurisdiction: string;
    readonly id: string;
    readonly digest: string;
    readonly version: number;
  }[];
  readonly sealed: boolean;
  readonly note?: string | undefined;
}

/**
 * LZ-13b: hands several filings on to the supervisor in one go, or none of them. Each is decided on its own, with its
 * own entry in the trail; the list says that they went together. Problems: one that is not waiting here, two parks at
 * once, no seal where one is asked for.
 */
export async function relayFilings(ctx: Context, input: RelayInput): Promise<Outcome<Relay>> {
  const chosen: AtRelay[] = [];
  // Held in one order by everybody, so that two who hand on the same ones cannot wait for each other.
  const asked = [...input.filings].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const filing of asked) {
    const at = await atRelay(ctx, filing);
    if (!at) return refuse({ code: 'accounts.relay-not-waiting', facts: { title: filing.id.slice(0, 8) } });
    chosen.push(at);
  }
  const [first] = chosen;
  if (!first || chosen.some(({ step }) => step.unitId !== first.step.unitId))
    return refuse({ code: 'accounts.relay-two-units' });
  if (!input.sealed && chosen.some(({ step }) => step.seal))
    return refuse({ code: 'accounts.relay-unsealed', field: 'sealed' });
  for (const [at, { approval, step }] of chosen.entries()) {
    const seen = asked[at];
    const decided = await decideStep(ctx, {
      jurisdiction: approval.jurisdiction,
      approvalId: approval.id,
      stepId: step.id,
      decision: 'approve',
      reason: input.note,
      digest: seen?.digest ?? '',
      version: seen?.version ?? 0,
      sealed: step.seal,
      signedBy: step.signature ? ctx.actor.name : undefined,
      gates: step.gates.map(({ id }) => id),
    });
    if (!decided.ok) return decided;
  }
  return done(await keepRelay(ctx, chosen, input.note));
}

async function keepRelay(ctx: Context, chosen: readonly AtRelay[], note: string | undefined): Promise<Relay> {
  const { approval, step } = found(chosen[0]);
  const { jurisdiction } = approval;
  const post = ctx.actor.posts.find(({ unitId }) => unitId === step.unitId);
  const relay: Relay = {
    jurisdiction,
    id: newId(),
    unitId: step.unitId,
    unitName: step.unitName,
    number: await nextRelayNumber(ctx.tx, jurisdiction, step.unitId),
    note: note || null,
    relayedAt: ctx.now.iso,
    relayedBy: ctx.actor.personId,
    relayedByName: ctx.actor.name,
    relayedPost: post ? `${post.unitName} ${post.title}` : step.postTitle,
    items: chosen.map(({ approval: each }) => ({
      filingId: each.subject.id,
      title: each.title,
      hostName: each.hostName,
      digest: each.contentDigest,
    })),
  };
  await insertRelay(ctx.tx, relay);
  ctx.audit({
    jurisdiction,
    action: 'filings.relayed',
    subject: { type: 'relay', id: relay.id },
    ...(post ? { post: { postId: post.postId, title: post.title, unitName: post.unitName } } : {}),
    facts: {
      unit: relay.unitId,
      number: relay.number,
      filings: relay.items.map(({ filingId, digest }) => ({ id: filingId, digest })),
    },
  });
  return relay;
}
