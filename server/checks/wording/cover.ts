import type { Evidence } from './evidence.ts';
import { LOG_COUNT } from './levels.ts';
import { EDGE, SEED, step } from './symbols.ts';

const REACH = 4;
/** Levels stand at [start * 6 + n]; start 0 is the last place of the span, start 1 the one before it, and so on. */
const ROW = 6;
const STARTS = REACH + 2;
/** The level of a word that is offered although no n-gram with its neighbours is known. */
const FREQUENT = 8;

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

export function copyCover({ levels, sums, seen }: Cover): Cover {
  return { levels: levels.slice(), sums: sums.slice(), seen: seen.slice() };
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

  constructor(evidence: Evidence) {
    this.#evidence = evidence;
  }

  /** Moves to a place; `ids` must be padded by at least four symbols on either side. */
  move(ids: Uint16Array, at: number): void {
    this.#ids = ids;
    this.#at = at;
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
  }

  /** Whether any n-gram of three symbols over the place is known with `symbol` there, or a word with a neighbour. */
  mayStand(symbol: number): boolean {
    const { trigram, word } = this.#evidence;
    const ids = this.#ids;
    const at = this.#at;
    const next = ids[at + 1] as number;
    const middle = step(this.#prefix1, symbol);
    if (trigram(step(middle, next)) || trigram(step(this.#prefix2, symbol))) return true;
    const alone = step(step(SEED, symbol), next);
    return trigram(step(alone, ids[at + 2] as number)) === 1 || word(middle) > 0 || word(alone) > 0;
  }

  /** The same for two symbols, of which the pair itself is known: an n-gram with a neighbour, or a frequent word. */
  mayStandTogether(first: number, second: number): boolean {
    const { trigram, word } = this.#evidence;
    const pair = step(step(SEED, first), second);
    if (trigram(step(step(this.#prefix1, first), second))) return true;
    return trigram(step(pair, this.#ids[this.#at + 2] as number)) === 1 || word(pair) >= FREQUENT;
  }

  /** Fills `cover` for `first` at the place and, unless it is -1, `second` after it. */
  cover(first: number, second: number, cover: Cover): Cover {
    cover.levels.fill(0);
    cover.sums.fill(0);
    cover.seen.fill(0);
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
      sums[n - 2] = (sums[n - 2] as number) + (LOG_COUNT[level] as number) + 1.1;
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
