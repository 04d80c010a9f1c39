import { ALIKE, NEAR_SYLLABLE, rowOf, SAME_SYLLABLE, SAME_TONE } from './confusions.ts';
import { type Cover, copyCover, newCover, Place } from './cover.ts';
import type { Evidence } from './evidence.ts';
import type { Option, Proposal } from './features.ts';
import { eachLikeSounding } from './pairs.ts';
import { FIRST_OWN } from './symbols.ts';
import { viewWords } from './words.ts';

/** What the n-grams of two to five symbols and the words weigh in the first ranking of candidates. */
const WEIGHTS = [0.25, 0.6, 0.8, 0.8];
const WORD_WEIGHT = 0.5;
const SHORTLIST = 5;

interface Candidate {
  readonly first: number;
  readonly second: number;
  readonly cover: Cover;
  readonly kind: number;
  readonly shape: number;
  readonly weight: number;
}

/** Looks for better readings of a place; keeps its work space from call to call. */
export class Proposer {
  readonly #evidence: Evidence;
  readonly #place: Place;
  readonly #cover = newCover();
  #short: Candidate[] = [];
  #rivals = 0;

  constructor(evidence: Evidence) {
    this.#evidence = evidence;
    this.#place = new Place(evidence);
  }

  /** What the counts say of the symbol that stands at a place. */
  footing(ids: Uint16Array, at: number): Cover {
    this.#place.move(ids, at);
    return copyCover(this.#place.cover(ids[at] as number, -1, this.#cover));
  }

  /** The best other reading of one symbol, or null where none has support. */
  one(ids: Uint16Array, at: number, written: Cover): Proposal | null {
    const { confusions } = this.#evidence;
    const symbol = ids[at] as number;
    if (symbol < FIRST_OWN) return null;
    this.#place.move(ids, at);
    this.#begin();
    const floor = weigh(written) - 2;
    const end = confusions.starts[symbol + 1] as number;
    for (let row = confusions.starts[symbol] as number; row < end; row++) {
      const other = confusions.targets[row] as number;
      if (!this.#place.mayStand(other)) continue;
      this.#try(other, -1, confusions.kinds[row] as number, confusions.shapes[row] as number, floor);
    }
    return this.#settle(ids, at, symbol, -1, written);
  }

  /** The best other reading of two symbols both of which may be wrong, by sound among known pairs; or null. */
  two(ids: Uint16Array, at: number): Proposal | null {
    const { confusions } = this.#evidence;
    const symbol = ids[at] as number;
    const next = ids[at + 1] as number;
    if (symbol < FIRST_OWN || next < FIRST_OWN) return null;
    this.#place.move(ids, at);
    const written = copyCover(this.#place.cover(symbol, next, this.#cover));
    this.#begin();
    const floor = weigh(written);
    eachLikeSounding(this.#evidence.pairs, symbol, next, (first, second) => {
      if (!this.#place.mayStandTogether(first, second)) return;
      const one = confusions.kinds[rowOf(confusions, symbol, first)] ?? 0;
      const other = confusions.kinds[rowOf(confusions, next, second)] ?? 0;
      if (one === 0 || other === 0) return;
      this.#try(first, second, one & other || NEAR_SYLLABLE, 0, floor);
    });
    return this.#settle(ids, at, symbol, next, written);
  }

  #begin(): void {
    this.#short = [];
    this.#rivals = 0;
  }

  #try(first: number, second: number, kind: number, shape: number, floor: number): void {
    const cover = this.#place.cover(first, second, this.#cover);
    if (cover.seen[0] === 0) return;
    const weight = weigh(cover) + prior(kind, shape) * (second < 0 ? 1 : 2);
    if (weight <= floor) return;
    this.#rivals += 1;
    const short = this.#short;
    if (short.length === SHORTLIST && weight <= (short[SHORTLIST - 1]?.weight ?? 0)) return;
    short.push({ first, second, cover: copyCover(cover), kind, shape, weight });
    short.sort((a, b) => b.weight - a.weight);
    short.length = Math.min(short.length, SHORTLIST);
  }

  #settle(ids: Uint16Array, at: number, first: number, second: number, cover: Cover): Proposal | null {
    if (this.#short.length === 0) return null;
    const option = (one: Candidate): Option => {
      const words = viewWords(this.#evidence, ids, at, one.first, one.second);
      const { kind, shape } = one;
      const score = one.weight + WORD_WEIGHT * words.score;
      return { first: one.first, second: one.second, cover: one.cover, words, kind, shape, score };
    };
    const written = option({ first, second, cover, kind: 0, shape: 0, weight: weigh(cover) });
    const [meant = written, next] = this.#short.map(option).sort((a, b) => b.score - a.score);
    const span = second < 0 ? 1 : 2;
    return {
      at,
      written,
      meant,
      second: next?.score ?? meant.score - 20,
      rivals: this.#rivals,
      before: this.#standing(ids, at - 3),
      after: this.#standing(ids, at + span),
      known: this.#known(first, meant.first) + (second < 0 ? 0 : this.#known(second, meant.second)),
    };
  }

  #standing(ids: Uint16Array, from: number): number {
    const gram = (at: number, n: number): number => this.#evidence.gramAt(ids, at, n);
    return gram(from, 2) + gram(from + 1, 2) + gram(from, 3);
  }

  #known(written: number, meant: number): number {
    return this.#evidence.known(written, meant);
  }
}

function weigh(cover: Cover): number {
  let sum = 0;
  for (let n = 0; n < 4; n++) sum += (WEIGHTS[n] as number) * (cover.sums[n] as number);
  return sum;
}

function prior(kind: number, shape: number): number {
  if (kind & SAME_TONE) return 0;
  if (kind & SAME_SYLLABLE) return -0.7;
  if (kind & ALIKE) return -1.5 - (255 - shape) / 80;
  return kind & NEAR_SYLLABLE ? -3 : -2;
}
