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
    const { lengths, termCount } = this.tables;
    let kept = 0;
    for (let from = 0; from < size; ) {
      const start = (pairs[from + 1] as number) - (lengths[pairs[from] as number] as number);
      let to = from;
      while (to < size && (pairs[to + 1] as number) - (lengths[pairs[to] as number] as number) === start) {
        if ((pairs[to] as number) >= termCount) this.cover(pairs[to] as number, pairs[to + 1] as number);
        to += 2;
      }
      for (let at = from; at < to; at += 2) {
        const term = pairs[at] as number;
        const end = pairs[at + 1] as number;
        if (term >= termCount || end <= this.all || end <= (this.reach.get(term) ?? -1)) continue;
        pairs[kept] = term;
        pairs[kept + 1] = end;
        kept += 2;
      }
      from = to;
    }
    hits.size = kept;
  }

  /** The next part begins `units` later: all ends that follow count from there. */
  advance(units: number): void {
    this.all -= units;
    for (const [term, end] of this.reach)
      if (end - units > 0) this.reach.set(term, end - units);
      else this.reach.delete(term);
  }

  private cover(right: number, end: number): void {
    const { rightStarts, rightTerms, termCount } = this.tables;
    const to = rightStarts[right - termCount + 1] as number;
    for (let k = rightStarts[right - termCount] as number; k < to; k++) {
      const term = rightTerms[k] as number;
      if (term < 0) this.all = Math.max(this.all, end);
      else this.reach.set(term, Math.max(end, this.reach.get(term) ?? -1));
    }
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
