import type { Evidence } from './evidence.ts';
import { LOG_COUNT, levelOf } from './levels.ts';
import { EDGE, SEED, step } from './symbols.ts';

const REACH = 4;
/** Levels stand at [start * 6 + n]; start 0 is the last place of the span, start 1 the one before it, and so on. */
const ROW = 6;
const STARTS = REACH + 2;
/** The level of a word that is offered although no n-gram with its neighbours is known. */
const FREQUENT = 8;
/** What an n-gram of each level adds to the sums: the log of its count, and something for being known at all. */
const WORTH = LOG_COUNT.map((count, level) => (level === 0 ? 0 : count + 1.1));
/** What a symbol counts in its share that was never seen. */
const UNSEEN = 0.2;
/** What the n-grams of two to five symbols weigh in the first ranking of candidates. */
const WEIGHTS = [0.25, 0.6, 0.8, 0.8] as const;

/** What the counts say of one or two symbols at their place: the levels of all n-grams that touch them. */
export interface Cover {
  readonly levels: Uint8Array;
  /** Sums of log counts by n, 2–5 (index 0 for n = 2). */
  readonly sums: Float64Array;
  /** How many n-grams stand in the counts, by n. */
  readonly seen: Uint8Array;
}

export function newCover(): Cover {
  return { levels: new Uint8Array(STARTS * ROW), sums: new Float64Array(4), seen: new Uint8Array(4) };
}

/** Small arrays are emptied faster by hand than by fill. */
function empty({ levels, sums, seen }: Cover): void {
  for (let i = 0; i < STARTS * ROW; i++) levels[i] = 0;
  for (let n = 0; n < 4; n++) sums[n] = seen[n] = 0;
}

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

