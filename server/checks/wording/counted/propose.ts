import { ALIKE, NEAR_SYLLABLE, rowOf, SAME_SYLLABLE, SAME_TONE } from './confusions.ts';
import { newCover, weigh } from './cover.ts';
import type { Evidence } from './evidence.ts';
import type { Proposal } from './features.ts';
import { Place } from './place.ts';
import { newReading, type Reading, Shortlist } from './shortlist.ts';
import { FIRST_OWN } from './symbols.ts';
import { WordWindow } from './words.ts';

/** What the words weigh in the ranking of the shortlist. */
const WORD_WEIGHT = 0.5;
/**
 * By how much a candidate must outweigh what is written to be looked at: of the corrections that the trees would suggest
 * one in three hundred outweighs it by less, of those they would not one in three.
 */
const MARGIN = 1;
const ROUNDING = 1e-9;

/** Looks for better readings of a place; keeps its work space from call to call, so a proposal holds until the next. */
export class Proposer {
  readonly #evidence: Evidence;
  readonly #place: Place;
  readonly #words: WordWindow;
  readonly #written = newReading();
  readonly #short = new Shortlist();
  /** Rows of the candidates that have a neighbour. */
  readonly #found: Int32Array;
  #cover = newCover();
  #ids: Uint16Array = new Uint16Array(0);
  #at = 0;
  #rivals = 0;
  #isWeighed = false;
  #floor = 0;

