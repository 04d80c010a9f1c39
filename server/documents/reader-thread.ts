import { Worker } from 'node:worker_threads';

/** What the thread answers to a task; it never throws into the main thread. */
export type ThreadAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly why: 'failed' | 'too-slow' | 'too-large'; readonly message: string };

interface Waiting {
  readonly id: number;
  readonly resolve: (answer: ThreadAnswer<never>) => void;
  readonly timer: NodeJS.Timeout;
}

interface Reply {
  readonly id: number;
  readonly value?: unknown;
  readonly failure?: string;
}

const SCRIPT = new URL('./reader-worker.mjs', import.meta.url);
const LONGEST_MS = 30_000;
const HEAP_MB = 768;

let worker: Worker | null = null;
let current: Waiting | null = null;
let turn: Promise<unknown> = Promise.resolve();
let lastId = 0;

function settle(answer: ThreadAnswer<unknown>): void {
  if (current === null) return;
  clearTimeout(current.timer);
  const { resolve } = current;
  current = null;
  resolve(answer as ThreadAnswer<never>);
}

function dismiss(): void {
  const old = worker;
  worker = null;
  old?.removeAllListeners();
  old?.on('error', () => undefined);
  void old?.terminate();
}

function hired(): Worker {
  if (worker !== null) return worker;
  const fresh = new Worker(SCRIPT, {
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  fresh.on('message', ({ id, value, failure }: Reply) => {
    if (current?.id !== id) return;
    settle(failure === undefined ? { ok: true, value } : { ok: false, why: 'failed', message: failure });
  });
  fresh.on('error', (error) => {
    dismiss();
    const beyond = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    settle({ ok: false, why: beyond ? 'too-large' : 'failed', message: error.message });
  });
  fresh.on('exit', () => {
    dismiss();
    settle({ ok: false, why: 'failed', message: 'exit' });
  });
  // Last: a listener for messages holds the process open again, and a command would never end.
  fresh.unref();
  worker = fresh;
  return fresh;
}

function ask(task: 'pdf' | 'qr', bytes: Uint8Array, options: object): Promise<ThreadAnswer<never>> {
  return new Promise((resolve) => {
    lastId += 1;
    const timer = setTimeout(() => {
      dismiss();
      settle({ ok: false, why: 'too-slow', message: String(LONGEST_MS) });
    }, LONGEST_MS);
    current = { id: lastId, resolve, timer };
    hired().postMessage({ id: lastId, task, bytes, options });
  });
}

/** Gives one task to the thread; tasks wait for one another, and one that takes too long ends its thread. */
export function inThread<T>(
  task: 'pdf' | 'qr',
  bytes: Uint8Array,
  options: object,
): Promise<ThreadAnswer<T>> {
  const answer = turn.then(() => ask(task, bytes, options));
  turn = answer;
  return answer;
}
