import { fileURLToPath } from 'node:url';
import { startWords } from '../contracts/operations/words.ts';
import { noticeWords } from '../contracts/words.ts';
import { CheckPool } from './check-pool/index.ts';
import type { Config } from './config.ts';
import { openScope } from './kernel/clock.ts';
import type { Geography } from './kernel/context.ts';
import { checkDatabase, checkServer } from './kernel/db/check-server.ts';
import type { Db } from './kernel/db/database.ts';
import { startEmbedded } from './kernel/db/embedded.ts';
import { migrate } from './kernel/db/migrate.ts';
import { openPool } from './kernel/db/pool.ts';
import { deliverNotice } from './kernel/deliver.ts';
import { createGeography } from './kernel/geography.ts';
import { createJobs, type JobHandler, type Jobs, migrateJobs } from './kernel/jobs.ts';
import { DELIVER_QUEUE } from './kernel/notify.ts';
import { createRunner, type FactListener, type Runner } from './kernel/runner.ts';
import { StartProblem } from './kernel/start-problem.ts';
import { loadLexicons } from './lexicons.ts';
import { accountsListeners } from './modules/accounts/index.ts';
import { type Checkers, checkingJobs, createCheckers } from './modules/checking/index.ts';
import { consolidationJobs, consolidationListeners } from './modules/consolidation/index.ts';
import { createCalendarReader, deadlineJobs } from './modules/deadlines/index.ts';
import { contactOf } from './modules/directory/index.ts';
import { intakeJobs } from './modules/intake/index.ts';
import { sightingsListeners } from './modules/sightings/index.ts';
import { sitesListeners } from './modules/sites/index.ts';
import { stewardshipJobs } from './modules/stewardship/index.ts';
import { type PackSet, policyFor } from './policy/index.ts';
import { loadPacks } from './policy/load.ts';

const PACKS = fileURLToPath(new URL('../policy-packs', import.meta.url));

/** The product without a face: database, packs and use cases, wired together. The same for server and command line. */
export interface System {
  readonly config: Config;
  readonly db: Db;
  readonly runner: Runner;
  readonly packs: PackSet;
  readonly geography: Geography;
  readonly jobs: Jobs;
  readonly handlers: readonly JobHandler[];
  /** The content check as packs, shipped and own lexicons make it for each unit. */
  readonly checkers: Checkers;
  readonly loadCalendar: ReturnType<typeof createCalendarReader>;
  /** Lines for the person who starts the system; nothing that keeps it from running. */
  readonly notices: readonly string[];
  /** Settles when the embedded database ends without being asked to. */
  readonly lost: Promise<void>;
  close(): Promise<void>;
}

/** Opens the installation that the settings name: its database is started and brought up to date. Throws StartProblem. */
export async function openSystem(config: Config): Promise<System> {
  const packs = await readPacks(config);
  const lexicons = await loadLexicons();
  const embedded = config.databaseUrl === null ? await startEmbedded({ folder: config.dataFolder }) : null;
  const url = config.databaseUrl ?? embedded?.url ?? '';
  const appUrl = config.databaseAppUrl ?? embedded?.appUrl ?? url;
  const pool = openPool({ url: appUrl, as: 'app', max: config.poolSize });
  const checks = new CheckPool(config.checkThreads);
  const checkers = createCheckers(lexicons, (options) => checks.open(options));
  try {
    const wired = wire(config, { db: pool.db, url: appUrl, packs, checkers });
    await bringUp(url, wired.handlers);
    if (appUrl !== url) await checkServer(appUrl);
    await wired.jobs.open();
    const notices = await checkDatabase(pool);
    return {
      ...wired,
      config,
      db: pool.db,
      packs,
      notices,
      lost: embedded?.lost ?? new Promise(() => undefined),
      close: async () => {
        await wired.jobs.stop();
        await checks.close();
        await pool.close();
        await embedded?.stop();
      },
    };
  } catch (error) {
    await pool.close();
    await embedded?.stop();
    throw error;
  }
}

async function readPacks(config: Config): Promise<PackSet> {
  const loaded = await loadPacks([PACKS, ...config.packFolders]);
  if (loaded.ok) return loaded.packs;
  const [first] = loaded.problems;
  throw new StartProblem(
    startWords.packsBroken(
      loaded.problems.length,
      `${first?.file ?? ''} ${first?.path ?? ''} ${first?.reason ?? ''}`,
    ),
  );
}

/** Schema and queues belong to the owner of the database; the server's role may only use them. */
async function bringUp(url: string, handlers: readonly JobHandler[]): Promise<void> {
  await checkServer(url);
  await migrate(url);
  await migrateJobs(
    url,
    handlers.map(({ queue }) => queue),
  );
}

interface WiringParts {
  readonly db: Db;
  readonly url: string;
  readonly packs: PackSet;
  readonly checkers: Checkers;
}

function wire(config: Config, { db, url, packs, checkers }: WiringParts) {
  const geography = createGeography([...packs.jurisdictions.values()]);
  const loadCalendar = createCalendarReader();
  const jobs = createJobs(url);
  const runner = createRunner({
    db,
    loadCalendar,
    policyFor: (jurisdiction, on, calendar) => policyFor(packs, jurisdiction, on, calendar),
    enqueue: (tx, job) => jobs.enqueue(tx, job),
    geography,
    listeners: joined([accountsListeners, sightingsListeners, sitesListeners, consolidationListeners]),
  });
  const handlers = [
    ...deadlineJobs(runner),
    ...intakeJobs(runner),
    ...stewardshipJobs(runner),
    ...consolidationJobs(runner),
    ...checkingJobs(runner, checkers),
    delivery(config, db),
  ];
  return { geography, loadCalendar, jobs, runner, handlers, checkers };
}

/** What several modules want to hear, by the fact's name; the modules below hear first. */
function joined(modules: readonly Readonly<Record<string, readonly FactListener[]>>[]) {
  const all = new Map<string, FactListener[]>();
  for (const heard of modules)
    for (const [name, listeners] of Object.entries(heard))
      all.set(name, [...(all.get(name) ?? []), ...listeners]);
  return all;
}

function delivery(config: Config, db: Db): JobHandler {
  const within = <T>(
    scope: readonly string[],
    reach: readonly string[] | '*',
    work: (scoped: Db) => Promise<T>,
  ) =>
    db.transaction().execute(async (tx) => {
      await openScope(tx, scope, reach);
      return work(tx);
    });
  const parts = {
    settings: { publicUrl: config.publicUrl, mail: config.mail, webhook: config.webhook },
    words: noticeWords,
    inScope: <T>(jurisdiction: string, work: (scoped: Db) => Promise<T>) =>
      within([jurisdiction], [jurisdiction], work),
    // Who decides may serve a jurisdiction above the matter's own, so the address is looked for everywhere.
    contactOf: (person: string) => within([], '*', (tx) => contactOf(tx, person)),
    send: fetch,
  };
  return {
    queue: DELIVER_QUEUE,
    handle: async (data) => {
      const { jurisdiction, id } = data as { jurisdiction: string; id: string };
      await deliverNotice(parts, jurisdiction, id);
    },
  };
}
