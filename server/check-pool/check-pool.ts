import type { Worker } from 'node:worker_threads';
import type { CheckContext, Finding } from '../checks/index.ts';
import { Crew, sensibleThreads } from '../threads/crew.ts';
import type { CheckTask, Recipe, SharedOptions } from './task.ts';

const SCRIPT = new URL('./thread.ts', import.meta.url);
/** Checkers that a thread keeps, more than their users do: to build one takes as long as to check a hundred pages. */
const KEPT = 8;

/** What a thread was told: the checkers it knows how to build, least recently used first, and the models it holds. */
interface Told {
  readonly checkers: Set<number>;
  readonly models: Set<number>;
}

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
  /** Kept on this side, so that no thread need be asked. */
  private readonly told = new WeakMap<Worker, Told>();
  /** Models by number: handed over anew, the same bytes would be other bytes to a thread, and be read once more. */
  private readonly models = new Map<Uint8Array, number>();
  private opened = 0;

  /** No thread is started before there is a text for it. */
  constructor(threads = sensibleThreads()) {
    this.crew = new Crew(SCRIPT, threads);
  }

  /**
   * A checker whose texts are checked in the threads, several at a time; it needs no closing. Its checks reject with
   * what building or checking threw, where two threads ended at the same text, and where the pool was closed.
   */
  open({ wordingModel, ...options }: SharedOptions): {
    check(text: string, context?: CheckContext): Promise<Finding[]>;
  } {
    this.opened += 1;
    const checker = this.opened;
    const recipe: Recipe = {
      options,
      ...(wordingModel ? { model: { number: this.numberOf(wordingModel), bytes: wordingModel } } : {}),
    };
    return {
      check: (text, context = {}) =>
        this.crew.run((thread) => ({ checker, ...this.tell(thread, checker, recipe), text, context })),
    };
  }

  private numberOf(model: Uint8Array): number {
    const number = this.models.get(model) ?? this.models.size + 1;
    this.models.set(model, number);
    return number;
  }

  /** Ends all threads; checks that wait or are under way are rejected. */
  close(): Promise<void> {
    return this.crew.close();
  }

  /** What a thread has to be told for a checker: how to build it where it has not, and which it may let go of. */
  private tell(
    thread: Worker,
    checker: number,
    { options, model }: Recipe,
  ): Pick<CheckTask, 'recipe' | 'dropped'> {
    const { checkers, models } = this.told.get(thread) ?? { checkers: new Set(), models: new Set() };
    this.told.set(thread, { checkers, models });
    const knows = checkers.delete(checker);
    checkers.add(checker);
    const dropped = [...checkers].slice(0, -KEPT);
    for (const each of dropped) checkers.delete(each);
    if (knows) return { dropped };
    if (!model) return { recipe: { options }, dropped };
    const { number } = model;
    const sent = models.has(number) ? { number } : model;
    models.add(number);
    return { recipe: { options, model: sent }, dropped };
  }
}
