import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { appendFileSync, closeSync, existsSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startWords } from '../../../contracts/operations/words.ts';
import { StartProblem } from '../start-problem.ts';
import { postgresBinaries } from './binaries.ts';
import { adoptNewCluster, type DataFolder, newCluster, openLog, prepareFolder } from './data-folder.ts';
import { claimFolder } from './folder-lock.ts';
import { livingPostmaster, readPostmaster, stopOrphan } from './postmaster.ts';
import { forgetShortPath, shortPath } from './short-path.ts';
import { tether } from './tether.ts';

/**
 * A running database of our own. `url` leads to it as its owner, for migrations and maintenance; `appUrl` as the
 * login of the server, which owns nothing. `lost` settles if it ends without being asked to.
 */
export type EmbeddedDatabase = { url: string; appUrl: string; lost: Promise<void>; stop(): Promise<void> };

type Options = {
  /** The folder that holds everything of one installation; the database lies below it in `database/`. */
  folder: string;
  /** Off only for tests: no fsync, and the whole folder is removed if this process dies. */
  durable?: boolean;
};

const USER = 'juzhen';
const APP_USER = 'juzhen_app';
const READY_WITHIN_MS = 300_000;
const STOPPED_WITHIN_MS = 30_000;

const DURABLE = ['fsync=on', 'synchronous_commit=on', 'full_page_writes=on'];
const QUICK = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
const ALWAYS = [
  'listen_addresses=',
  'unix_socket_permissions=0700',
  'max_connections=100',
  'lc_messages=C',
  'TimeZone=Asia/Shanghai',
  // Statements and details carry names and telephone numbers; the log is to hold none.
  'log_min_error_statement=panic',
  'log_error_verbosity=terse',
];

/**
 * Starts the PostgreSQL of the npm package on a data folder, making the folder on first use.
 * A database process left behind by a killed server is stopped first. Throws StartProblem.
 */
