import type { Confusions } from './confusions.ts';
import type { Neighbours } from './neighbours.ts';
import type { SoundPairs } from './pairs.ts';

/** What the counted texts and the dictionary say; levels are 0 (never) to 15, see levels.ts. */
export interface Evidence {
  /** The class of each UTF-16 unit, see symbols.ts. */
  readonly classes: Uint16Array;
  /** The characters by symbol; empty for symbols that are no character. */
  readonly characters: readonly string[];
  /** Natural logarithm of each symbol's share of the counted texts. */
  readonly shares: Float32Array;
  /** The level of the n-gram of two to five symbols with this hash. */
  gram(hash: number): number;
  /** 1 if the n-gram of three symbols with this hash is among the counted; a quick look that may err now and then. */
  trigram(hash: number): number;
  /** The level of the n-gram of `n` symbols that starts at a place. */
  gramAt(ids: Uint16Array, from: number, n: number): number;
  /** The level of the dictionary word of two to five characters with this hash. */
  word(hash: number): number;
  /** How often `written` stood for `meant` in texts with known mistakes, 0–3. */
  known(written: number, meant: number): number;
  /** The n-grams of two symbols among the counted. */
  readonly neighbours: Neighbours;
  readonly confusions: Confusions;
  readonly pairs: SoundPairs;
}
