import { systemActor } from '../../kernel/actor.ts';
import type { JobHandler } from '../../kernel/jobs.ts';
import type { Runner } from '../../kernel/runner.ts';
import { findOutdated, recomputeDeadlines } from './recompute-deadlines.ts';
import { findDue, remindDue } from './remind-due.ts';
import { RECOMPUTE_QUEUE } from './update-calendar.ts';

const SWEEP_QUEUE = 'deadline-sweep';

/**
 * Reminders and escalation every five minutes; recomputation when the calendar changed, and every hour for what a
 * lost job or an upgrade that brought a new notice left behind. Both may run on many processes at once.
 */
export function deadlineJobs(runner: Runner): JobHandler[] {
  return [
    { queue: SWEEP_QUEUE, cron: '*/5 * * * *', handle: async () => void (await sweep(runner)) },
    { queue: RECOMPUTE_QUEUE, cron: '7 * * * *', handle: async () => void (await recompute(runner)) },
  ];
}

/**
 * Sends every reminder whose time has come; answers how many deadlines were reminded here. One that fails keeps
 * none behind it from its turn; the failures are thrown afterwards, so that the queue tells of them and tries again.
 */
export async function sweep(runner: Runner): Promise<number> {
  const keys = await runner.query(systemActor, findDue);
  const failures: unknown[] = [];
  let reminded = 0;
  for (const key of keys) {
    try {
      const outcome = await runner.command(systemActor, (ctx) => remindDue(ctx, key));
      if (outcome.ok) reminded += 1;
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} reminders failed`);
  return reminded;
}

/** Computes anew all running deadlines that another calendar computed; answers how many of them changed. */
export async function recompute(runner: Runner): Promise<number> {
  let changed = 0;
  for (const jurisdiction of await runner.query(systemActor, findOutdated)) {
    for (;;) {
      const outcome = await runner.command(systemActor, (ctx) => recomputeDeadlines(ctx, jurisdiction));
      if (!outcome.ok) break;
      changed += outcome.value.changed;
    }
  }
  return changed;
}
