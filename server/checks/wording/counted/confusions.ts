/** How two characters can be taken for each other; bits of `Confusions.kinds`. */
export const SAME_TONE = 1;
export const SAME_SYLLABLE = 2;
export const NEAR_SYLLABLE = 4;
export const ALIKE = 8;
/** Seen as a mistake in texts with known mistakes, or listed by hand. */
export const KNOWN = 16;

/** For each symbol the characters that may be meant, as rows one after another. */
export interface Confusions {
  readonly starts: Uint32Array;
  readonly targets: Uint16Array;
  readonly kinds: Uint8Array;
  /** Likeness of shape, 0–255. */
  readonly shapes: Uint8Array;
}

/** The row of one confusion, or -1 where the two are not taken for each other. */
export function rowOf({ starts, targets }: Confusions, from: number, to: number): number {
  let low = starts[from] as number;
  const end = starts[from + 1] as number;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((targets[middle] as number) < to) low = middle + 1;
    else high = middle;
  }
  return low < end && targets[low] === to ? low : -1;
}
