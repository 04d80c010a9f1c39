import type { Evidence } from './evidence.ts';
import { LOG_COUNT } from './levels.ts';
import { FIRST_OWN, SEED, step } from './symbols.ts';

const REACH = 5;
const LONGEST = 5;
/** What a character costs that belongs to no word of the dictionary, and the log of the dictionary's total. */
const ALONE = -16;
const TOTAL = Math.log(6e7);
const WIDEST = 2 * REACH + 2;
const ROW = LONGEST + 1;
const NEVER = -1e9;
/** What a word of each level adds to the score of a division. */
const GAINS = Float64Array.from(LOG_COUNT, (count, level) => (level === 0 ? ALONE + TOTAL : count) - TOTAL);

/** Word-level evidence at one place for the symbols there. */
export interface WordView {
  /** Log probability of the best division of the surroundings into words. */
  score: number;
  /** Length and level of the best word that touches the place, of two characters or more. */
  length: number;
  level: number;
}

/** The surroundings of one or two symbols; what the words there share is looked up once for all candidates. */
export class WordWindow {
  readonly #evidence: Evidence;
  #ids: Uint16Array = new Uint16Array(0);
  #from = 0;
  #to = 0;
  #at = 0;
  #last = 0;
  /** Scores of the best division up to each place of the window; those up to the place hold for all candidates. */
  readonly #best = new Float64Array(WIDEST + 2);
  /** Hashes of the symbols from each place up to the candidate's. */
  readonly #hashes = new Int32Array(WIDEST);
  /** Levels at [place * ROW + n] of words behind the place. */
  readonly #levels = new Uint8Array(WIDEST * ROW);

  constructor(evidence: Evidence) {
    this.#evidence = evidence;
  }

  /** Moves to a place of one symbol, or of two if `isPair`. */
  move(ids: Uint16Array, at: number, isPair: boolean): void {
    const last = isPair ? at + 1 : at;
    let from = at;
    while (from > at - REACH && (ids[from - 1] as number) >= FIRST_OWN) from -= 1;
    let to = last + 1;
    while (to < last + 1 + REACH && (ids[to] as number) >= FIRST_OWN) to += 1;
    this.#ids = ids;
    this.#at = at;
    this.#last = last;
    this.#from = from;
    this.#to = to;
    this.#before();
    this.#behind();
  }

  #before(): void {
    const best = this.#best;
    const from = this.#from;
    for (let i = 0; i <= this.#at - from; i++) best[i] = NEVER;
    best[0] = 0;
    for (let i = from; i < this.#at; i++) {
      let hash = SEED;
      for (let n = 1; i + n <= this.#at; n++) {
        hash = step(hash, this.#ids[i + n - 1] as number);
        const level = this.#evidence.word(hash);
        if (level > 0 || n === 1) this.#reach(i - from, n, level);
      }
      this.#hashes[i - from] = hash;
    }
  }

  #behind(): void {
    const from = this.#from;
    for (let i = this.#last + 1; i < this.#to; i++) {
      let hash = SEED;
      for (let n = 1; n <= LONGEST && i + n <= this.#to; n++) {
        hash = step(hash, this.#ids[i + n - 1] as number);
        this.#levels[(i - from) * ROW + n] = this.#evidence.word(hash);
      }
    }
  }

  #reach(i: number, n: number, level: number): void {
    const best = this.#best;
    const score = (best[i] as number) + (GAINS[level] as number);
    if (score > (best[i + n] as number)) best[i + n] = score;
  }

  /** Divides the symbols round the place into dictionary words, with `first` (and `second`, if not -1) standing there. */
  view(first: number, second: number, view: WordView): void {
    const from = this.#from;
    const at = this.#at;
    const to = this.#to;
    for (let i = at - from + 1; i <= to - from; i++) this.#best[i] = NEVER;
    view.length = 1;
    view.level = 0;
    for (let i = from; i <= this.#last; i++) this.#cross(i, first, second, view);
    for (let i = this.#last + 1; i < to; i++)
      for (let n = 1; n <= LONGEST && i + n <= to; n++) {
        const level = this.#levels[(i - from) * ROW + n] as number;
        if (level > 0 || n === 1) this.#reach(i - from, n, level);
      }
    view.score = this.#best[to - from] as number;
  }

  /** The words from one place that hold a symbol of the candidate. */
  #cross(i: number, first: number, second: number, view: WordView): void {
    const at = this.#at;
    let hash = i < at ? (this.#hashes[i - this.#from] as number) : SEED;
    for (let n = Math.max(1, at - i + 1); n <= LONGEST && i + n <= this.#to; n++) {
      const j = i + n - 1;
      hash = step(hash, j === at ? first : j === this.#last ? second : (this.#ids[j] as number));
      const level = this.#evidence.word(hash);
      if (level === 0 && n > 1) continue;
      this.#reach(i - this.#from, n, level);
      if (n > 1 && (n > view.length || (n === view.length && level > view.level))) {
        view.length = n;
        view.level = level;
      }
    }
  }
}
