import { systemActor } from '../../kernel/actor.ts';
import { setClock } from '../../kernel/clock.ts';
import type { Context, Job } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db/database.ts';
import { openPool } from '../../kernel/db/pool.ts';
import { createTestDatabase, type TestDatabase } from '../../kernel/db/testing.ts';
import { createGeography } from '../../kernel/geography.ts';
import { done, type Outcome } from '../../kernel/outcome.ts';
import { createRunner, type FactListener, type Runner } from '../../kernel/runner.ts';
import { SHIPPED_PACKS } from '../../kernel/testing.ts';
import { policyFor } from '../../policy/index.ts';
import { loadPacks } from '../../policy/load.ts';
import { createCalendarReader } from './load-calendar.ts';
import type { NewDeadline } from './start-deadline.ts';

/** A runner on a database of its own whose calendar is the one in the table, with the clock in the test's hand. */
export interface DeadlineTest {
  readonly database: TestDatabase;
  readonly runner: Runner;
  readonly jobs: Job[];
  /** A second runner with a pool of its own, as another process has. */
  anotherProcess(listeners?: Readonly<Record<string, FactListener[]>>): {
    runner: Runner;
    close(): Promise<void>;
  };
  setNow(moment: string): Promise<void>;
  system<T>(work: (ctx: Context) => Promise<T>): Promise<T>;
  drop(): Promise<void>;
}

const COUNTY = '620171';
const JURISDICTIONS = [
  { code: '100000', name: '全国', level: 'nation', parent: null },
  { code: '620000', name: '甘肃省', level: 'province', parent: '100000' },
  { code: COUNTY, name: '兰州新区', level: 'city', parent: '620000' },
] as const;

export async function createDeadlineTest(): Promise<DeadlineTest> {
  const database = await createTestDatabase();
  const loaded = await loadPacks([SHIPPED_PACKS]);
  if (!loaded.ok) throw new Error('the shipped packs do not load');
  const { packs } = loaded;
  const jobs: Job[] = [];
  const runnerOn = (db: Db, listeners: Readonly<Record<string, FactListener[]>> = {}) =>
    createRunner({
      db,
      loadCalendar: createCalendarReader(),
      policyFor: (jurisdiction, on) => policyFor(packs, jurisdiction, on),
      enqueue: async (_tx, job) => void jobs.push(job),
      geography: createGeography(JURISDICTIONS),
      listeners: new Map(Object.entries(listeners)),
    });
  const runner = runnerOn(database.app);
  const system = async <T>(work: (ctx: Context) => Promise<T>) =>
    value(await runner.command(systemActor, async (ctx) => done(await work(ctx))));
  return {
    database,
    runner,
    jobs,
    anotherProcess: (listeners) => {
      const pool = openPool({ url: database.url, as: 'app', max: 4 });
      return { runner: runnerOn(pool.db, listeners), close: () => pool.close() };
    },
    setNow: (moment) =>
      system(async (ctx) => {
        const iso = moment.includes('T') ? moment : `${moment}T09:00:00+08:00`;
        await setClock(ctx.tx, iso, 'test');
        ctx.audit({ jurisdiction: COUNTY, action: 'clock.set', subject: { type: 'clock', id: '1' } });
      }),
    system,
    drop: () => database.drop(),
  };
}

/** The value of an outcome; throws with its problems where there is none. */
export function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

const OBJECTION_BASIS = [
  {
    pack: 'lanzhou-new-area',
    source: 'lz-2020',
    sourceTitle: '兰州新区政务新媒体管理办法',
    article: '第三十三条',
    summary: '异议在七个工作日内处理，经批准可以延长',
    jurisdiction: COUNTY,
    jurisdictionName: '兰州新区',
    from: '2020-07-29',
  },
];

let subjects = 0;

/** An objection as LZ-33b has it: seven working days, with consent up to thirty in all. Each call is a new subject. */
export function objection(ownerUnitId: string, more: Partial<NewDeadline> = {}): NewDeadline {
  subjects += 1;
  return {
    jurisdiction: COUNTY,
    subject: { type: 'objection', id: `o-${subjects}` },
    ownerUnitId,
    title: '处理公众异议',
    rule: 'objection.term',
    basis: OBJECTION_BASIS,
    pack: 'lanzhou-new-area',
    version: '1',
    from: '2026-09-29',
    term: { n: 7, unit: 'workday' },
    longest: { term: { n: 30, unit: 'workday' }, basis: OBJECTION_BASIS },
    ...more,
  };
}
