import { type Cover, empty, REACH, ROW } from './cover.ts';
import type { Evidence } from './evidence.ts';
import { levelOf } from './levels.ts';
import { isIn } from './neighbours.ts';
import { EDGE, SEED, step } from './symbols.ts';
import { WORTH, weightOf, weightOfOneSide, weightOfTwo } from './weights.ts';

/** What a symbol counts in its share that was never seen. */
const UNSEEN = 0.2;

/**
 * From how often each symbol was counted, which the rarest never was; twice as much, as sentences of offices count twice
 * in n-grams.
 */
function capsOf(shares: Float32Array): Float64Array {
  const rarest = shares.reduce((a, b) => Math.min(a, b), 0);
  return Float64Array.from(shares, (share) => {
    const count = UNSEEN * Math.exp(share - rarest);
    return WORTH[levelOf(Math.ceil(2 * count))] as number;
  });
}

/** On which sides of a place a symbol is known beside its neighbour. */
const NEXT = 2;
const BOTH = 3;

/** A place in the symbols, with the hashes of what stands before it kept for all candidates. */
export class Place {
  readonly #evidence: Evidence;
  readonly #prefix = new Int32Array(REACH + 1);
  readonly #alive = new Uint8Array(REACH + 1);
  #ids: Uint16Array = new Uint16Array(0);
  #at = 0;
  /** Hashes of the one and the two symbols before the place. */
  #prefix1 = SEED;
  #prefix2 = SEED;
  /** The symbols after it. */
  #next1 = EDGE;
  #next2 = EDGE;
  #next3 = EDGE;
  /** What the two symbols before the place and the two after it are worth together. */
  #cap1 = 0;
  #cap2 = 0;
  /** Where the rows of the symbol before the place and of the two after it start, see neighbours.ts. */
  #lastRow = 0;
  #nextRow = 0;
  #nextRow2 = 0;
  /** The most that an n-gram with the symbol before the place, and with the one after it, can be worth. */
  #capLast = 0;
  #capNext = 0;
  #capNext2 = 0;

  /** The most that an n-gram with each symbol can be worth. */
  readonly #caps: Float64Array;

  constructor(evidence: Evidence) {
    this.#evidence = evidence;
    this.#caps = capsOf(evidence.shares);
  }

