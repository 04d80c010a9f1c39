import type { ApprovalWire, WaitingItem } from '../../../contracts/approvals/wire.ts';
import type { Context } from '../../kernel/context.ts';
import { found, Refused } from '../../kernel/outcome.ts';
import { getUnit, holdersOf } from '../directory/index.ts';
import { mayRead } from './abilities.ts';
import type { Approval, Subject } from './model.ts';
import { readApproval, readRounds } from './store.ts';
import { readWaiting } from './store-waiting.ts';
import { approvalView, waitingView } from './view.ts';

const WAITING_LIMIT = 500;

/** One approval with its earlier rounds. Throws Refused('not-found') outside the scope, Refused('forbidden') without right. */
export async function getApproval(ctx: Context, jurisdiction: string, id: string): Promise<ApprovalWire> {
  const approval = found(await readApproval(ctx.tx, jurisdiction, id));
  const host = await getUnit(ctx, approval.hostUnitId);
  const jurisdictions = [jurisdiction, ...ctx.geography.ancestors(jurisdiction).map(({ code }) => code)];
  if (!mayRead(ctx.actor, approval, { hostPath: host.path, jurisdictions })) throw new Refused('forbidden');
  const rounds = await readRounds(ctx.tx, jurisdiction, approval.subject);
  return approvalView(ctx.actor, approval, rounds, {
    jurisdictionName: ctx.geography.get(jurisdiction)?.name ?? jurisdiction,
    holders: await openHolders(ctx, approval),
  });
}

/** All rounds of a subject, the latest first; empty where it was never submitted. The caller has checked the right to read. */
export async function approvalsOf(ctx: Context, jurisdiction: string, subject: Subject): Promise<Approval[]> {
  return readRounds(ctx.tx, jurisdiction, subject);
}

/** Who holds the seats that are still to decide, by step id: people of today, acting ones included. */
export async function openHolders(ctx: Context, approval: Approval): Promise<Map<string, string[]>> {
  const holders = new Map<string, string[]>();
  if (approval.state !== 'running') return holders;
  for (const step of approval.steps) {
    if (step.state !== 'current' && step.state !== 'waiting') continue;
    const seated = await holdersOf(ctx, step.unitId, step.post);
    const acting = step.acting ? await holdersOf(ctx, step.acting.unitId, step.post) : [];
    holders.set(
      step.id,
      [...seated, ...acting].map(({ name }) => name),
    );
  }
  return holders;
}

/** The steps that wait for one of the actor's posts today, those due first on top. */
export async function waitingFor(ctx: Context): Promise<WaitingItem[]> {
  const waiting = await readWaiting(ctx.tx, ctx.actor.scope, ctx.actor.posts, WAITING_LIMIT);
  return waiting.map(({ approval, step }) =>
    waitingView(
      ctx.actor,
      approval,
      step,
      ctx.geography.get(approval.jurisdiction)?.name ?? approval.jurisdiction,
    ),
  );
}
