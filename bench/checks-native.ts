import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** What one round of an engine gave. */
export interface Round {
  readonly hits: number;
  readonly ms: number;
}

/** A C program that waits for rounds; it measures itself, so starting it does not count. */
export interface Native {
  readonly buildMs: number;
  readonly memory: number;
  run(length: number): Promise<Round>;
  stop(): void;
}

/** Compiles a program of bench/native into a folder; null where there is no compiler or no library for it. */
export function compile(name: 'tg' | 'hyperscan', folder: string): string | null {
  if (name === 'hyperscan' && !existsSync('/usr/include/hs/hs.h')) return null;
  const source = fileURLToPath(new URL(`./native/${name}.c`, import.meta.url));
  const program = join(folder, name);
  const libraries = name === 'hyperscan' ? ['-lhs'] : [];
  const { status } = spawnSync('gcc', ['-O3', '-march=native', '-o', program, source, ...libraries]);
  return status === 0 ? program : null;
}

/** Starts a program and waits until it has built its tables. */
export async function startNative(program: string, files: readonly string[]): Promise<Native> {
  const child = spawn(program, files, { stdio: ['pipe', 'pipe', 'inherit'] });
  const ask = asker(child);
  const [buildMs = 0, memory = 0] = await ask(null);
  return {
    buildMs,
    memory,
    run: async (length) => {
      const [hits = 0, ms = Number.NaN] = await ask(length);
      return { hits, ms };
    },
    stop: () => child.stdin?.end(),
  };
}

/** Sends a line and answers the numbers of the next line that comes back. */
function asker(child: ChildProcess): (length: number | null) => Promise<number[]> {
  if (!child.stdout) throw new Error('the program has no output');
  const waiting: ((numbers: number[]) => void)[] = [];
  const failing: ((error: Error) => void)[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    failing.shift();
    waiting.shift()?.(line.split(' ').map(Number));
  });
  child.on('close', (code) => {
    for (const fail of failing.splice(0)) fail(new Error(`${child.spawnfile} ended with ${code}`));
  });
  return (length) =>
    new Promise((resolve, reject) => {
      waiting.push(resolve);
      failing.push(reject);
      if (length !== null) child.stdin?.write(`${length}\n`);
    });
}
