import type { CheckerOptions } from '../checks/checker.ts';
import type { CheckContext } from '../checks/context.ts';

/** What a checker is built from, as far as threads can be told: no functions, and the counted model in shared memory. */
export interface SharedOptions extends Omit<CheckerOptions, 'scoreModel' | 'wordingModel'> {
  readonly wordingModel?: Uint8Array<SharedArrayBuffer>;
}

/** How a thread builds a checker; a model that it holds already comes by its number only. */
export interface Recipe {
  readonly options: Omit<SharedOptions, 'wordingModel'>;
  readonly model?: { readonly number: number; readonly bytes?: Uint8Array<SharedArrayBuffer> };
}

/** One text for one checker, which the thread has from before or builds from `recipe`. */
export interface CheckTask {
  readonly checker: number;
  readonly recipe?: Recipe;
  /** Checkers that the thread need not keep any longer. */
  readonly dropped: readonly number[];
  readonly text: string;
  readonly context: CheckContext;
}
