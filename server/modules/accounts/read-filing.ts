import type { FilingWire } from '../../../contracts/accounts/wire.ts';
import type { Context } from '../../kernel/context.ts';
import { found, Refused } from '../../kernel/outcome.ts';
import { type Approval, approvalsOf, openHolders } from '../approvals/index.ts';
import { deadlinesOfSubject } from '../deadlines/index.ts';
import { getUnit, guidingUnits, resolveSeat } from '../directory/index.ts';
import { mayRead, successorPost } from './abilities.ts';
import { assembleFiling, filingSubject } from './assemble-filing.ts';
import type { Filing } from './model.ts';
import { noticesOf } from './publish-notice.ts';
import { isGone } from './rules-unit.ts';
import { entryRule } from './run-clocks.ts';
import { readFiling } from './store.ts';
import { readAccount } from './store-accounts.ts';
import { readEntries } from './store-entries.ts';
import { filingView } from './view.ts';
import type { FilingCase } from './view-case.ts';

/** One filing as its reader may see it. Throws not-found outside the scope, forbidden for people it does not concern. */
export async function getFiling(ctx: Context, jurisdiction: string, id: string): Promise<FilingWire> {
  return filingView(ctx, await openCase(ctx, found(await readFiling(ctx.tx, jurisdiction, id))));
}

/** Brings together a filing with its decisions, entries and clocks, for one who may read it. */
export async function openCase(ctx: Context, filing: Filing): Promise<FilingCase> {
  const rounds = await approvalsOf(ctx, filing.jurisdiction, filingSubject(filing));
  await refuseStrangers(ctx, filing, rounds);
  const assembled = await assembleFiling(ctx, filing);
  const supervisor = await resolveSeat(ctx, assembled.host, { unit: 'supervisor' });
  return {
    assembled,
    rounds,
    holders: rounds[0] ? await openHolders(ctx, rounds[0]) : new Map(),
    ...(await clocksOf(ctx, filing)),
    notices: await noticesOf(ctx, filing),
    supervisorName: supervisor?.name ?? null,
  };
}

/** Refuses people whom a filing does not concern. */
export async function refuseStrangers(
  ctx: Context,
  filing: Filing,
  rounds: readonly Approval[],
): Promise<void> {
  if (!(await concerns(ctx, filing, rounds))) throw new Refused('forbidden');
}

/** Whether a filing concerns the actor. */
export async function mayReadFiling(ctx: Context, filing: Filing): Promise<boolean> {
  return concerns(ctx, filing, await approvalsOf(ctx, filing.jurisdiction, filingSubject(filing)));
}

async function concerns(ctx: Context, filing: Filing, rounds: readonly Approval[]): Promise<boolean> {
  const jurisdictions = [
    filing.jurisdiction,
    ...ctx.geography.ancestors(filing.jurisdiction).map(({ code }) => code),
  ];
  return mayRead(ctx.actor, {
    hostPath: await hostsOf(ctx, filing),
    guidingUnits: await guidingUnits(ctx, await getUnit(ctx, filing.hostUnitId)),
    decidingUnits: decidingUnitsOf(rounds),
    jurisdictions,
  });
}

/** Every unit with a step in the decisions on a filing, acting ones included. */
export function decidingUnitsOf(rounds: readonly Approval[]): string[] {
  return rounds.flatMap(({ steps }) =>
    steps.flatMap(({ unitId, acting }) => [unitId, ...(acting ? [acting.unitId] : [])]),
  );
}

/** Whose business a filing is: of the unit that files, of the host the account has now, of the one that is to have it. */
async function hostsOf(ctx: Context, filing: Filing): Promise<string[]> {
  const host = await getUnit(ctx, filing.hostUnitId);
  const account = filing.accountId && (await readAccount(ctx.tx, filing.jurisdiction, filing.accountId));
  const newHost = filing.newHost ? [filing.newHost.id] : [];
  if (!account) return [...host.path, ...newHost];
  const now = await getUnit(ctx, account.hostUnitId);
  const successors = isGone(now, ctx.now.day) ? [successorPost(ctx.actor, account)?.unitId ?? ''] : [];
  return [...host.path, ...newHost, ...now.path, ...successors];
}

/** The latest clock of each outside entry, and the clocks of the filing itself with who answers for them. */
async function clocksOf(ctx: Context, filing: Filing): Promise<Pick<FilingCase, 'entries' | 'clocks'>> {
  const deadlines = await deadlinesOfSubject(ctx.tx, filing.jurisdiction, filingSubject(filing));
  const entries = (await readEntries(ctx.tx, filing.jurisdiction, [filing.id])).map((entry) => ({
    entry,
    deadline:
      entry.state === 'pending'
        ? null
        : (deadlines.findLast(({ rule }) => rule === entryRule(entry)) ?? null),
  }));
  const outside = new Set(entries.map(({ entry }) => entryRule(entry)));
  const clocks = [];
  for (const deadline of deadlines.filter(({ rule }) => !outside.has(rule))) {
    clocks.push({ deadline, ownerName: (await getUnit(ctx, deadline.ownerUnitId)).name });
  }
  return { entries, clocks };
}
