import { systemActor } from '../../kernel/actor.ts';
import type { JobHandler } from '../../kernel/jobs.ts';
import type { Runner } from '../../kernel/runner.ts';
import type { Checkers } from './build-checker.ts';
import { expireChecks, findExpired } from './expire-checks.ts';
import type { CheckKey } from './hold-check.ts';
import { processDocument } from './process-document.ts';
import { BATCH_QUEUE } from './start-batch.ts';

const EXPIRE_QUEUE = 'checking-expire';

/** Checks of many files, and the nightly clearing of what need not be kept any longer. */
export function checkingJobs(runner: Runner, checkers: Checkers): JobHandler[] {
  return [
    {
      queue: BATCH_QUEUE,
      handle: async (data) => void (await processBatch(runner, checkers, data as CheckKey)),
    },
    { queue: EXPIRE_QUEUE, cron: '40 3 * * *', handle: async () => void (await expireAll(runner)) },
  ];
}

/** Works through a check document by document until none waits; answers how many were done here. */
export async function processBatch(
  runner: Runner,
  checkers: Checkers,
  { jurisdiction, id }: CheckKey,
): Promise<number> {
  for (let count = 0; ; count += 1) {
    const outcome = await runner.command(systemActor, (ctx) =>
      processDocument(ctx, checkers, { jurisdiction, id }),
    );
    if (!outcome.ok) return count;
  }
}

/** Clears every jurisdiction of what has expired; answers in how many there was something. */
export async function expireAll(runner: Runner): Promise<number> {
  let cleared = 0;
  for (const jurisdiction of await runner.query(systemActor, findExpired)) {
    const outcome = await runner.command(systemActor, (ctx) => expireChecks(ctx, jurisdiction));
    if (outcome.ok) cleared += 1;
  }
  return cleared;
}
