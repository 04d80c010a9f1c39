import type { ActorPost } from '../../kernel/actor.ts';
import type { Context } from '../../kernel/context.ts';
import { Refused } from '../../kernel/outcome.ts';
import { mayWithdraw } from './abilities.ts';
import { type Approval, moveApproval, type Subject } from './model.ts';
import { skipRest } from './rules.ts';
import { lockApproval, readRounds, writeApproval, writeStepStates } from './store.ts';

/**
 * Takes a running approval back for the host that submitted it; decisions made so far stay on record and bind nobody.
 * Throws Refused('conflict') when it has ended meanwhile, Refused('forbidden') for others than the host.
 */
export async function withdrawApproval(
  ctx: Context,
  about: {
    readonly jurisdiction: string;
    readonly subject: Subject;
    readonly reason: string;
    readonly post: ActorPost;
  },
): Promise<Approval> {
  const approval = await lockRunning(ctx, about.jurisdiction, about.subject);
  if (!approval) throw new Refused('conflict', { code: 'approvals.not-running' });
  if (!mayWithdraw(ctx.actor, approval))
    throw new Refused('forbidden', { code: 'approvals.withdraw-not-yours' });
  await end(ctx, approval, 'withdrawn', about.reason);
  const { postId, title, unitName } = about.post;
  ctx.audit({
    jurisdiction: approval.jurisdiction,
    action: 'approval.withdraw',
    subject: approval.subject,
    post: { postId, title, unitName },
    facts: { approvalId: approval.id, revision: approval.revision },
    before: { state: approval.state, version: approval.version },
    after: { state: 'withdrawn', reason: about.reason },
  });
  return approval;
}

/** Ends a running approval because its content changed: no decision made on the old content holds for the new one. */
export async function voidApproval(ctx: Context, jurisdiction: string, subject: Subject): Promise<void> {
  const approval = await lockRunning(ctx, jurisdiction, subject);
  if (!approval) return;
  await end(ctx, approval, 'voided', null);
  ctx.audit({
    jurisdiction,
    action: 'approval.void',
    subject,
    facts: { approvalId: approval.id, revision: approval.revision },
    before: { state: approval.state, version: approval.version },
    after: { state: 'voided' },
  });
}

async function lockRunning(ctx: Context, jurisdiction: string, subject: Subject): Promise<Approval | null> {
  const latest = (await readRounds(ctx.tx, jurisdiction, subject)).find(({ state }) => state === 'running');
  if (!latest) return null;
  const locked = await lockApproval(ctx.tx, jurisdiction, latest.id);
  return locked?.state === 'running' ? locked : null;
}

async function end(
  ctx: Context,
  approval: Approval,
  state: 'withdrawn' | 'voided',
  reason: string | null,
): Promise<void> {
  await writeStepStates(ctx.tx, approval.jurisdiction, skipRest(approval), ctx.now.iso);
  await writeApproval(ctx.tx, approval, { state: moveApproval(approval, state), at: ctx.now.iso, reason });
}
