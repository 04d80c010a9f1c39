import { type FoldedText, foldText } from '../text/fold.ts';
import { type Folding, foldings } from '../text/folding.ts';
import type { Tables } from './layout.ts';
import { sift } from './sieve.ts';
import { Suppressor, spreadSame } from './suppress.ts';
import { Hits, walkAll } from './walk.ts';

/** `term` is the place in the list that the matcher was built from; the match is [start, end) in folded units. */
export type OnHit = (term: number, start: number, end: number) => void;

const BLOCK = 4096;

/**
 * Finds all places of all terms, overlapping ones too, in time linear in the text. It holds no state of a text; it is
 * read-only and may be shared by any number of threads through `buffer`.
 */
export class Matcher {
  readonly folding: Folding;
  private readonly tables: Tables;
  private readonly kept = new Int32Array(BLOCK + 2);
  private readonly block = new Hits();

  constructor(tables: Tables) {
    this.tables = tables;
    this.folding = foldings[tables.folding] ?? 'exact';
  }

  /** The tables as bytes to store or to hand to a thread; `openMatcher` takes them back. */
  get buffer(): ArrayBufferLike {
    return this.tables.buffer;
  }

  get termCount(): number {
    return this.tables.termCount;
  }

  /** Folded units of the longest term or right word: as many less one must follow a border for no match to be lost. */
  get longest(): number {
    return this.tables.longest;
  }

  /** Folded units of a term. */
  lengthOf(term: number): number {
    return this.tables.lengths[term] ?? 0;
  }

  /** A text folded as this matcher needs it. */
  fold(text: string, into?: Uint16Array): FoldedText {
    return foldText(text, this.folding, into);
  }

  /** Calls `onHit` for each hit in [0, length) of folded units, in the order of starts, then of ends. */
  scan(units: Uint16Array, length: number, onHit: OnHit): void {
    const { lengths } = this.tables;
    const suppressor = this.suppressor();
    for (let from = 0; from < length; from += BLOCK) {
      this.block.size = 0;
      this.scanStarts(units, from, Math.min(length, from + BLOCK), length, this.block);
      suppressor?.runOn(this.block);
      const { pairs, size } = this.block;
      for (let at = 0; at < size; at += 2) {
        const term = pairs[at] as number;
        const end = pairs[at + 1] as number;
        onHit(term, end - (lengths[term] as number), end);
      }
    }
  }

  /** Writes all hits of [0, length) into `hits` as [term, end, …] instead of calling for each. */
  scanInto(units: Uint16Array, length: number, hits: Hits): void {
    hits.size = 0;
    for (let from = 0; from < length; from += BLOCK)
      this.scanStarts(units, from, Math.min(length, from + BLOCK), length, hits);
    this.suppressor()?.runOn(hits);
  }

  /**
   * Appends the hits that begin in [from, to) and end by `length`, with right words as hits of their own: for those
   * who scan in parts and run a `suppressor` over the parts in order.
   */
  scanStarts(units: Uint16Array, from: number, to: number, length: number, hits: Hits): void {
    const { tables, kept } = this;
    const before = hits.size;
    for (let at = from; at < to; at += BLOCK) {
      const until = Math.min(to, at + BLOCK);
      const sure = at + (Math.max(0, Math.min(until, length - 2) - at) & -4);
      let count = sift(tables, units, at, sure, kept);
      for (let last = sure; last < until; last++) kept[count++] = last;
      walkAll(tables, units, length, kept, count, hits);
    }
    if (tables.same.length > 0 && hits.size > before) spreadSame(tables.same, hits, before);
  }

  /** What takes hits inside right words out of a list, or null where there are no right words. */
  suppressor(): Suppressor | null {
    return this.tables.rightStarts.length > 0 ? new Suppressor(this.tables) : null;
  }
}
