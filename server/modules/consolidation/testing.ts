import type { Actor } from '../../kernel/actor.ts';
import { systemActor } from '../../kernel/actor.ts';
import type { Context } from '../../kernel/context.ts';
import type { Outcome } from '../../kernel/outcome.ts';
import type { FactListener, Runner } from '../../kernel/runner.ts';
import { must } from '../../kernel/testing-outcome.ts';
import { accountsListeners } from '../accounts/index.ts';
import type { World } from '../accounts/testing.ts';
import { consolidationListeners } from './follow-filings.ts';
import { type Activity, type Item, noThresholds, type Proposal, type Run, type Thresholds } from './model.ts';
import { runAnalysis } from './run-analysis.ts';
import { findProposals, readProposal } from './store.ts';
import { keepFigures } from './store-activity.ts';
import { readItems } from './store-items.ts';

/** A runner with the listeners of accounts and of this module, as the server wires them. */
export function wired(world: World): Runner {
  const all: Record<string, FactListener[]> = {};
  for (const heard of [accountsListeners, consolidationListeners])
    for (const [name, listeners] of Object.entries(heard)) all[name] = [...(all[name] ?? []), ...listeners];
  return world.kernel.runnerWith(all);
}

export async function analyse(
  runner: Runner,
  who: Actor,
  jurisdiction: string,
  thresholds: Partial<Thresholds> = {},
): Promise<Run> {
  return must(
    await runner.command(who, (ctx) =>
      runAnalysis(ctx, { jurisdiction, thresholds: { ...noThresholds, ...thresholds } }),
    ),
  );
}

/** Every proposal about an account, the latest analysis first. */
export function proposalsOf(runner: Runner, accountId: string): Promise<Proposal[]> {
  return runner.query(systemActor, async (ctx) => {
    const filter = { scope: '*', overseen: '*', units: [], jurisdictions: null, page: 1, size: 50 } as const;
    return (await findProposals(ctx.tx, { ...filter, account: accountId })).items;
  });
}

export function reread(runner: Runner, { jurisdiction, id }: Proposal): Promise<Proposal> {
  return runner.query(systemActor, async (ctx) => (await readProposal(ctx.tx, jurisdiction, id)) as Proposal);
}

export function itemsOf(runner: Runner, { jurisdiction, id }: Proposal): Promise<Item[]> {
  return runner.query(systemActor, (ctx) => readItems(ctx.tx, jurisdiction, id));
}

/** Puts figures of months straight into the table. */
export async function plantFigures(
  runner: Runner,
  account: { readonly jurisdiction: string; readonly id: string },
  months: readonly (Partial<Activity> & { readonly month: string })[],
): Promise<void> {
  must(
    await runner.command(systemActor, async (ctx: Context): Promise<Outcome<void>> => {
      await keepFigures(
        ctx.tx,
        months.map((more) => ({
          jurisdiction: account.jurisdiction,
          accountId: account.id,
          posts: null,
          reads: null,
          followers: null,
          lastPostOn: null,
          source: 'person',
          recordedAt: ctx.now.iso,
          recordedBy: null,
          recordedByName: 'test',
          recordedPost: null,
          ...more,
        })),
      );
      ctx.audit({
        jurisdiction: account.jurisdiction,
        action: 'consolidation.activity',
        subject: { type: 'account', id: account.id },
      });
      return { ok: true, value: undefined };
    }),
  );
}
