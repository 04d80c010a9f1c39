import { deadlineTitles } from '../../../contracts/accounts/words.ts';
import type { Context, Fact } from '../../kernel/context.ts';
import { newId } from '../../kernel/db/uuid.ts';
import { listFiles } from '../../kernel/files.ts';
import { found, Refused } from '../../kernel/outcome.ts';
import type { FactListener } from '../../kernel/runner.ts';
import { caseFactsOf, getUnit } from '../directory/index.ts';
import { applyEffect } from './apply-effect.ts';
import { assembleFiling, contentDigest, filingSubject } from './assemble-filing.ts';
import { completeFiling } from './complete-filing.ts';
import { coreKeys, detailsOf, type FormModel } from './form-model.ts';
import { platformsOf } from './list-platforms.ts';
import { type Account, type Filing, mayMove } from './model.ts';
import { announceBefore } from './publish-notice.ts';
import { announceOpened } from './record-opening.ts';
import { refuseGone } from './refuse-gone.ts';
import { plainTerm } from './rules-entries.ts';
import { dropEntries, meetClock, startEntries, startTerm } from './run-clocks.ts';
import { lockFiling, updateFiling } from './store.ts';
import { insertAccount, readAccount } from './store-accounts.ts';
import { nextNumber } from './store-counters.ts';
import { announceDropped } from './withdraw-filing.ts';

/** What this module wants to hear of approvals. */
export const accountsListeners: Readonly<Record<string, FactListener[]>> = {
  'approval.deciding': [holdSubject],
  'approval.concluded': [concludeFiling],
};

/**
 * Before a decision: holds the filing, so that nothing can change between looking and deciding, and refuses when its
 * content is no longer the one in approval, however it came to differ.
 */
async function holdSubject(ctx: Context, fact: Fact): Promise<void> {
  const filing = await subjectOf(ctx, fact);
  if (!filing || filing.approvalId !== fact.data.approvalId || filing.state !== 'in-approval') return;
  const files = await listFiles(ctx, filing.jurisdiction, filingSubject(filing));
  if (contentDigest(filing, filing.values, files) !== fact.data.digest) {
    throw new Refused('stale', { code: 'approvals.content-changed' });
  }
}

async function subjectOf(ctx: Context, { data }: Fact): Promise<Filing | null> {
  if (data.subjectType !== 'filing') return null;
  return found(await lockFiling(ctx.tx, String(data.jurisdiction), String(data.subjectId)));
}

/** After the last decision: the filing follows it, and an approved opening puts the account into the registry. */
async function concludeFiling(ctx: Context, fact: Fact): Promise<void> {
  const filing = await subjectOf(ctx, fact);
  if (!filing) return;
  const result = fact.data.result as 'approved' | 'returned' | 'refused';
  if (!mayMove(filing, result)) throw new Error(`a filing in ${filing.state} cannot become ${result}`);
  await meetClock(ctx, filing, 'filing.decision.term');
  if (result === 'approved') await refuseGone(ctx, filing);
  const moved = result === 'approved' ? await approve(ctx, filing) : { ...filing, state: result };
  const after: Filing = { ...moved, version: filing.version + 1, updatedAt: ctx.now.iso };
  await updateFiling(ctx.tx, after);
  ctx.audit({
    jurisdiction: filing.jurisdiction,
    action: `filing.${result}`,
    subject: filingSubject(filing),
    facts: {
      revision: filing.revision,
      approvalId: filing.approvalId,
      ...(after.filingNumber ? { number: after.filingNumber } : {}),
    },
    before: { state: filing.state, version: filing.version },
    after: { state: after.state, version: after.version },
  });
  if (result === 'returned') await startSupplement(ctx, after);
  if (result === 'refused') {
    await dropEntries(ctx, after, 'refused');
    await announceDropped(ctx, after);
  }
  if (result === 'approved') await startEntries(ctx, after, 'approval', ctx.now.day);
  // What an opening long ago would have started begins with the day on which it was made up for.
  if (result === 'approved' && after.backfile) await startEntries(ctx, after, 'opening', ctx.now.day);
  if (result === 'approved' && after.kind !== 'open') await followApproval(ctx, after);
  if (after.state === 'opened' || after.state === 'effected') await completeFiling(ctx, after);
}

