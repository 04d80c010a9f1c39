import { rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startWords } from '../../../contracts/operations/words.ts';
import { StartProblem } from '../start-problem.ts';
import { shortPath } from './short-path.ts';

const TRIES = 5;
const BETWEEN_TRIES_MS = 200;

/**
 * Claims a data folder for this process until `release`, so that two servers never share one database folder.
 * A listening socket and not a file with a process number: it goes away with its process, however that dies.
 * Throws StartProblem where a living process holds the folder.
 */
export async function claimFolder(folder: string): Promise<{ release(): Promise<void> }> {
  const path = join(shortPath(folder), 'in-use.sock');
  for (let tries = 0; tries < TRIES; tries++) {
    const server = await listen(path);
    if (server) return { release: () => close(server) };
    // A process that was killed a moment ago may still be on its way out.
    if (await answers(path)) await sleep(BETWEEN_TRIES_MS);
    else rmSync(path, { force: true });
  }
  throw new StartProblem(startWords.folderInUse(folder));
}

function listen(path: string): Promise<Server | null> {
  const server = createServer((socket) => socket.destroy());
  server.unref();
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(null) : reject(error),
    );
    server.listen(path, () => resolve(server));
  });
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}