/** What a cover weighs in the first ranking. */
export function weigh({ sums }: Cover): number {
  let sum = 0;
  for (let n = 0; n < 4; n++) sum += (WEIGHTS[n] as number) * (sums[n] as number);
  return sum;
}

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
    let open = true;
    for (let k = 1; k <= REACH; k++) {
      this.#alive[k] = 0;
      if (!open) continue;
      let hash = SEED;
      for (let j = at - k; j < at; j++) hash = step(hash, ids[j] as number);
      this.#prefix[k] = hash;
      open = k === 1 || this.#evidence.gram(hash) > 0;
      this.#alive[k] = open ? 1 : 0;
      if (ids[at - k] === EDGE) open = false;
    }
    this.#cap1 = this.#alive[2] ? (WORTH[this.#evidence.gram(this.#prefix2)] as number) : 0;
    this.#cap2 = WORTH[this.#evidence.gram(step(step(SEED, this.#next1), this.#next2))] as number;
  }

  /**
   * The most that `symbol` can weigh at the place, 0 if nothing speaks for it: an n-gram of three symbols, or a word with
   * a neighbour; or `least` is out of reach. No n-gram stands in the counts more often than a shorter one within it.
   */
  atMost(symbol: number, least: number): number {
    const { trigram, gram } = this.#evidence;
    const alone = step(step(SEED, symbol), this.#next1);
    const middle = step(this.#prefix1, symbol);
    const isBehind = this.#cap2 === 0 ? 0 : trigram(step(alone, this.#next2));
    const isAcross = trigram(step(middle, this.#next1));
    const isAhead = this.#cap1 === 0 ? 0 : trigram(step(this.#prefix2, symbol));
    if ((isBehind | isAcross | isAhead) === 0) return this.#byWord(symbol, alone, middle, least);
    const after = (isBehind | isAcross) === 0 ? 0 : (WORTH[gram(alone)] as number);
    const before = (isAhead | isAcross) === 0 ? 0 : (WORTH[gram(middle)] as number);
    const behind = isBehind === 0 ? 0 : Math.min(after, this.#cap2);
    const across = isAcross === 0 ? 0 : Math.min(after, before);
    const ahead = isAhead === 0 ? 0 : Math.min(before, this.#cap1);
    if (behind + across + ahead === 0) return this.#byWord(symbol, alone, middle, least);
    const cap = this.#caps[symbol] as number;
    return (
      WEIGHTS[0] * ((after || cap) + (before || cap)) +
      WEIGHTS[1] * (behind + across + ahead) +
      (WEIGHTS[2] + WEIGHTS[3]) * (behind + ahead + Math.min(behind, across) + Math.min(across, ahead)) +
      WEIGHTS[3] * Math.min(behind, across, ahead)
    );
  }

  /** What a symbol can weigh that makes no n-gram of three but a word. */
  #byWord(symbol: number, alone: number, middle: number, least: number): number {
    const { word, gram } = this.#evidence;
    const caps = this.#caps;
    const cap = caps[symbol] as number;
    const mostAfter = Math.min(cap, caps[this.#next1] as number);
    const mostBefore = Math.min(cap, caps[this.#ids[this.#at - 1] as number] as number);
    if (WEIGHTS[0] * (mostAfter + mostBefore) < least) return 0;
    if (word(middle) === 0 && word(alone) === 0) return 0;
    return WEIGHTS[0] * ((WORTH[gram(alone)] as number) + (WORTH[gram(middle)] as number));
  }

  /** The same for two symbols, where something speaks for them that makes an n-gram of three, or a frequent word. */
  atMostTogether(first: number, second: number, least: number): number {
    const { trigram, word, gram } = this.#evidence;
    const pair = step(step(SEED, first), second);
    const middle = step(this.#prefix1, first);
    const isBack = trigram(step(middle, second));
    const isOnward = trigram(step(pair, this.#next2));
    if ((isBack | isOnward) === 0 && word(pair) < FREQUENT) return 0;
    const alone = step(step(SEED, second), this.#next2);
    const isBehind = trigram(step(alone, this.#next3));
    const isAhead = this.#cap1 === 0 ? 0 : trigram(step(this.#prefix2, first));
    const caps = this.#caps;
    const most = Math.min(caps[first] as number, caps[second] as number);
    if ((isBack | isOnward | isBehind | isAhead) === 0) {
      const around = Math.min(caps[first] as number, caps[this.#ids[this.#at - 1] as number] as number);
      const on = Math.min(caps[second] as number, caps[this.#next2] as number);
      if (WEIGHTS[0] * (most + around + on) < least) return 0;
    }
    const both = WORTH[gram(pair)] as number;
    const after = WORTH[gram(alone)] as number;
    const before = WORTH[gram(middle)] as number;
    const behind = isBehind === 0 ? 0 : after;
    const ahead = isAhead === 0 ? 0 : Math.min(before, this.#cap1);
    const onward = isOnward === 0 ? 0 : Math.min(both, after);
    const back = isBack === 0 ? 0 : Math.min(both, before);
    const ends = Math.min(behind, onward) + Math.min(back, ahead);
    return (
      WEIGHTS[0] * (both + after + before) +
      WEIGHTS[1] * (behind + onward + back + ahead) +
      (WEIGHTS[2] + WEIGHTS[3]) * (behind + ahead + ends) +
      WEIGHTS[2] * Math.min(onward, back) +
      WEIGHTS[3] * (Math.min(behind, onward, back) + Math.min(onward, back, ahead))
    );
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
      const level = this.#evidence.gram(hash);
      if (level === 0) return;
      levels[start * ROW + n] = level;
      sums[n - 2] = (sums[n - 2] as number) + (WORTH[level] as number);
      seen[n - 2] = (seen[n - 2] as number) + 1;
      if (n > length && this.#ids[next - 1] === EDGE) return;
    }
  }
}

/** The length of the longest n-gram in the counts that touches the place, and of those that end or start there. */
export function longest({ levels }: Cover): number {
  for (let n = 5; n >= 2; n--)
    for (let start = 0; start < STARTS; start++) if (levels[start * ROW + n]) return n;
  return 1;
}

/** How far back the counts reach from the last symbol of the span: the longest n-gram that ends there. */
export function reachBack({ levels }: Cover): number {
  let n = 1;
  while (n < 5 && levels[n * ROW + n + 1]) n += 1;
  return n;
}

/** How far the counts reach onward from the last symbol of the span. */
export function reachOn({ levels }: Cover): number {
  let n = 1;
  while (n < 5 && levels[n + 1]) n += 1;
  return n;
}

/** The highest level among n-grams of this length. */
export function peak({ levels }: Cover, n: number): number {
  let best = 0;
  for (let start = 0; start < STARTS; start++) best = Math.max(best, levels[start * ROW + n] as number);
  return best;
}
