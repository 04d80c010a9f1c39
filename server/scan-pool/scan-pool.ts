import { stat } from 'node:fs/promises';
import {
  type Matcher,
  type MatcherOptions,
  type OnHit,
  openMatcher,
  PartJoiner,
} from '../checks/match/index.ts';
import { Crew } from '../threads/crew.ts';
import type { Answer, BuildTask, Task } from './task.ts';

const SCRIPT = new URL('./thread.ts', import.meta.url);
/** Large enough that reading on behind the border costs nothing, small enough that the threads end together. */
const PART_BYTES = 1 << 22;

/** Threads that scan files and build matchers; they share the tables of a matcher, which are never copied. */
export class ScanPool {
  private readonly threads: number;
  private readonly crew: Crew<Task, Answer>;

  constructor(threads: number) {
    this.threads = threads;
    this.crew = new Crew(SCRIPT, threads);
  }

  /**
   * Calls `onHit` for all hits of a UTF-8 file, in order, at places in UTF-16 units of the decoded text; answers how
   * many units it has. Memory does not grow with the file. Rejects where the file cannot be read.
   */
  async scanFile(path: string, matcher: Matcher, onHit: OnHit): Promise<number> {
    const { size } = await stat(path);
    const joiner = new PartJoiner(matcher, onHit);
    const ahead: Promise<Answer>[] = [];
    let from = 0;
    do {
      while (from < size && ahead.length < this.threads * 2) {
        const to = Math.min(size, from + PART_BYTES);
        const task: Task = { kind: 'scan', tables: matcher.buffer, path, from, to };
        const answer = this.crew.run(() => task);
        answer.catch(() => undefined);
        ahead.push(answer);
        from = to;
      }
      const answer = await ahead.shift();
      if (answer && 'part' in answer) joiner.add(answer.part);
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
    const answer = await this.crew.run(() => task);
    if (!('tables' in answer)) throw new TypeError('a thread answered another question');
    return openMatcher(answer.tables);
  }

  /** Ends all threads; what waits or is under way is rejected. */
  close(): Promise<void> {
    return this.crew.close();
  }
}
