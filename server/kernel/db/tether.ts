import { type ChildProcess, spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import { join } from 'node:path';

/**
 * Waits on a pipe from us. A word means that all is in order; the end of the pipe without one means that
 * we were killed: then it stops the database, and removes the folder ($3) where it was only a test's.
 */
const SCRIPT = `
trap '' INT TERM HUP
if read -r word; then exit 0; fi
[ "$(head -n 1 "$2" 2>/dev/null)" = "$1" ] && kill -INT "$1"
[ -z "$3" ] && exit 0
for i in 1 2 3 4 5 6 7 8 9 10; do kill -0 "$1" 2>/dev/null || break; sleep 0.3; done
rm -rf "$3"
`;

/** Ties a database process to ours, so that even kill -9 of the server leaves none behind. */
export function tether(
  server: ChildProcess,
  database: string,
  removeAfterwards: string | null,
): { release(): void } {
  const shell = spawn(
    '/bin/sh',
    [
      '-c',
      SCRIPT,
      'juzhen-tether',
      String(server.pid),
      join(database, 'postmaster.pid'),
      removeAfterwards ?? '',
    ],
    { cwd: '/', detached: true, stdio: ['pipe', 'ignore', 'ignore'] },
  );
  shell.once('error', () => {});
  shell.unref();
  const pipe = shell.stdin as Socket;
  pipe.once('error', () => {});
  pipe.unref();
  return { release: () => pipe.end('done\n') };
}
