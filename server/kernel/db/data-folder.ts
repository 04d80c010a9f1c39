import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { startWords } from '../../../contracts/operations/words.ts';
import { StartProblem } from '../start-problem.ts';
import type { RunAs } from './binaries.ts';

/** The folder of one installation, looked over: where things lie and as whom the database runs. */
export type DataFolder = {
  folder: string;
  database: string;
  log: string;
  /** PostgreSQL's major version in there, or null where there is no database yet. */
  version: string | null;
  runAs: RunAs;
  /** The path by which the database process reaches a folder that it is handed as descriptor 3. */
  seenAs(path: string): string;
};

/** PostgreSQL refuses to run as root; 65534 is `nobody` on every system we know. */
const NOBODY = 65534;
const LOG_LIMIT_BYTES = 5_000_000;

/** Makes the data folder if need be and says what is in it. Throws StartProblem where it cannot be used. */
export function prepareFolder(wanted: string): DataFolder {
  const folder = makeFolder(resolve(wanted));
  const database = join(folder, 'database');
  refuseForeign(folder, database);
  const made = existsSync(database) && readdirSync(database).length > 0;
  const runAs = userFor(database, made);
  const viaDescriptor = runAs !== undefined && existsSync('/proc/self/fd');
  return {
    folder,
    database,
    log: join(folder, 'database.log'),
    version: made ? versionIn(folder, database) : null,
    runAs,
    // A checkout below /root is closed to every other user; a folder already open is not.
    seenAs: (path) => (viaDescriptor ? '/proc/self/fd/3' : path),
  };
}

/** An empty folder for initdb; what an interrupted one left is thrown away. */
export function newCluster({ folder, runAs }: DataFolder): string {
  const draft = join(folder, 'database.new');
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  if (runAs) chownSync(draft, runAs.uid, runAs.gid);
  return draft;
}

/** Puts the finished cluster in its place. */
export function adoptNewCluster({ database }: DataFolder, draft: string): void {
  rmSync(database, { recursive: true, force: true });
  renameSync(draft, database);
}

/** Opens the database's log for appending, turned over when it has grown long. */
export function openLog({ log }: DataFolder): number {
  if (existsSync(log) && statSync(log).size > LOG_LIMIT_BYTES) renameSync(log, `${log}.1`);
  return openSync(log, 'a', 0o600);
}

function makeFolder(folder: string): string {
  try {
    if (!existsSync(folder)) mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!statSync(folder).isDirectory()) throw Object.assign(new Error(), { code: 'ENOTDIR' });
    accessSync(folder, constants.W_OK | constants.X_OK);
    return realpathSync(folder);
  } catch (cause) {
    const why: Record<string, string> = {
      EACCES: startWords.folderNotWritable,
      EPERM: startWords.folderNotWritable,
      ENOTDIR: startWords.folderNotFolder,
      EEXIST: startWords.folderNotFolder,
      ENOSPC: startWords.folderFull,
      EROFS: startWords.folderReadOnly,
    };
    const code = (cause as NodeJS.ErrnoException).code ?? '';
    throw new StartProblem(startWords.folderUnusable(folder, why[code] ?? startWords.folderOther), cause);
  }
}

function refuseForeign(folder: string, database: string): void {
  const own = process.getuid?.();
  if (own === undefined || own === 0 || !existsSync(database)) return;
  if (statSync(database).uid !== own) throw new StartProblem(startWords.folderOtherOwner(folder));
}

function userFor(database: string, made: boolean): RunAs {
  if (process.getuid?.() !== 0) {
    if (made) chmodSync(database, 0o700);
    return undefined;
  }
  const owner = made ? statSync(database) : null;
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : takeOver(database, made);
}

function takeOver(database: string, made: boolean): RunAs {
  if (made) chownTree(database);
  return { uid: NOBODY, gid: NOBODY };
}

/** A folder restored by root from a backup belongs to root, as whom PostgreSQL does not run. */
function chownTree(path: string): void {
  chownSync(path, NOBODY, NOBODY);
  if (!statSync(path).isDirectory()) return;
  for (const name of readdirSync(path)) chownTree(join(path, name));
}

function versionIn(folder: string, database: string): string {
  try {
    return readFileSync(join(database, 'PG_VERSION'), 'utf8').trim();
  } catch (cause) {
    throw new StartProblem(startWords.folderBroken(folder), cause);
  }
}
