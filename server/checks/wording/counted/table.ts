/**
 * A static function from 32-bit hashes to levels 1–15, a binary fuse filter (Graf and Lemire 2022) whose cells hold
 * eight bits of fingerprint and four of level: 1.7 bytes a key, three reads a question; a stranger passes 1 in 256.
 */
export interface LevelTable {
  /** Cells of twelve bits, two in three bytes. */
  readonly cells: Uint8Array;
  readonly segment: number;
  /** How many cells the first of the three may fall into. */
  readonly span: number;
}

export function mixPlace(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

export function mixRest(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
  return h ^ (h >>> 15);
}

export function fingerprint(hash: number): number {
  return (Math.imul(hash ^ (hash >>> 14), 0x9e3779b1) >>> 24) & 0xff;
}

/** The level of a hash, 0 for one that was not put in. */
export function lookUp(table: LevelTable, hash: number): number {
  const { cells, segment } = table;
  const first = ((mixPlace(hash) * table.span) / 4294967296) | 0;
  const rest = mixRest(hash);
  const mask = segment - 1;
  const second = (first + segment) ^ (rest & mask);
  const third = (first + 2 * segment) ^ ((rest >>> 16) & mask);
  const a = (first * 3) >>> 1;
  const b = (second * 3) >>> 1;
  const c = (third * 3) >>> 1;
  const value =
    ((((cells[a] as number) | ((cells[a + 1] as number) << 8)) >>> ((first & 1) << 2)) ^
      (((cells[b] as number) | ((cells[b + 1] as number) << 8)) >>> ((second & 1) << 2)) ^
      (((cells[c] as number) | ((cells[c + 1] as number) << 8)) >>> ((third & 1) << 2))) &
    0xfff;
  // without a branch: all bits where the fingerprints are equal, none where they are not
  const isOwn = ((value >>> 4) ^ fingerprint(hash)) - 1;
  return (isOwn >> 31) & value & 15;
}