  /** Moves to a place; `ids` must be padded by at least four symbols on either side. */
  move(ids: Uint16Array, at: number): void {
    this.#ids = ids;
    this.#at = at;
    this.#next1 = ids[at + 1] as number;
    this.#next2 = ids[at + 2] as number;
    this.#next3 = ids[at + 3] as number;
    this.#prefix1 = step(SEED, ids[at - 1] as number);
    this.#prefix2 = step(step(SEED, ids[at - 2] as number), ids[at - 1] as number);
    this.#prefix[0] = SEED;
    this.#alive[0] = 1;
    const { width } = this.#evidence.neighbours;
    this.#lastRow = (ids[at - 1] as number) * width;
    this.#nextRow = this.#next1 * width;
    this.#nextRow2 = this.#next2 * width;
    this.#capLast = this.#caps[ids[at - 1] as number] as number;
    this.#capNext = this.#caps[this.#next1] as number;
    this.#capNext2 = this.#caps[this.#next2] as number;
    this.#cap1 = 0;
    let open = true;
    for (let k = 1; k <= REACH; k++) {
      this.#alive[k] = 0;
      if (!open) continue;
      let hash = SEED;
      for (let j = at - k; j < at; j++) hash = step(hash, ids[j] as number);
      this.#prefix[k] = hash;
      const level = k === 1 ? 1 : this.#level(k, hash, ids[at - k] as number, ids[at - k + 1] as number);
      if (k === 2) this.#cap1 = WORTH[level] as number;
      open = level > 0;
      this.#alive[k] = open ? 1 : 0;
      if (ids[at - k] === EDGE) open = false;
    }
    const next = step(step(SEED, this.#next1), this.#next2);
    this.#cap2 = WORTH[this.#level(2, next, this.#next1, this.#next2)] as number;
  }

  /**
   * The level of the n-gram with this hash that begins with two symbols. What stands in no count is found out from smaller
   * tables first: the levels are too many for the cache.
   */
  #level(n: number, hash: number, first: number, second: number): number {
    const { neighbours, trigram, gram } = this.#evidence;
    if (n === 2 && isIn(neighbours.after, first * neighbours.width, second) === 0) return 0;
    if (n === 3 && trigram(hash) === 0) return 0;
    return gram(hash);
  }

  /**
   * Writes which of the symbols `targets[from..to)` are known beside a neighbour: the row × 4, 2 if beside the next one, 1
   * if beside the last one. Answers how many. Two of three end here, so the loop has no branch that waits for the memory.
   */
  known(targets: Uint16Array, from: number, to: number, found: Int32Array): number {
    const { after, before } = this.#evidence.neighbours;
    const last = this.#lastRow;
    const next = this.#nextRow;
    let count = 0;
    for (let row = from; row < to; row++) {
      const symbol = targets[row] as number;
      const sides = (isIn(before, next, symbol) << 1) | isIn(after, last, symbol);
      found[count] = (row << 2) | sides;
      count += (sides | (sides >> 1)) & 1;
    }
    return count;
  }

  /**
   * The most that `symbol` can weigh at the place, known beside its neighbours as `sides` says; 0 if no n-gram of three speaks
   * for it (nor for one in three hundred of the corrections that the trees would suggest) or `least` is out of reach. No
   * n-gram stands in the counts more often than a shorter one within it.
   */
  atMost(symbol: number, sides: number, least: number): number {
    if (sides === BOTH) return this.#atMostBetween(symbol, least);
    const isAfter = sides === NEXT;
    const capThree = isAfter ? this.#cap2 : this.#cap1;
    const cap = Math.min(this.#caps[symbol] as number, isAfter ? this.#capNext : this.#capLast);
    if (capThree === 0 || weightOfOneSide(cap, capThree) < least) return 0;
    const { trigram, gram } = this.#evidence;
    const two = isAfter ? step(step(SEED, symbol), this.#next1) : step(this.#prefix1, symbol);
    const three = isAfter ? step(two, this.#next2) : step(this.#prefix2, symbol);
    if (trigram(three) === 0) return 0;
    const ofTwo = WORTH[gram(two)] as number;
    if (weightOfOneSide(ofTwo, capThree) < least) return 0;
    return weightOfOneSide(ofTwo, Math.min(capThree, WORTH[gram(three)] as number));
  }

  /** The same for a symbol that is known beside both neighbours. */
  #atMostBetween(symbol: number, least: number): number {
    const cap = this.#caps[symbol] as number;
    const capAfter = Math.min(cap, this.#capNext);
    const capBefore = Math.min(cap, this.#capLast);
    if (this.#weight(capAfter, capBefore, 1, 1, 1) < least) return 0;
    const { trigram, gram } = this.#evidence;
    const alone = step(step(SEED, symbol), this.#next1);
    const middle = step(this.#prefix1, symbol);
    const isBehind = this.#cap2 === 0 ? 0 : trigram(step(alone, this.#next2));
    const isAcross = trigram(step(middle, this.#next1));
    const isAhead = this.#cap1 === 0 ? 0 : trigram(step(this.#prefix2, symbol));
    if ((isBehind | isAcross | isAhead) === 0) return 0;
    if (this.#weight(capAfter, capBefore, isBehind, isAcross, isAhead) < least) return 0;
    const after = WORTH[gram(alone)] as number;
    const before = WORTH[gram(middle)] as number;
    if (this.#weight(after, before, isBehind, isAcross, isAhead) < least) return 0;
    return weightOf(
      after,
      before,
      isBehind === 0 ? 0 : Math.min(after, this.#cap2, WORTH[gram(step(alone, this.#next2))] as number),
      isAcross === 0 ? 0 : Math.min(after, before, WORTH[gram(step(middle, this.#next1))] as number),
      isAhead === 0 ? 0 : Math.min(before, this.#cap1, WORTH[gram(step(this.#prefix2, symbol))] as number),
    );
  }

  /** The most that a symbol weighs whose n-grams with its neighbours are worth so much, by which of three there may be. */
  #weight(after: number, before: number, isBehind: number, isAcross: number, isAhead: number): number {
    const behind = isBehind === 0 ? 0 : Math.min(after, this.#cap2);
    const across = isAcross === 0 ? 0 : Math.min(after, before);
    const ahead = isAhead === 0 ? 0 : Math.min(before, this.#cap1);
    return weightOf(after, before, behind, across, ahead);
  }

  /**
   * Writes which of the pairs in `pairs[from..to)` are known beside a neighbour: their index × 4 and the sides, see `known`.
   * Answers how many.
   */
  knownTogether(pairs: Uint32Array, from: number, to: number, found: Int32Array): number {
    const { after, before } = this.#evidence.neighbours;
    const last = this.#lastRow;
    const next = this.#nextRow2;
    let count = 0;
    for (let at = from; at < to; at++) {
      const pair = pairs[at] as number;
      const sides = (isIn(before, next, pair & 65535) << 1) | isIn(after, last, pair >>> 16);
      found[count] = (at << 2) | sides;
      count += (sides | (sides >> 1)) & 1;
    }
    return count;
  }

  /** The most that two symbols can weigh at the place; 0 where no n-gram of three speaks for them that holds both. */
  atMostTogether(first: number, second: number, sides: number, least: number): number {
    const { trigram, gram } = this.#evidence;
    const isBefore = sides & 1;
    const isAfter = sides >> 1;
    const caps = this.#caps;
    const capBoth = Math.min(caps[first] as number, caps[second] as number);
    const capAfter = isAfter === 0 ? 0 : Math.min(caps[second] as number, this.#capNext2);
    const capBefore = isBefore === 0 ? 0 : Math.min(caps[first] as number, this.#capLast);
    if (this.#weightTogether(capBoth, capAfter, capBefore, 15) < least) return 0;
    const pair = step(step(SEED, first), second);
    const middle = step(this.#prefix1, first);
    const alone = step(step(SEED, second), this.#next2);
    const isBack = isBefore === 0 ? 0 : trigram(step(middle, second));
    const isOnward = isAfter === 0 ? 0 : trigram(step(pair, this.#next2));
    if ((isBack | isOnward) === 0) return 0;
    const isBehind = isAfter === 0 ? 0 : trigram(step(alone, this.#next3));
    const isAhead = isBefore === 0 || this.#cap1 === 0 ? 0 : trigram(step(this.#prefix2, first));
    const which = isBehind | (isOnward << 1) | (isBack << 2) | (isAhead << 3);
    if (this.#weightTogether(capBoth, capAfter, capBefore, which) < least) return 0;
    const both = WORTH[gram(pair)] as number;
    const after = isAfter === 0 ? 0 : (WORTH[gram(alone)] as number);
    const before = isBefore === 0 ? 0 : (WORTH[gram(middle)] as number);
    if (this.#weightTogether(both, after, before, which) < least) return 0;
    return weightOfTwo(
      both,
      after,
      before,
      isBehind === 0 ? 0 : Math.min(after, WORTH[gram(step(alone, this.#next3))] as number),
      isOnward === 0 ? 0 : Math.min(both, after, WORTH[gram(step(pair, this.#next2))] as number),
      isBack === 0 ? 0 : Math.min(both, before, WORTH[gram(step(middle, second))] as number),
      isAhead === 0 ? 0 : Math.min(before, this.#cap1, WORTH[gram(step(this.#prefix2, first))] as number),
    );
  }

  /** `which` n-grams of three there may be: 1 behind the two, 2 across their end, 4 across their start, 8 before them. */
  #weightTogether(both: number, after: number, before: number, which: number): number {
    const behind = (which & 1) === 0 ? 0 : after;
    const onward = (which & 2) === 0 ? 0 : Math.min(both, after);
    const back = (which & 4) === 0 ? 0 : Math.min(both, before);
    const ahead = (which & 8) === 0 ? 0 : Math.min(before, this.#cap1);
    return weightOfTwo(both, after, before, behind, onward, back, ahead);
  }

  /** Fills `cover` for `first` at the place and, unless it is -1, `second` after it. */
  cover(first: number, second: number, cover: Cover): Cover {
    empty(cover);
    let start = 0;
    if (second >= 0) this.#extend(cover, start++, step(SEED, second), 1, this.#at + 2, second);
    for (let k = 0; k <= REACH; k++, start++) {
      if (!this.#alive[k]) continue;
      this.#extend(cover, start, step(this.#prefix[k] as number, first), k + 1, this.#at + 1, second);
    }
    return cover;
  }

  /** Longer n-grams from one start, while they and what they end with stand in the counts. */
  #extend(
    { levels, sums, seen }: Cover,
    start: number,
    from: number,
    length: number,
    after: number,
    second: number,
  ): void {
    let hash = from;
    let next = after;
    for (let n = length; n <= 5; n++) {
      if (n > length) {
        const id = second >= 0 && next === this.#at + 1 ? second : (this.#ids[next] as number);
        hash = step(hash, id);
        next += 1;
      }
      if (n === 1) continue;
      if (n > 2 && start > 0 && !levels[(start - 1) * ROW + n - 1]) return;
      if (n === 3 && this.#evidence.trigram(hash) === 0) return;
      const level = this.#evidence.gram(hash);
      if (level === 0) return;
      levels[start * ROW + n] = level;
      sums[n - 2] = (sums[n - 2] as number) + (WORTH[level] as number);
      seen[n - 2] = (seen[n - 2] as number) + 1;
      if (n > length && this.#ids[next - 1] === EDGE) return;
    }
  }
}
