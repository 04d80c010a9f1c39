import { EDGE, encode, PADDING, SEED, step } from '../../server/checks/wording/counted/symbols.ts';

/** Counts by 32-bit hash; two n-grams of one hash share a count, which is rare enough not to matter. */
export class Tally {
  #hashes: Int32Array;
  #counts: Uint32Array;
  size = 0;

  constructor(bits: number) {
    this.#hashes = new Int32Array(1 << bits);
    this.#counts = new Uint32Array(1 << bits);
  }

  add(hash: number, times: number): void {
    const at = this.#place(hash);
    if (this.#counts[at] === 0) {
      this.#hashes[at] = hash;
      this.size += 1;
      if (this.size > this.#hashes.length * 0.75) throw new Error('the tally is full');
    }
    this.#counts[at] = (this.#counts[at] as number) + times;
  }

  get(hash: number): number {
    return this.#counts[this.#place(hash)] as number;
  }

  forEach(visit: (hash: number, count: number) => void): void {
    for (let at = 0; at < this.#counts.length; at++)
      if (this.#counts[at]) visit(this.#hashes[at] as number, this.#counts[at] as number);
  }

  #place(hash: number): number {
    const mask = this.#hashes.length - 1;
    let at = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 0;
    at = (at ^ (at >>> 13)) & mask;
    while (this.#counts[at] !== 0 && this.#hashes[at] !== hash) at = (at + 1) & mask;
    return at;
  }
}

const LONGEST_GRAM = 5;

/** Visits the hash of every n-gram of a text, shorter ones first from each place; one symbol is n = 1. */
export function eachGram(
  text: string,
  classes: Uint16Array,
  visit: (hash: number, n: number, last: number, first: number) => void,
): void {
  const { ids, length } = encode(text, classes);
  for (let i = PADDING - 1; i <= length - PADDING; i++) {
    let hash = step(SEED, ids[i] as number);
    visit(hash, 1, ids[i] as number, ids[i] as number);
    for (let n = 2; n <= LONGEST_GRAM && i + n - 1 <= length - PADDING; n++) {
      const id = ids[i + n - 1] as number;
      hash = step(hash, id);
      visit(hash, n, id, ids[i] as number);
      if (id === EDGE) break;
    }
  }
}
