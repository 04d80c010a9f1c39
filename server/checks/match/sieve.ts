import type { Tables } from './layout.ts';

/**
 * The first phase asks each position on its own whether a term can begin there. The first two units choose a word of
 * 32 marks; a term of two units marks it by its second unit, a longer one by its third. So one load answers for both,
 * no position waits for another, and a few in a hundred stay.
 */
const PLACE = 0x9e3779b1;
const MARK = 0x85ebca6b;

/** Marks the first units of one term of two or more units. */
export function markTerm(tables: Tables, first: number, second: number, third: number | undefined): void {
  const place = Math.imul((first << 16) | second, PLACE) >>> tables.sieveShift;
  const mark = 1 << (Math.imul(third ?? second, MARK) >>> 27);
  tables.sieve[place] = (tables.sieve[place] as number) | mark;
}

/** Marks a term of one unit. */
export function markSingle(tables: Tables, unit: number): void {
  tables.singles[unit >>> 5] = (tables.singles[unit >>> 5] as number) | (1 << unit);
}

/**
 * Writes the positions of [from, to) where a term may begin into `kept`, answers how many. Two units after `to` must
 * be readable. A position is always written and counted only if it stays: a branch here would be guessed wrong.
 */
export function sift(tables: Tables, units: Uint16Array, from: number, to: number, kept: Int32Array): number {
  if (from >= to) return 0;
  return tables.singles.length > 0
    ? siftSingles(tables, units, from, to, kept)
    : siftPairs(tables.sieve, tables.sieveShift, units, from, to, kept);
}

function siftPairs(
  sieve: Int32Array,
  shift: number,
  units: Uint16Array,
  from: number,
  to: number,
  kept: Int32Array,
): number {
  let count = 0;
  let pair = ((units[from] as number) << 16) | (units[from + 1] as number);
  let second = Math.imul(units[from + 1] as number, MARK) >>> 27;
  for (let i = from; i < to; i++) {
    const unit = units[i + 2] as number;
    const third = Math.imul(unit, MARK) >>> 27;
    const marks = sieve[Math.imul(pair, PLACE) >>> shift] as number;
    kept[count] = i;
    count += ((marks >>> second) | (marks >>> third)) & 1;
    pair = (pair << 16) | unit;
    second = third;
  }
  return count;
}

function siftSingles(
  { sieve, sieveShift, singles }: Tables,
  units: Uint16Array,
  from: number,
  to: number,
  kept: Int32Array,
): number {
  let count = 0;
  let pair = ((units[from] as number) << 16) | (units[from + 1] as number);
  let second = Math.imul(units[from + 1] as number, MARK) >>> 27;
  for (let i = from; i < to; i++) {
    const unit = units[i + 2] as number;
    const third = Math.imul(unit, MARK) >>> 27;
    const marks = sieve[Math.imul(pair, PLACE) >>> sieveShift] as number;
    const single = singles[pair >>> 21] as number;
    kept[count] = i;
    count += ((marks >>> second) | (marks >>> third) | (single >>> (pair >>> 16))) & 1;
    pair = (pair << 16) | unit;
    second = third;
  }
  return count;
}
