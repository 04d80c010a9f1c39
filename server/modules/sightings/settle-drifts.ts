import { sightingsText } from '../../../contracts/sightings/words.ts';
import type { Context, Fact } from '../../kernel/context.ts';
import type { FactListener } from '../../kernel/runner.ts';
import { type Account, accountOfFact, identityOf } from '../accounts/index.ts';
import type { Drift } from './model.ts';
import { lockStanding, updateDrift } from './store.ts';

/** What this module wants to hear of accounts. */
export const sightingsListeners: Readonly<Record<string, FactListener[]>> = {
  'account.changed': [settleByChange],
  'account.closed': [settleByEnd],
  'account.cancelled': [settleByEnd],
  'filing.dropped': [reopen],
};

/**
 * A change that took effect settles what it brought into line: the account is now filed as it was seen. What still
 * differs is from now on for the host that the account has now.
 */
async function settleByChange(ctx: Context, fact: Fact): Promise<void> {
  const { data } = fact;
  const account = await accountOfFact(ctx, fact);
  const { uids, handle, avatar } = await identityOf(ctx, account);
  const now: Readonly<Record<string, readonly (string | null)[]>> = {
    renamed: [account.name],
    handle: [handle],
    url: [account.url],
    certification: [account.certification],
    avatar: [avatar],
    stranger: uids,
  };
  for (const drift of await lockStanding(ctx.tx, account.jurisdiction, account.id)) {
    if (now[drift.kind]?.includes(drift.seen)) await settle(ctx, drift, data, sightingsText.closedByFiling);
    else if (drift.hostUnitId !== account.hostUnitId) await handOver(ctx, drift, account);
  }
}

async function handOver(
  ctx: Context,
  drift: Drift,
  { hostUnitId, hostPath, hostName }: Account,
): Promise<void> {
  await updateDrift(ctx.tx, { ...drift, hostUnitId, hostPath, hostName, version: drift.version + 1 });
}

/** An account that has ended no longer differs from anything. */
async function settleByEnd(ctx: Context, { data }: Fact): Promise<void> {
  for (const drift of await lockStanding(ctx.tx, String(data.jurisdiction), String(data.accountId)))
    await settle(ctx, drift, data, sightingsText.closedByEnd);
}

async function settle(ctx: Context, drift: Drift, data: Fact['data'], reason: string): Promise<void> {
  const after: Drift = {
    ...drift,
    state: 'closed',
    filingId: data.filingId ? String(data.filingId) : drift.filingId,
    closedReason: reason,
    closedAt: ctx.now.iso,
    version: drift.version + 1,
  };
  await updateDrift(ctx.tx, after);
  ctx.audit({
    jurisdiction: drift.jurisdiction,
    action: 'drift.closed',
    subject: { type: 'account', id: drift.accountId },
    facts: { drift: drift.id, kind: drift.kind, filing: after.filingId, reason },
    before: drift,
    after,
  });
}

/** A filing that comes to nothing settles nothing: what was linked to it is open again. */
async function reopen(ctx: Context, { data }: Fact): Promise<void> {
  for (const drift of await lockStanding(ctx.tx, String(data.jurisdiction), String(data.accountId))) {
    if (drift.state !== 'filed' || drift.filingId !== data.filingId) continue;
    const after: Drift = { ...drift, state: 'open', filingId: null, version: drift.version + 1 };
    await updateDrift(ctx.tx, after);
    ctx.audit({
      jurisdiction: drift.jurisdiction,
      action: 'drift.reopened',
      subject: { type: 'account', id: drift.accountId },
      facts: { drift: drift.id, kind: drift.kind, filing: drift.filingId },
      before: drift,
      after,
    });
  }
}
