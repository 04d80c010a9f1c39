import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Reply } from './reply.ts';

const START = new URL('./start.mjs', import.meta.url);
/** A thread that ends once may have had bad luck; where a second one ends too, it is the task. */
const TRIES = 2;
/** More threads than this wait for memory rather than for a processor, and each has tables of its own. */
const MOST_THREADS = 4;

interface Work<Task, Answer> {
  readonly taskFor: (thread: Worker) => Task;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
  tries: number;
}

/** As many threads as this machine can keep busy, at most four. */
export function sensibleThreads(): number {
  return Math.min(MOST_THREADS, availableParallelism());
}

/**
 * Threads that all run one script (which calls answerTasks): hired when there is work for them, one task at a time
 * each, in the order in which tasks came. Idle threads do not keep the process from ending.
 */
export class Crew<Task, Answer> {
  private readonly script: URL;
  private readonly size: number;
  private readonly queue: Work<Task, Answer>[] = [];
  private readonly busy = new Map<Worker, Work<Task, Answer>>();
  private readonly idle: Worker[] = [];
  private closed = false;

  constructor(script: URL, size: number) {
    this.script = script;
    this.size = size;
  }

  /**
   * Has one thread do a task, which is made when it is known which thread that is. A task whose thread ends is given
   * once to another. Rejects with what the script threw, and where the second thread ended too or the crew was closed.
   */
  run(taskFor: (thread: Worker) => Task): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (this.closed) {
        reject(closedError());
        return;
      }
      this.queue.push({ taskFor, resolve, reject, tries: 0 });
      this.next();
    });
  }

  /** Ends all threads; what waits or is under way is rejected, and so is what is asked from now on. */
  async close(): Promise<void> {
    this.closed = true;
    const threads = [...this.idle.splice(0), ...this.busy.keys()];
    const left = [...this.queue.splice(0), ...this.busy.values()];
    this.busy.clear();
    for (const { reject } of left) reject(closedError());
    await Promise.all(threads.map((thread) => thread.terminate()));
  }

  private next(): void {
    if (this.queue.length === 0) return;
    if (this.idle.length === 0 && this.busy.size >= this.size) return;
    const work = this.queue.shift();
    if (!work) return;
    let thread: Worker;
    try {
      thread = this.idle.pop() ?? this.hire();
    } catch (error) {
      // No thread is to be had now; whoever waits behind asks again with the next task.
      work.reject(error);
      return;
    }
    work.tries += 1;
    this.busy.set(thread, work);
    thread.ref();
    try {
      thread.postMessage(work.taskFor(thread));
    } catch (error) {
      // Whoever made the task takes the thread to know what it never heard: it may not go on.
      this.busy.delete(thread);
      this.dismiss(thread, error);
      work.reject(error);
    }
  }

  private hire(): Worker {
    const thread = new Worker(START, { execArgv: [], workerData: { script: this.script.href } });
    thread.on('message', (reply: Reply<Answer>) => {
      const work = this.free(thread);
      if ('failure' in reply) work?.reject(reply.failure);
      else work?.resolve(reply.answer);
    });
    thread.on('error', (error) => this.dismiss(thread, error));
    thread.on('messageerror', (error) => this.dismiss(thread, error));
    thread.on('exit', (code) => this.dismiss(thread, new Error(`exit code ${code}`)));
    return thread;
  }

  /** Takes its work from a thread that is ready for more. */
  private free(thread: Worker): Work<Task, Answer> | undefined {
    const work = this.busy.get(thread);
    if (!this.busy.delete(thread)) return undefined;
    this.idle.push(thread);
    thread.unref();
    this.next();
    return work;
  }

  private dismiss(thread: Worker, cause: unknown): void {
    const place = this.idle.indexOf(thread);
    if (place >= 0) this.idle.splice(place, 1);
    const work = this.busy.get(thread);
    this.busy.delete(thread);
    void thread.terminate();
    if (work && work.tries < TRIES) this.queue.unshift(work);
    else work?.reject(endedError(cause));
    this.next();
  }
}

function endedError(cause: unknown): Error {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new Error(`a thread ended at its task, and so did another: ${why}`, { cause });
}

function closedError(): Error {
  return new Error('the threads were closed before the task was done');
}
