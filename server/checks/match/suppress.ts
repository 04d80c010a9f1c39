import type { Tables } from './layout.ts';
import type { Hits } from './walk.ts';

/**
 * Takes out of the hits what lies inside a right word, and the right words themselves. Hits must come in the order of
 * starts; it remembers how far the right words reach, so one text may come in several parts.
 */
export class Suppressor {
  private all = -1;
  private readonly reach = new Map<number, number>();
  private readonly tables: Tables;

  constructor(tables: Tables) {
    this.tables = tables;
  }

  /** Leaves only the hits that stand. */
  runOn(hits: Hits): void {
    const { pairs, size } = hits;
    let kept = 0;
    for (let from = 0; from < size; ) {
      const start = this.startOf(pairs, from);
      let to = from;
      for (; to < size && this.startOf(pairs, to) === start; to += 2)
        this.cover(pairs[to] as number, pairs[to + 1] as number);
      for (let at = from; at < to; at += 2) {
        const term = pairs[at] as number;
        const end = pairs[at + 1] as number;
        if (!this.stands(term, end)) continue;
        pairs[kept] = term;
        pairs[kept + 1] = end;
        kept += 2;
      }
      from = to;
    }
    hits.size = kept;
  }

  /** A hit that ends at `end` was found; all that begin at one place come before any of them is asked about. */
  cover(id: number, end: number): void {
    const { rightStarts, rightTerms, termCount } = this.tables;
    if (id < termCount) return;
    const to = rightStarts[id - termCount + 1] as number;
    for (let k = rightStarts[id - termCount] as number; k < to; k++) {
      const term = rightTerms[k] as number;
      if (term < 0) this.all = Math.max(this.all, end);
      else this.reach.set(term, Math.max(end, this.reach.get(term) ?? -1));
    }
  }

  /** Whether a hit is a term that no right word covers. */
  stands(id: number, end: number): boolean {
    return id < this.tables.termCount && end > this.all && end > (this.reach.get(id) ?? -1);
  }

  /** The next part begins `units` later: all ends that follow count from there. */
  advance(units: number): void {
    this.all -= units;
    for (const [term, end] of this.reach)
      if (end - units > 0) this.reach.set(term, end - units);
      else this.reach.delete(term);
  }

  private startOf(pairs: Int32Array, at: number): number {
    return (pairs[at + 1] as number) - (this.tables.lengths[pairs[at] as number] as number);
  }
}

/** Writes every hit from `from` on once for each term with the same folded text. */
export function spreadSame(same: Int32Array, hits: Hits, from: number): void {
  const found = hits.pairs.slice(from, hits.size);
  hits.size = from;
  for (let at = 0; at < found.length; at += 2)
    for (let term = found[at] as number; term >= 0; term = same[term] as number) {
      hits.reserve(1);
      hits.pairs[hits.size] = term;
      hits.pairs[hits.size + 1] = found[at + 1] as number;
      hits.size += 2;
    }
}