export async function startEmbedded({ folder, durable = true }: Options): Promise<EmbeddedDatabase> {
  const prepared = prepareFolder(folder);
  const lock = await claimFolder(prepared.folder);
  try {
    const binaries = postgresBinaries(prepared.runAs);
    if (!prepared.version) initialise(prepared, binaries.initdb, durable);
    else if (prepared.version !== binaries.major)
      throw new StartProblem(
        startWords.folderOtherVersion(prepared.folder, prepared.version, binaries.major),
      );
    await stopOrphan(prepared.database);
    const server = await launch(prepared, binaries.postgres, durable);
    const url = urlOf(prepared.database);
    await ensureDatabase(url);
    const watch = tether(server, prepared.database, durable ? null : prepared.folder);
    let asked = false;
    const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
    const lost = new Promise<void>((resolve) => void ended.then(() => asked || resolve()));
    const stop = async () => {
      asked = true;
      await end(server, ended);
      watch.release();
      await lock.release();
      for (const path of [prepared.database, prepared.folder]) forgetShortPath(path);
    };
    return { url, appUrl: urlOf(prepared.database, APP_USER), lost, stop };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/**
 * The database of a data folder for a command beside the server: the running one if there is one
 * (`stop` then leaves it alone), else started for the length of the command. A folder without a database is left as
 * it is: only the server makes one. Throws StartProblem.
 */
export async function borrowEmbedded(options: Options): Promise<EmbeddedDatabase> {
  if (!existsSync(join(options.folder, 'database', 'PG_VERSION')))
    throw new StartProblem(startWords.noDatabaseYet(options.folder));
  const { database } = prepareFolder(options.folder);
  if (!livingPostmaster(database)?.ready) return startEmbedded(options);
  const [url, appUrl] = [urlOf(database), urlOf(database, APP_USER)];
  return { url, appUrl, lost: new Promise(() => {}), stop: async () => {} };
}

/** Over the socket in a folder that is closed to everybody else (0700); so no login needs a password. */
function urlOf(database: string, user = USER): string {
  return `postgresql://${user}@localhost/${USER}?host=${encodeURIComponent(shortPath(database))}`;
}

/** Into a draft folder first: an initdb that was interrupted leaves nothing that looks like a database. */
function initialise(prepared: DataFolder, initdb: string, durable: boolean): void {
  const draft = newCluster(prepared);
  const open = openSync(draft, 'r');
  const made = spawnSync(
    initdb,
    [
      ...['-D', prepared.seenAs(draft)],
      ...['--encoding=UTF8', '--locale=C.UTF-8', '--data-checksums', `--username=${USER}`],
      ...['--auth=trust', '--no-instructions', ...(durable ? [] : ['--no-sync'])],
    ],
    { ...prepared.runAs, cwd: '/', env: cleanEnvironment(), stdio: ['ignore', 'pipe', 'pipe', open] },
  );
  closeSync(open);
  if (made.status !== 0) {
    appendFileSync(prepared.log, made.stderr);
    throw new StartProblem(startWords.databaseDidNotStart(prepared.log));
  }
  adoptNewCluster(prepared, draft);
}

/** Runs in a session of its own: Ctrl-C must reach the application only, which drains before it stops us. */
async function launch(prepared: DataFolder, postgres: string, durable: boolean): Promise<ChildProcess> {
  const settings = [...ALWAYS, ...(durable ? DURABLE : QUICK)].flatMap((one) => ['-c', one]);
  const folder = prepared.seenAs(prepared.database);
  const socket = folder === prepared.database ? shortPath(prepared.database) : folder;
  for (let tries = 0; ; tries++) {
    const log = openLog(prepared);
    const before = fstatSync(log).size;
    const open = openSync(prepared.database, 'r');
    const server = spawn(postgres, ['-D', folder, '-k', socket, ...settings], {
      ...prepared.runAs,
      cwd: '/',
      env: cleanEnvironment(),
      detached: true,
      stdio: ['ignore', log, log, open],
    });
    closeSync(open);
    closeSync(log);
    server.once('error', () => {});
    server.unref();
    if (await ready(server, prepared.database)) return server;
    // Children of a killed server need a moment to notice; until then they hold its shared memory.
    const held = readFileSync(prepared.log).subarray(before).includes('pre-existing shared memory block');
    if (!held || tries === 20) throw new StartProblem(startWords.databaseDidNotStart(prepared.log));
    await sleep(100 * tries);
  }
}

async function ready(server: ChildProcess, database: string): Promise<boolean> {
  for (let waited = 0; waited < READY_WITHIN_MS; waited += 10) {
    if (server.exitCode !== null || server.signalCode !== null || server.pid === undefined) return false;
    const found = readPostmaster(database);
    if (found?.pid === server.pid && found.ready) return true;
    await sleep(10);
  }
  server.kill('SIGQUIT');
  return false;
}

/** The database, and the login of the server: it owns nothing, so that no statement can make it more than it is. */
async function ensureDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url.replace(`/${USER}?`, '/postgres?') });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [USER]);
    if (rowCount === 0) await client.query(`create database ${USER}`);
    const app = await client.query('select rolcanlogin from pg_roles where rolname = $1', [APP_USER]);
    if (app.rowCount === 0) await client.query(`create role ${APP_USER} login`);
    else if (!app.rows[0].rolcanlogin) await client.query(`alter role ${APP_USER} login`);
  } finally {
    await client.end();
  }
}

async function end(server: ChildProcess, ended: Promise<void>): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  server.ref();
  server.kill('SIGINT');
  const slow = setTimeout(() => server.kill('SIGQUIT'), STOPPED_WITHIN_MS);
  await ended;
  clearTimeout(slow);
}

/** PG* variables of the caller (PGDATA, PGPORT …) must not steer our own server. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: 'C.UTF-8' };
}
