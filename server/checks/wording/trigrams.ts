import type { Evidence } from './evidence.ts';
import { SEED, step } from './symbols.ts';

/** Marks a hash in a bitmap: two bits of one 32-bit word, so that a look costs one read. */
export function markTrigram(bits: Uint32Array, hash: number): void {
  const at = wordOf(bits, hash);
  bits[at] = (bits[at] as number) | maskOf(hash);
}

/** 1 if the hash was marked, and for one stranger in about fifteen. */
export function isMarked(bits: Uint32Array, hash: number): number {
  const mask = maskOf(hash);
  return ((bits[wordOf(bits, hash)] as number) & mask) === mask ? 1 : 0;
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
  let count = 0;
  const known = (i: number): number =>
    evidence.trigram(step(step(step(SEED, ids[i] as number), ids[i + 1] as number), ids[i + 2] as number));
  let first = known(from - 2);
  let second = known(from - 1);
  for (let i = from; i < to; i++) {
    const third = known(i);
    if (first + second + third < 2) found[count++] = i;
    first = second;
    second = third;
  }
  return count;
}
