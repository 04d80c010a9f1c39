import type { Worker } from 'node:worker_threads';
import type { CheckContext, Finding } from '../checks/index.ts';
import { Crew, sensibleThreads } from '../threads/crew.ts';
import type { CheckTask, SharedOptions } from './task.ts';

const SCRIPT = new URL('./thread.ts', import.meta.url);
/** Checkers that a thread keeps; to build one takes as long as to check a hundred pages. */
const KEPT = 4;

/** Findings of texts, at once or after a while: a checker is one, and so is what a pool opens. */
export interface TextChecker {
  /** All findings of a text, by place, as Checker has it. */
  check(text: string, context?: CheckContext): Finding[] | Promise<Finding[]>;
}

/** Makes something that checks by these options: createChecker, or a pool's open. */
export type OpenChecker = (options: SharedOptions) => TextChecker;

/**
 * Threads that check texts. Each builds the checkers that it is asked for and keeps the last few, so that nothing is
 * built where others wait; the counted model lies in memory that all of them see.
 */
export class CheckPool {
  private readonly crew: Crew<CheckTask, Finding[]>;
  /** What each thread knows how to build, least recently used first: kept on this side, so that no thread need be asked. */
  private readonly known = new WeakMap<Worker, Set<number>>();
  private opened = 0;

  /** No thread is started before there is a text for it. */
  constructor(threads = sensibleThreads()) {
    this.crew = new Crew(SCRIPT, threads);
  }

  /**
   * A checker whose texts are checked in the threads, several at a time; it needs no closing. Its checks reject with
   * what building or checking threw, where two threads ended at the same text, and where the pool was closed.
   */
  open(options: SharedOptions): { check(text: string, context?: CheckContext): Promise<Finding[]> } {
    this.opened += 1;
    const checker = this.opened;
    return {
      check: (text, context = {}) =>
        this.crew.run((thread) => ({ checker, ...this.toldTo(thread, checker, options), text, context })),
    };
  }

  /** Ends all threads; checks that wait or are under way are rejected. */
  close(): Promise<void> {
    return this.crew.close();
  }

  /** What a thread has to be told for a checker: how to build it where it has not, and which it may let go of. */
  private toldTo(
    thread: Worker,
    checker: number,
    options: SharedOptions,
  ): Pick<CheckTask, 'options' | 'dropped'> {
    const known = this.known.get(thread) ?? new Set();
    this.known.set(thread, known);
    const told = known.delete(checker);
    known.add(checker);
    const dropped = [...known].slice(0, -KEPT);
    for (const each of dropped) known.delete(each);
    return told ? { dropped } : { options, dropped };
  }
}
