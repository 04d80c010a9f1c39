import { type Cover, newCover } from './cover.ts';
import type { WordView } from './words.ts';

const LONGEST = 5;

/** An option that is filled anew for each place; see features.ts. */
export interface Reading {
  first: number;
  second: number;
  cover: Cover;
  readonly words: WordView;
  kind: number;
  shape: number;
  weight: number;
  score: number;
}

export function newReading(): Reading {
  return {
    ...{ first: 0, second: -1, cover: newCover(), kind: 0, shape: 0, weight: 0, score: 0 },
    words: { score: 0, length: 1, level: 0 },
  };
}

/** The heaviest readings of a place, heaviest first, of equals the earlier; the same few objects again and again. */
export class Shortlist {
  readonly #list = Array.from({ length: LONGEST }, newReading);
  size = 0;

  /** A reading to be filled, put where its weight belongs; null where the list is full of heavier ones. */
  take(weight: number): Reading | null {
    const list = this.#list;
    if (this.size === LONGEST && weight <= (list[LONGEST - 1] as Reading).weight) return null;
    if (this.size < LONGEST) this.size += 1;
    let at = this.size - 1;
    const reading = list[at] as Reading;
    for (; at > 0 && (list[at - 1] as Reading).weight < weight; at--) list[at] = list[at - 1] as Reading;
    list[at] = reading;
    reading.weight = weight;
    return reading;
  }

  at(i: number): Reading {
    return this.#list[i] as Reading;
  }

  /** The readings with the highest scores; there must be one. */
  bestTwo(): readonly [Reading, Reading | undefined] {
    let best = this.#list[0] as Reading;
    let next: Reading | undefined;
    for (let i = 1; i < this.size; i++) {
      const one = this.#list[i] as Reading;
      if (one.score > best.score) {
        next = best;
        best = one;
      } else if (!next || one.score > next.score) next = one;
    }
    return [best, next];
  }
}
