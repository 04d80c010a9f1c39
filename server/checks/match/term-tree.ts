/** A plain tree of all terms, as it is gathered before it is laid into the double array. */
export interface TermTree {
  readonly count: number;
  /** For each node its parent, the class of the step to it, and the first term that ends there or -1. */
  readonly parents: Int32Array;
  readonly steps: Uint16Array;
  readonly ends: Int32Array;
  /** For each term the next one with the same units or -1; null where no two are equal. */
  readonly same: Int32Array | null;
}

/** The most terms that end on one way from the root. */
export function mostEnds({ count, parents, ends }: TermTree): number {
  const passed = new Int32Array(count);
  let most = 0;
  for (let node = 1; node < count; node++) {
    const here = (passed[parents[node] as number] as number) + ((ends[node] as number) >= 0 ? 1 : 0);
    passed[node] = here;
    if (here > most) most = here;
  }
  return most;
}

/**
 * Gathers terms, given as one run of units with the border after each, into a tree. A step is found through a table
 * hashed by node and class, which needs no sorting of terms.
 */
export function gatherTree(units: Uint16Array, borders: Int32Array, classes: Uint16Array): TermTree {
  const most = units.length + 1;
  const parents = new Int32Array(most);
  const steps = new Uint16Array(most);
  const ends = new Int32Array(most).fill(-1);
  const bits = Math.max(4, 33 - Math.clz32(most));
  const slots = new Int32Array(2 ** bits);
  const last = new Int32Array(borders.length).fill(-1);
  let same: Int32Array | null = null;
  let count = 1;
  let from = 0;
  for (let term = 0; term < borders.length; term++) {
    const to = borders[term] as number;
    let node = 0;
    for (let i = from; i < to; i++) {
      const step = classes[units[i] as number] as number;
      let slot = Math.imul(Math.imul(node, 0x9e3779b1) ^ step, 0x85ebca6b) >>> (32 - bits);
      let next = slots[slot] as number;
      while (next !== 0 && (parents[next] !== node || steps[next] !== step)) {
        slot = (slot + 1) & (slots.length - 1);
        next = slots[slot] as number;
      }
      if (next === 0) {
        next = count++;
        slots[slot] = next;
        parents[next] = node;
        steps[next] = step;
      }
      node = next;
    }
    if (to > from) {
      const first = ends[node] as number;
      if (first < 0) ends[node] = term;
      else {
        same ??= new Int32Array(borders.length).fill(-1);
        const tail = last[first] as number;
        same[tail < 0 ? first : tail] = term;
        last[first] = term;
      }
    }
    from = to;
  }
  return { count, parents, steps, ends, same };
}