/** Gives the filing its number; an opening its account, anything else its effect where that is there already. */
async function approve(ctx: Context, filing: Filing): Promise<Filing> {
  const filingNumber = filing.filingNumber ?? (await newNumber(ctx, filing.jurisdiction));
  const approved: Filing = { ...filing, filingNumber, approvedAt: ctx.now.iso, state: 'approved' };
  if (filing.kind === 'open') return register(ctx, approved, filingNumber);
  if (filing.timing !== 'after-effect') return approved;
  return {
    ...approved,
    state: 'effected',
    effectedAt: filing.submitted?.at ?? ctx.now.iso,
    effectedBy: filing.submitted?.personName ?? null,
  };
}

/** The next filing number of the jurisdiction; a filing approved a second time keeps the one it has. */
async function newNumber(ctx: Context, jurisdiction: string): Promise<string> {
  const year = Number(ctx.now.day.slice(0, 4));
  const number = await nextNumber(ctx.tx, jurisdiction, year);
  return `${jurisdiction}-${year}-${String(number).padStart(4, '0')}`;
}

/** An effect that was there before goes into the registry; one to come is announced where the public has to be told first. */
async function followApproval(ctx: Context, filing: Filing): Promise<void> {
  if (filing.state === 'effected') return applyEffect(ctx, filing, null);
  await announceBefore(
    ctx,
    filing,
    found(await readAccount(ctx.tx, filing.jurisdiction, filing.accountId ?? '')),
  );
}

/** Gives the account its place in the registry. */
async function register(ctx: Context, filing: Filing, filingNumber: string): Promise<Filing> {
  const open = filing.timing === 'after-opening';
  const { form } = await assembleFiling(ctx, filing);
  const account = accountOf(ctx, filing, form, filingNumber);
  const after: Filing = {
    ...filing,
    accountId: account.id,
    state: open ? 'opened' : 'approved',
    ...(open
      ? { openedAt: filing.submitted?.at ?? ctx.now.iso, openedBy: filing.submitted?.personName ?? null }
      : {}),
  };
  await insertAccount(ctx.tx, account);
  ctx.audit({
    jurisdiction: account.jurisdiction,
    action: 'account.created',
    subject: { type: 'account', id: account.id },
    facts: { filing: filing.id, number: filingNumber, platform: account.platform },
    after: account,
  });
  if (open) await announceOpened(ctx, account, filing.id);
  return after;
}

function accountOf(ctx: Context, filing: Filing, form: FormModel, filingNumber: string): Account {
  const policy = ctx.policy(filing.jurisdiction, filing.pinnedOn);
  const platform = platformsOf(policy).items.find(({ id }) => id === filing.platform);
  const text = (key: string) => (typeof filing.values[key] === 'string' ? filing.values[key] : null);
  const basisOf = (id: string) => filing.checks.find((check) => check.id === id)?.basis ?? [];
  const open = filing.timing === 'after-opening';
  return {
    jurisdiction: filing.jurisdiction,
    id: newId(),
    hostUnitId: filing.hostUnitId,
    hostName: filing.hostName,
    hostPath: filing.hostPath,
    platform: filing.platform ?? '',
    platformName: platform?.name ?? filing.platform ?? '',
    channelKind: platform?.kind ?? 'account',
    name: filing.name ?? '',
    platformUid: open ? text(coreKeys.uid) : null,
    url: open ? text(coreKeys.url) : null,
    certification: text(coreKeys.certification),
    reason: text(coreKeys.reason),
    exceptions: Object.entries(filing.exceptions).map(([check, reason]) => ({
      check,
      reason,
      basis: basisOf(check),
    })),
    details: detailsOf(form, filing.values),
    state: open ? 'operating' : 'approved',
    openedOn: open ? filing.openedOn : null,
    closedOn: null,
    cancelledOn: null,
    registeredOn: null,
    filingId: filing.id,
    filingNumber,
    version: 1,
    createdAt: ctx.now.iso,
  };
}

/** Where a regulation gives the host a term for mending what was sent back, it starts now. */
async function startSupplement(ctx: Context, filing: Filing): Promise<void> {
  const host = await getUnit(ctx, filing.hostUnitId);
  const facts = { ...caseFactsOf(host), matter: filing.kind, platform: filing.platform ?? undefined };
  const term = plainTerm(ctx.policy(filing.jurisdiction, filing.pinnedOn), facts, 'filing.supplement.term');
  if (!term) return;
  const title = deadlineTitles.supplement(filing.name ?? '');
  await startTerm(ctx, filing, term, { ownerUnitId: host.id, aboveUnitId: null, title, from: ctx.now.day });
}
