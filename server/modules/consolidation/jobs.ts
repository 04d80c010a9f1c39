import { systemActor } from '../../kernel/actor.ts';
import type { JobHandler } from '../../kernel/jobs.ts';
import type { Runner } from '../../kernel/runner.ts';
import { jurisdictionsWithAccounts } from '../accounts/index.ts';
import { noThresholds } from './model.ts';
import { runAnalysis } from './run-analysis.ts';
import { readLastRun } from './store.ts';

const ANALYSE_QUEUE = 'consolidation-analyse';

/** Every Monday before the offices open, all jurisdictions are looked at anew. */
export function consolidationJobs(runner: Runner): JobHandler[] {
  return [{ queue: ANALYSE_QUEUE, cron: '20 5 * * 1', handle: async () => void (await analyseAll(runner)) }];
}

/**
 * Analyses every jurisdiction that has accounts, each in a transaction of its own, with the thresholds its supervisor
 * entered last; answers how many there were.
 */
export async function analyseAll(runner: Runner): Promise<number> {
  const jurisdictions = await runner.query(systemActor, (ctx) => jurisdictionsWithAccounts(ctx));
  for (const jurisdiction of jurisdictions) {
    await runner.command(systemActor, async (ctx) => {
      const last = await readLastRun(ctx.tx, jurisdiction);
      return runAnalysis(ctx, { jurisdiction, thresholds: last?.thresholds ?? noThresholds });
    });
  }
  return jurisdictions.length;
}
