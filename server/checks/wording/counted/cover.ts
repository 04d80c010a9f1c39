import { WEIGHTS } from './weights.ts';

/** How many symbols before a place its n-grams reach. */
export const REACH = 4;
/** Levels stand at [start * 6 + n]; start 0 is the last place of the span, start 1 the one before it, and so on. */
export const ROW = 6;
const STARTS = REACH + 2;

/** What the counts say of one or two symbols at their place: the levels of all n-grams that touch them. */
export interface Cover {
  readonly levels: Uint8Array;
  /** The same bytes, eight at a time, for emptying them. */
  readonly words: Float64Array;
  /** Sums of log counts by n, 2–5 (index 0 for n = 2). */
  readonly sums: Float64Array;
  /** How many n-grams stand in the counts, by n. */
  readonly seen: Uint8Array;
}

export function newCover(): Cover {
  const bytes = new ArrayBuffer(Math.ceil((STARTS * ROW) / 8) * 8);
  return {
    levels: new Uint8Array(bytes),
    words: new Float64Array(bytes),
    sums: new Float64Array(4),
    seen: new Uint8Array(4),
  };
}

/** Small arrays are emptied faster by hand than by fill. */
export function empty({ words, sums, seen }: Cover): void {
  for (let i = 0; i < words.length; i++) words[i] = 0;
  for (let n = 0; n < 4; n++) sums[n] = seen[n] = 0;
}

/** What a cover weighs in the first ranking. */
export function weigh({ sums }: Cover): number {
  let sum = 0;
  for (let n = 0; n < 4; n++) sum += (WEIGHTS[n] as number) * (sums[n] as number);
  return sum;
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
