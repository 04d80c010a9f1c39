import { stat } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import {
  type Matcher,
  type MatcherOptions,
  type OnHit,
  openMatcher,
  PartJoiner,
} from '../checks/match/index.ts';
import type { BuildTask, Reply, Task } from './task.ts';

const SCRIPT = new URL('./thread.mjs', import.meta.url);
/** Large enough that reading on behind the border costs nothing, small enough that the threads end together. */
const PART_BYTES = 1 << 22;

interface Waiting {
  readonly id: number;
  readonly task: Task;
  readonly resolve: (reply: Reply) => void;
  readonly reject: (error: unknown) => void;
}

/** Threads that scan files and build matchers; they share the tables of a matcher, which are never copied. */
export class ScanPool {
  private readonly threads: number;
  private readonly queue: Waiting[] = [];
  private readonly busy = new Map<Worker, Waiting>();
  private readonly idle: Worker[] = [];
  private lastId = 0;

  constructor(threads: number) {
    this.threads = threads;
  }

  /**
   * Calls `onHit` for all hits of a UTF-8 file, in order, at places in UTF-16 units of the decoded text; answers how
   * many units it has. Memory does not grow with the file. Rejects where the file cannot be read.
   */
  async scanFile(path: string, matcher: Matcher, onHit: OnHit): Promise<number> {
    const { size } = await stat(path);
    const joiner = new PartJoiner(matcher, onHit);
    const ahead: Promise<Reply>[] = [];
    let from = 0;
    do {
      while (from < size && ahead.length < this.threads * 2) {
        const to = Math.min(size, from + PART_BYTES);
        const reply = this.run({ kind: 'scan', tables: matcher.buffer, path, from, to });
        reply.catch(() => undefined);
        ahead.push(reply);
        from = to;
      }
      const reply = await ahead.shift();
      if (reply && 'part' in reply) joiner.add(reply.part);
    } while (ahead.length > 0 || from < size);
    return joiner.units;
  }

  /** Builds a matcher in a thread; the caller's thread only hands the terms over and opens the tables. */
  async build(terms: readonly string[], options: MatcherOptions = {}): Promise<Matcher> {
    const borders = new Int32Array(terms.length);
    let end = 0;
    for (const [i, term] of terms.entries()) {
      end += term.length;
      borders[i] = end;
    }
    const task: BuildTask = { kind: 'build', text: terms.join(''), borders, options };
    const reply = await this.run(task);
    if (!('tables' in reply)) throw new TypeError('a thread answered another question');
    return openMatcher(reply.tables);
  }

  /** Ends all threads; what still waits is rejected. */
  async close(): Promise<void> {
    for (const { reject } of this.queue.splice(0)) reject(new Error('the pool was closed'));
    await Promise.all([...this.idle, ...this.busy.keys()].map((worker) => worker.terminate()));
  }

  private run(task: Task): Promise<Reply> {
    return new Promise((resolve, reject) => {
      this.lastId += 1;
      this.queue.push({ id: this.lastId, task, resolve, reject });
      this.next();
    });
  }

  private next(): void {
    if (this.queue.length === 0) return;
    const worker = this.idle.pop() ?? (this.busy.size < this.threads ? this.hire() : null);
    const waiting = worker && this.queue.shift();
    if (!waiting) return;
    this.busy.set(worker, waiting);
    worker.ref();
    worker.postMessage({ id: waiting.id, task: waiting.task });
  }

  private hire(): Worker {
    const worker = new Worker(SCRIPT, { execArgv: [] });
    worker.on('message', (reply: Reply) => {
      const waiting = this.busy.get(worker);
      if (waiting?.id !== reply.id) return;
      this.busy.delete(worker);
      this.idle.push(worker);
      worker.unref();
      if ('failure' in reply) waiting.reject(reply.failure);
      else waiting.resolve(reply);
      this.next();
    });
    worker.on('error', (error) => this.dismiss(worker, error));
    worker.on('exit', () => this.dismiss(worker, new Error('a scanning thread has ended')));
    return worker;
  }

  private dismiss(worker: Worker, error: unknown): void {
    const waiting = this.busy.get(worker);
    this.busy.delete(worker);
    const place = this.idle.indexOf(worker);
    if (place >= 0) this.idle.splice(place, 1);
    waiting?.reject(error);
    this.next();
  }
}
