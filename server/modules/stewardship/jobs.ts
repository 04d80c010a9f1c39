import { systemActor } from '../../kernel/actor.ts';
import type { JobHandler } from '../../kernel/jobs.ts';
import type { Runner } from '../../kernel/runner.ts';
import { findDated, warnPeople } from './warn-people.ts';

const WARN_QUEUE = 'stewardship-warn';

/** Warnings when the offices open; run again, they say nothing twice. */
export function stewardshipJobs(runner: Runner): JobHandler[] {
  return [{ queue: WARN_QUEUE, cron: '30 8 * * *', handle: async () => void (await warnOfEnds(runner)) }];
}

/** Warns in every jurisdiction, each in a transaction of its own; answers how many notices went out. */
export async function warnOfEnds(runner: Runner): Promise<number> {
  const gaps = await runner.query(systemActor, findDated);
  let told = 0;
  for (const jurisdiction of new Set(gaps.map((gap) => gap.jurisdiction))) {
    const own = gaps.filter((gap) => gap.jurisdiction === jurisdiction);
    const outcome = await runner.command(systemActor, (ctx) => warnPeople(ctx, jurisdiction, own));
    if (outcome.ok) told += outcome.value;
  }
  return told;
}
