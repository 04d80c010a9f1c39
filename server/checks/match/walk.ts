import type { Tables } from './layout.ts';

/** Pairs of numbers that grow as needed: the id of a term and where its match ends, in the order of starts, then ends. */
export class Hits {
  /** [term, end, term, end, …]; valid up to `size` numbers. It is replaced as it grows: read it anew after a scan. */
  pairs: Int32Array;
  size = 0;

  constructor(capacity = 4096) {
    this.pairs = new Int32Array(capacity * 2);
  }

  /** Makes room for some more pairs. */
  reserve(more: number): void {
    if (this.size + more * 2 <= this.pairs.length) return;
    const pairs = new Int32Array(Math.max(this.pairs.length * 2, this.size + more * 2));
    pairs.set(this.pairs.subarray(0, this.size));
    this.pairs = pairs;
  }
}

/** The second phase: walks the trie from each kept position and appends every term that begins there to `hits`. */
export function walkAll(
  tables: Tables,
  units: Uint16Array,
  length: number,
  kept: Int32Array,
  count: number,
  hits: Hits,
): void {
  const { nested } = tables;
  for (let done = nested > 0 ? 0 : count; done < count; ) {
    hits.reserve(nested);
    const room = Math.floor((hits.pairs.length - hits.size) / (2 * nested));
    const to = Math.min(count, done + room);
    hits.size = walkSome(tables.nodes, tables.classes, units, length, kept, done, to, hits.pairs, hits.size);
    done = to;
  }
}

function walkSome(
  nodes: Int32Array,
  classes: Uint16Array,
  units: Uint16Array,
  length: number,
  kept: Int32Array,
  from: number,
  to: number,
  pairs: Int32Array,
  filled: number,
): number {
  const root = nodes[0] as number;
  for (let k = from; k < to; k++) {
    let at = kept[k] as number;
    let node = 0;
    let base = root;
    while (at < length) {
      const child = (base & -2) + ((classes[units[at] as number] as number) << 1);
      if (nodes[child + 1] !== node) break;
      at++;
      node = child;
      base = nodes[child] as number;
      if (base < 0) {
        pairs[filled] = -1 - base;
        pairs[filled + 1] = at;
        filled += 2;
        break;
      }
      if ((base & 1) === 1) {
        pairs[filled] = -1 - (nodes[base - 1] as number);
        pairs[filled + 1] = at;
        filled += 2;
      }
    }
  }
  return filled;
}
