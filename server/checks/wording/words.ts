import type { Evidence } from './evidence.ts';
import { LOG_COUNT } from './levels.ts';
import { FIRST_OWN, SEED, step } from './symbols.ts';

const REACH = 5;
const LONGEST = 5;
/** What a character costs that belongs to no word of the dictionary, and the log of the dictionary's total. */
const ALONE = -16;
const TOTAL = Math.log(6e7);

/** Work space: scores of the best division up to each place of the window. */
const best = new Float64Array(2 * REACH + 4);

/** Word-level evidence at one place for the symbols there. */
export interface WordView {
  /** Log probability of the best division of the surroundings into words. */
  score: number;
  /** Length and level of the best word that touches the place, of two characters or more. */
  length: number;
  level: number;
}

/** Divides the symbols round a place into dictionary words, with `first` (and `second`, if not -1) standing there. */
export function viewWords(
  evidence: Evidence,
  ids: Uint16Array,
  at: number,
  first: number,
  second: number,
): WordView {
  const last = second < 0 ? at : at + 1;
  let from = at;
  while (from > at - REACH && (ids[from - 1] as number) >= FIRST_OWN) from -= 1;
  let to = last + 1;
  while (to < last + 1 + REACH && (ids[to] as number) >= FIRST_OWN) to += 1;
  best.fill(-1e9);
  best[0] = 0;
  const view = { score: 0, length: 1, level: 0 };
  for (let i = from; i < to; i++) {
    let hash = SEED;
    for (let n = 1; n <= LONGEST && i + n <= to; n++) {
      const j = i + n - 1;
      hash = step(hash, j === at ? first : j === last ? second : (ids[j] as number));
      const level = evidence.word(hash);
      if (level === 0 && n > 1) continue;
      const gain = (level === 0 ? ALONE + TOTAL : (LOG_COUNT[level] as number)) - TOTAL;
      best[i - from + n] = Math.max(best[i - from + n] as number, (best[i - from] as number) + gain);
      if (i > last || j < at || n === 1) continue;
      if (n > view.length || (n === view.length && level > view.level)) {
        view.length = n;
        view.level = level;
      }
    }
  }
  view.score = best[to - from] as number;
  return view;
}