  constructor(evidence: Evidence) {
    this.#evidence = evidence;
    this.#place = new Place(evidence);
    this.#words = new WordWindow(evidence);
    const longest = (starts: Uint32Array): number =>
      starts.reduce((most, end, i) => Math.max(most, end - (starts[i - 1] ?? 0)), 0);
    // one more: what is written behind the last is overwritten or not counted
    this.#found = new Int32Array(
      1 + Math.max(longest(evidence.confusions.starts), longest(evidence.pairs.starts)),
    );
  }

  /** Moves to a place, whose readings are then asked for; `ids` must not change in between. */
  move(ids: Uint16Array, at: number): void {
    this.#ids = ids;
    this.#at = at;
    this.#place.move(ids, at);
  }

  /** The best other reading of the symbol at the place, or null where none has support. */
  one(): Proposal | null {
    const { starts, targets, kinds, shapes } = this.#evidence.confusions;
    const symbol = this.#ids[this.#at] as number;
    if (symbol < FIRST_OWN) return null;
    this.#begin(symbol, -1);
    const place = this.#place;
    const found = this.#found;
    const count = place.known(targets, starts[symbol] as number, starts[symbol + 1] as number, found);
    for (let i = 0; i < count; i++) {
      const row = (found[i] as number) >> 2;
      const other = targets[row] as number;
      const handicap = prior(kinds[row] as number, shapes[row] as number);
      const most = place.atMost(other, (found[i] as number) & 3, this.#floor - handicap - ROUNDING);
      if (most > 0) this.#try(most, other, -1, kinds[row] as number, shapes[row] as number);
    }
    return this.#settle();
  }

  /** The best other reading of the symbol at the place and the next, if both may be wrong, by sound among known pairs; or null. */
  two(): Proposal | null {
    const { groupStarts, groups, width } = this.#evidence.pairs;
    const symbol = this.#ids[this.#at] as number;
    const next = this.#ids[this.#at + 1] as number;
    if (symbol < FIRST_OWN || next < FIRST_OWN) return null;
    this.#begin(symbol, next);
    for (let a = groupStarts[symbol] as number; a < (groupStarts[symbol + 1] as number); a++)
      for (let b = groupStarts[next] as number; b < (groupStarts[next + 1] as number); b++)
        this.#likeSounding((groups[a] as number) * width + (groups[b] as number), symbol, next);
    return this.#settle();
  }

  /** Tries the known pairs of one row that differ from what is written in both symbols. */
  #likeSounding(row: number, symbol: number, next: number): void {
    const { confusions, pairs: index } = this.#evidence;
    const from = index.starts[row] as number;
    const to = index.starts[row + 1] as number;
    if (from === to) return;
    const found = this.#found;
    const count = this.#place.knownTogether(index.pairs, from, to, found);
    for (let i = 0; i < count; i++) {
      const sides = (found[i] as number) & 3;
      const pair = index.pairs[(found[i] as number) >> 2] as number;
      const first = pair >>> 16;
      const second = pair & 65535;
      if (first === symbol || second === next) continue;
      const most = this.#place.atMostTogether(first, second, sides, this.#floor - ROUNDING);
      if (most === 0 || most < this.#floor - ROUNDING) continue;
      const one = confusions.kinds[rowOf(confusions, symbol, first)] ?? 0;
      const other = confusions.kinds[rowOf(confusions, next, second)] ?? 0;
      if (one === 0 || other === 0) continue;
      this.#try(most, first, second, one & other || NEAR_SYLLABLE, 0);
    }
  }

  #begin(first: number, second: number): void {
    this.#written.first = first;
    this.#written.second = second;
    this.#isWeighed = false;
    this.#floor = MARGIN;
    this.#rivals = 0;
    this.#short.size = 0;
  }

  /** Weighs what is written, which most places are done without: nothing that could stand there has any support. */
  #weighWritten(): void {
    const written = this.#written;
    this.#place.cover(written.first, written.second, written.cover);
    written.weight = weigh(written.cover);
    this.#floor = written.weight + MARGIN;
    this.#isWeighed = true;
  }

  #try(most: number, first: number, second: number, kind: number, shape: number): void {
    const handicap = prior(kind, shape) * (second < 0 ? 1 : 2);
    if (most + handicap < this.#floor - ROUNDING) return;
    if (!this.#isWeighed) {
      this.#weighWritten();
      if (most + handicap < this.#floor - ROUNDING) return;
    }
    const cover = this.#place.cover(first, second, this.#cover);
    if (cover.seen[0] === 0) return;
    const weight = weigh(cover) + handicap;
    if (weight <= this.#floor) return;
    this.#rivals += 1;
    const reading = this.#short.take(weight);
    if (!reading) return;
    this.#cover = reading.cover;
    reading.first = first;
    reading.second = second;
    reading.cover = cover;
    reading.kind = kind;
    reading.shape = shape;
  }

  #settle(): Proposal | null {
    if (this.#short.size === 0) return null;
    const ids = this.#ids;
    const at = this.#at;
    const written = this.#written;
    const isPair = written.second >= 0;
    this.#words.move(ids, at, isPair);
    this.#score(written);
    for (let i = 0; i < this.#short.size; i++) this.#score(this.#short.at(i));
    const [meant, next] = this.#short.bestTwo();
    return {
      at,
      written,
      meant,
      second: next?.score ?? meant.score - 20,
      rivals: this.#rivals,
      before: this.#standing(ids, at - 3),
      after: this.#standing(ids, isPair ? at + 2 : at + 1),
      known:
        this.#known(written.first, meant.first) + (isPair ? this.#known(written.second, meant.second) : 0),
    };
  }

  #score(reading: Reading): void {
    this.#words.view(reading.first, reading.second, reading.words);
    reading.score = reading.weight + WORD_WEIGHT * reading.words.score;
  }

  #standing(ids: Uint16Array, from: number): number {
    const { gramAt } = this.#evidence;
    return gramAt(ids, from, 2) + gramAt(ids, from + 1, 2) + gramAt(ids, from, 3);
  }

  #known(written: number, meant: number): number {
    return this.#evidence.known(written, meant);
  }
}

function prior(kind: number, shape: number): number {
  if (kind & SAME_TONE) return 0;
  if (kind & SAME_SYLLABLE) return -0.7;
  if (kind & ALIKE) return -1.5 - (255 - shape) / 80;
  return kind & NEAR_SYLLABLE ? -3 : -2;
}
