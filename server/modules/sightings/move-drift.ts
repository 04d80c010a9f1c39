import type { ActorPost } from '../../kernel/actor.ts';
import type { Context } from '../../kernel/context.ts';
import { done, found, type Outcome, Refused, refuse } from '../../kernel/outcome.ts';
import { filingBrief } from '../accounts/index.ts';
import { answeringPost, supervisingPost } from './abilities.ts';
import { type Drift, type DriftState, mayMove } from './model.ts';
import { lockDrift, updateDrift } from './store.ts';

interface Move {
  readonly jurisdiction: string;
  readonly id: string;
  readonly version: number;
}

type Answering = (
  actor: Context['actor'],
  drift: Drift,
  geography: Context['geography'],
) => ActorPost | undefined;

/** The finding, held, where somebody with the right wants to move it from what they saw. */
async function hold(ctx: Context, input: Move, to: DriftState, may: Answering) {
  const drift = found(await lockDrift(ctx.tx, input.jurisdiction, input.id));
  const post = may(ctx.actor, drift, ctx.geography);
  if (!post) throw new Refused('forbidden');
  if (!mayMove(drift.state, to)) throw new Refused('conflict', { code: 'sightings.closed' });
  if (drift.version !== input.version) throw new Refused('stale');
  return { drift, post, by: `${post.unitName} ${post.title} ${ctx.actor.name}` };
}

async function keep(
  ctx: Context,
  { before, after, post }: { before: Drift; after: Drift; post: ActorPost },
  facts: Readonly<Record<string, unknown>>,
): Promise<Outcome<Drift>> {
  await updateDrift(ctx.tx, after);
  ctx.audit({
    jurisdiction: after.jurisdiction,
    action: `drift.${after.state}`,
    subject: { type: 'account', id: after.accountId },
    post: { postId: post.postId, title: post.title, unitName: post.unitName },
    facts: { drift: after.id, kind: after.kind, ...facts },
    before,
    after,
  });
  return done(after);
}

/** The host, or who supervises it, says why the account differs. The finding stands until it is filed or closed. */
export async function explainDrift(
  ctx: Context,
  input: Move & { readonly reason: string },
): Promise<Outcome<Drift>> {
  const { drift, post, by } = await hold(ctx, input, 'explained', answeringPost);
  const after: Drift = {
    ...drift,
    state: 'explained',
    explanation: input.reason,
    explainedBy: by,
    explainedAt: ctx.now.iso,
    version: drift.version + 1,
  };
  return keep(ctx, { before: drift, after, post }, { reason: input.reason });
}

/** States in which a filing is under way or done; one taken back settles nothing. */
const SETTLING = ['draft', 'in-approval', 'returned', 'approved', 'effected', 'registered'];

/** A filing about the account settles the finding: linked to it. Problem sightings.filing-not-of-account. */
export async function fileDrift(
  ctx: Context,
  input: Move & { readonly filingId: string },
): Promise<Outcome<Drift>> {
  const { drift, post } = await hold(ctx, input, 'filed', answeringPost);
  const filing = await filingBrief(ctx, drift.jurisdiction, input.filingId);
  if (filing.accountId !== drift.accountId || filing.kind === 'open' || !SETTLING.includes(filing.state))
    return refuse({ code: 'sightings.filing-not-of-account', field: 'filingId' });
  const after: Drift = { ...drift, state: 'filed', filingId: filing.id, version: drift.version + 1 };
  return keep(ctx, { before: drift, after, post }, { filing: filing.id });
}

/** Only the supervisor ends a finding without a filing, and says why. */
export async function closeDrift(
  ctx: Context,
  input: Move & { readonly reason: string },
): Promise<Outcome<Drift>> {
  const { drift, post, by } = await hold(ctx, input, 'closed', supervisingPost);
  const after: Drift = {
    ...drift,
    state: 'closed',
    closedReason: input.reason,
    closedBy: by,
    closedAt: ctx.now.iso,
    version: drift.version + 1,
  };
  return keep(ctx, { before: drift, after, post }, { reason: input.reason });
}
