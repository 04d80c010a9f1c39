import type { Tables } from './layout.ts';

/**
 * The first phase asks each position on its own whether a term can begin there, in two sieves.
 *
 * The coarse one is small enough for the first caches. The first two units choose a word of 32 marks; a term of two
 * units marks it by its second unit, a longer one by its third. So one load answers for both and no position waits
 * for another. The fine one asks what is left with two marks for the exact pair and two for the first three units.
 */
const PLACE = 0x9e3779b1;
const PAIR = 0x85ebca6b;
const TRIPLE = 0xc2b2ae35;

/** Marks one term in the sieves; `third` is missing where the term has only two units. */
export function markTerm(tables: Tables, first: number, second: number, third: number | undefined): void {
  const { coarse, coarseShift, fine, fineShift } = tables;
  const pair = (first << 16) | second;
  const place = Math.imul(pair, PLACE) >>> coarseShift;
  coarse[place] = (coarse[place] as number) | (1 << (third ?? second));
  const own = third === undefined ? mixPair(pair) : mixTriple(mixPair(pair), third);
  const word = own >>> fineShift;
  fine[word] = (fine[word] as number) | (1 << (own >>> 5)) | (1 << own);
}

/** Marks a term of one unit. */
export function markSingle({ singles }: Tables, unit: number): void {
  singles[unit >>> 5] = (singles[unit >>> 5] as number) | (1 << unit);
}

/**
 * Writes the positions of [from, to) where a term may begin into `kept`, answers how many. The positions must be a
 * multiple of four, and two units after `to` be readable.
 */
export function sift(tables: Tables, units: Uint16Array, from: number, to: number, kept: Int32Array): number {
  if (from >= to) return 0;
  const { coarse, coarseShift, singles } = tables;
  const count = tables.hasSingles
    ? siftSingles(coarse, coarseShift, singles, units, from, to, kept)
    : siftPairs(coarse, coarseShift, units, from, to, kept);
  return siftFine(tables.fine, tables.fineShift, singles, units, kept, count);
}

/** A position is always written and counted only if it stays: a branch here would be guessed wrong too often. */
function siftPairs(
  sieve: Int32Array,
  shift: number,
  units: Uint16Array,
  from: number,
  to: number,
  kept: Int32Array,
): number {
  let count = 0;
  let a = ((units[from] as number) << 16) | (units[from + 1] as number);
  for (let i = from; i < to; i += 4) {
    const b = (a << 16) | (units[i + 2] as number);
    const c = (b << 16) | (units[i + 3] as number);
    const d = (c << 16) | (units[i + 4] as number);
    const e = (d << 16) | (units[i + 5] as number);
    const atA = sieve[Math.imul(a, PLACE) >>> shift] as number;
    const atB = sieve[Math.imul(b, PLACE) >>> shift] as number;
    const atC = sieve[Math.imul(c, PLACE) >>> shift] as number;
    const atD = sieve[Math.imul(d, PLACE) >>> shift] as number;
    kept[count] = i;
    count += ((atA >>> a) | (atA >>> b)) & 1;
    kept[count] = i + 1;
    count += ((atB >>> b) | (atB >>> c)) & 1;
    kept[count] = i + 2;
    count += ((atC >>> c) | (atC >>> d)) & 1;
    kept[count] = i + 3;
    count += ((atD >>> d) | (atD >>> e)) & 1;
    a = e;
  }
  return count;
}

function siftSingles(
  sieve: Int32Array,
  shift: number,
  singles: Int32Array,
  units: Uint16Array,
  from: number,
  to: number,
  kept: Int32Array,
): number {
  let count = 0;
  let a = ((units[from] as number) << 16) | (units[from + 1] as number);
  for (let i = from; i < to; i += 2) {
    const b = (a << 16) | (units[i + 2] as number);
    const c = (b << 16) | (units[i + 3] as number);
    const atA = sieve[Math.imul(a, PLACE) >>> shift] as number;
    const atB = sieve[Math.imul(b, PLACE) >>> shift] as number;
    const aloneA = (singles[a >>> 21] as number) >>> (a >>> 16);
    const aloneB = (singles[b >>> 21] as number) >>> (b >>> 16);
    kept[count] = i;
    count += ((atA >>> a) | (atA >>> b) | aloneA) & 1;
    kept[count] = i + 1;
    count += ((atB >>> b) | (atB >>> c) | aloneB) & 1;
    a = c;
  }
  return count;
}

function siftFine(
  fine: Int32Array,
  shift: number,
  singles: Int32Array,
  units: Uint16Array,
  kept: Int32Array,
  size: number,
): number {
  let count = 0;
  for (let k = 0; k < size; k++) {
    const i = kept[k] as number;
    const first = units[i] as number;
    const pair = mixPair((first << 16) | (units[i + 1] as number));
    const triple = mixTriple(pair, units[i + 2] as number);
    const atPair = fine[pair >>> shift] as number;
    const atTriple = fine[triple >>> shift] as number;
    const alone = (singles[first >>> 5] as number) >>> first;
    kept[count] = i;
    count +=
      (((atPair >>> (pair >>> 5)) & (atPair >>> pair)) |
        ((atTriple >>> (triple >>> 5)) & (atTriple >>> triple)) |
        alone) &
      1;
  }
  return count;
}

/** The upper bits choose a word, the lower ten two marks in it: both must depend on all of the pair. */
function mixPair(pair: number): number {
  const mixed = Math.imul(pair ^ (pair >>> 15), PAIR);
  return mixed ^ (mixed >>> 15);
}

function mixTriple(pair: number, third: number): number {
  const mixed = Math.imul(pair + Math.imul(third, PLACE), TRIPLE);
  return mixed ^ (mixed >>> 15);
}
