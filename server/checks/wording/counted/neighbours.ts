/**
 * Which symbols stand side by side in the counted texts, as bits: exact, and a row is so short that
 * the cache holds it while all candidates of a place are looked up.
 */
export interface Neighbours {
  /** How many 32-bit words a row has. */
  readonly width: number;
  /** The symbols known to follow each symbol. */
  readonly after: Uint32Array;
  /** The symbols known to precede each symbol. */
  readonly before: Uint32Array;
}

/** Lays out pairs of symbols, each first × 65536 + second, for looking up from either side. */
export function layNeighbours(symbols: number, pairs: Iterable<number>): Neighbours {
  const width = Math.ceil(symbols / 32);
  const after = new Uint32Array(symbols * width);
  const before = new Uint32Array(symbols * width);
  for (const pair of pairs) {
    mark(after, width, pair >>> 16, pair & 65535);
    mark(before, width, pair & 65535, pair >>> 16);
  }
  return { width, after, before };
}

function mark(rows: Uint32Array, width: number, row: number, symbol: number): void {
  const at = row * width + (symbol >>> 5);
  rows[at] = (rows[at] as number) | (1 << (symbol & 31));
}

/** 1 if `symbol` is marked in the row that starts at `row`. */
export function isIn(rows: Uint32Array, row: number, symbol: number): number {
  return ((rows[row + (symbol >>> 5)] as number) >>> (symbol & 31)) & 1;
}
