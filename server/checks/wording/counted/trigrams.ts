import type { Evidence } from './evidence.ts';
import { SEED, step } from './symbols.ts';

/** Marks a hash in a bitmap: two bits of one 32-bit word, so that a look costs one read. */
export function markGram(bits: Uint32Array, hash: number): void {
  const at = wordOf(bits, hash);
  bits[at] = (bits[at] as number) | maskOf(hash);
}

/** 1 if the hash was marked, and for one stranger in about fifteen. */
export function isMarked(bits: Uint32Array, hash: number): number {
  // no branch: what the next question is must not wait for the memory
  const word = bits[wordOf(bits, hash)] as number;
  return (word >>> (hash & 31)) & (word >>> ((hash >>> 5) & 31)) & 1;
}

function wordOf(bits: Uint32Array, hash: number): number {
  return (Math.imul(hash, 0x2c1b3c6d) >>> 7) & (bits.length - 1);
}

function maskOf(hash: number): number {
  return (1 << (hash & 31)) | (1 << ((hash >>> 5) & 31));
}

/** Writes the places where at most one of the three n-grams of three symbols over a symbol is known; linear time. */
export function doubtfulPlaces(
  evidence: Evidence,
  ids: Uint16Array,
  from: number,
  to: number,
  found: Int32Array,
): number {
  const { trigram } = evidence;
  let count = 0;
  let one = step(step(SEED, ids[from - 2] as number), ids[from - 1] as number);
  let other = step(SEED, ids[from - 1] as number);
  let first = 0;
  let second = 0;
  for (let i = from - 2; i < to; i++) {
    const id = ids[i + 2] as number;
    const third = trigram(step(one, id));
    one = step(other, id);
    other = step(SEED, id);
    if (i >= from && first + second + third < 2) found[count++] = i;
    first = second;
    second = third;
  }
  return count;
}
