import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startWords } from '../../../contracts/operations/words.ts';
import { StartProblem } from '../start-problem.ts';

/** What PostgreSQL writes about itself into postmaster.pid; `ready` once it takes connections. */
export function readPostmaster(database: string): { pid: number; ready: boolean } | null {
  try {
    const lines = readFileSync(join(database, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    return Number.isInteger(pid) && pid > 1 ? { pid, ready: lines[7]?.trim() === 'ready' } : null;
  } catch {
    return null;
  }
}

/** The living database process of this folder, or null; a number that has gone to another program does not count. */
export function livingPostmaster(database: string): { pid: number; ready: boolean } | null {
  const found = readPostmaster(database);
  return found && isAlive(found.pid) && isPostgresOf(found.pid, database) ? found : null;
}

/**
 * Ends the database process a killed server left in this folder and clears a stale postmaster.pid.
 * Throws StartProblem where that process does not end.
 */
export async function stopOrphan(database: string): Promise<void> {
  const orphan = livingPostmaster(database);
  if (orphan) {
    for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
      send(orphan.pid, signal);
      if (await ended(orphan.pid, 20_000)) break;
    }
    if (isAlive(orphan.pid)) throw new StartProblem(startWords.databaseDidNotStop(orphan.pid));
  }
  disown(database);
}

/**
 * PostgreSQL refuses to start while the number in its lock files belongs to any process of its user: after a
 * container's restart often some other program, without an init process the uncollected dead one. Its parent's
 * number it takes for stale. The file itself must stay: by its last lines PostgreSQL finds out whether children
 * of the killed one still hold the shared memory, and two sets of writers would ruin the data.
 */
function disown(database: string): void {
  rmSync(join(database, '.s.PGSQL.5432.lock'), { force: true });
  const path = join(database, 'postmaster.pid');
  if (!existsSync(path)) return;
  const [, ...rest] = readFileSync(path, 'utf8').split('\n');
  if (rest.length === 0) rmSync(path);
  else writeFileSync(path, [process.pid, ...rest].join('\n'));
}

async function ended(pid: number, milliseconds: number): Promise<boolean> {
  for (let waited = 0; waited < milliseconds; waited += 50) {
    if (!isAlive(pid)) return true;
    await sleep(50);
  }
  return false;
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ESRCH') return;
    throw new StartProblem(startWords.databaseDidNotStop(pid), cause);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return !isZombie(pid);
}

/** In a container without an init process a dead orphan stays in the table until nobody collects it. */
function isZombie(pid: number): boolean {
  if (process.platform !== 'linux') return false;
  try {
    return /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return true;
  }
}

function isPostgresOf(pid: number, database: string): boolean {
  if (process.platform !== 'linux')
    return spawnSync('ps', ['-p', String(pid), '-o', 'comm='], { encoding: 'utf8' }).stdout.includes(
      'postgres',
    );
  try {
    if (readFileSync(`/proc/${pid}/comm`, 'utf8').trim() !== 'postgres') return false;
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(database);
  } catch (error) {
    // Another user's process hides its folder; the number stands in our file, so take it as ours.
    return (error as NodeJS.ErrnoException).code === 'EACCES';
  }
}
