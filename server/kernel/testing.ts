import { fileURLToPath } from 'node:url';
import { SHIPPED_CALENDAR } from '../policy/calendar/index.ts';
import { type PackSet, policyFor } from '../policy/index.ts';
import { loadPacks } from '../policy/load.ts';
import { systemActor } from './actor.ts';
import { setClock } from './clock.ts';
import type { Geography, Job } from './context.ts';
import { createTestDatabase, type TestDatabase } from './db/testing.ts';
import { createGeography } from './geography.ts';
import { done } from './outcome.ts';
import { createRunner, type FactListener, type Runner } from './runner.ts';

/** A kernel on a database of its own: real packs, real PostgreSQL, a clock that a test sets, jobs kept in a list. */
export interface TestKernel {
  readonly database: TestDatabase;
  readonly runner: Runner;
  readonly packs: PackSet;
  readonly geography: Geography;
  readonly jobs: Job[];
  /** Sets the clock: '2026-09-29' means nine in the morning in Shanghai, or a full instant. */
  setNow(moment: string): Promise<void>;
  /** A second runner on the same database with other listeners, as another process would be. */
  runnerWith(listeners: Readonly<Record<string, FactListener[]>>): Runner;
  drop(): Promise<void>;
}

export const SHIPPED_PACKS = fileURLToPath(new URL('../../policy-packs', import.meta.url));

/** `packFolders`: regulations of a test's own, loaded beside the shipped ones. */
export async function createTestKernel(
  listeners: Readonly<Record<string, FactListener[]>> = {},
  packFolders: readonly string[] = [],
): Promise<TestKernel> {
  const database = await createTestDatabase();
  const loaded = await loadPacks([SHIPPED_PACKS, ...packFolders]);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems.slice(0, 5)));
  const { packs } = loaded;
  const geography = createGeography([...packs.jurisdictions.values()]);
  const jobs: Job[] = [];
  const runnerWith = (heard: Readonly<Record<string, FactListener[]>>) =>
    createRunner({
      db: database.app,
      loadCalendar: async () => SHIPPED_CALENDAR,
      policyFor: (jurisdiction, on, days) => policyFor(packs, jurisdiction, on, days),
      enqueue: async (_tx, job) => void jobs.push(job),
      geography,
      listeners: new Map(Object.entries(heard)),
    });
  const runner = runnerWith(listeners);
  return {
    database,
    runner,
    packs,
    geography,
    jobs,
    runnerWith,
    setNow: async (moment) => {
      const iso = /^\d{4}-\d{2}-\d{2}$/.test(moment) ? `${moment}T09:00:00+08:00` : moment;
      await runner.command(systemActor, async (ctx) => {
        await setClock(ctx.tx, iso, 'test');
        ctx.audit({ jurisdiction: '100000', action: 'clock.set', subject: { type: 'clock', id: '1' } });
        return done(undefined);
      });
    },
    drop: () => database.drop(),
  };
}
