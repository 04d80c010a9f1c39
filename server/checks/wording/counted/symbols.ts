/** Symbols of the model: 0 unknown, 1 edge of a sentence or line, 2 a run of digits, 3 a run of letters, then the model's own. */
const UNKNOWN = 0;
export const EDGE = 1;
const DIGITS = 2;
const LETTERS = 3;
export const FIRST_OWN = 4;
/** Class of units that leave no trace: spaces and invisible characters. */
const SILENT = 0xffff;

/** A text as symbols, with two edges at either end, so that windows need no bounds. */
export interface Symbols {
  readonly ids: Uint16Array;
  /** For each symbol the UTF-16 offset where it starts. */
  readonly at: Int32Array;
  readonly length: number;
}

export const PADDING = 5;

/** The class of each UTF-16 unit under a list of characters; half-width punctuation counts as full-width. */
export function classesOf(characters: string): Uint16Array {
  const classes = new Uint16Array(65536);
  for (let c = 0x30; c <= 0x39; c++) classes[c] = classes[c + 0xfee0] = DIGITS;
  for (let c = 0x41; c <= 0x5a; c++)
    classes[c] = classes[c + 32] = classes[c + 0xfee0] = classes[c + 0xff00] = LETTERS;
  for (const c of [0x0a, 0x0d, 0x2028, 0x2029]) classes[c] = EDGE;
  for (const c of [0x09, 0x20, 0xa0, 0x3000, 0x200b, 0x200c, 0x200d, 0xfeff]) classes[c] = SILENT;
  for (let i = 0; i < characters.length; i++) classes[characters.charCodeAt(i)] = FIRST_OWN + i;
  for (const [half, full] of ['，,', '；;', '：:', '？?', '！!', '（(', '）)'].map((p) => [p[1], p[0]]))
    classes[(half ?? '').charCodeAt(0)] = classes[(full ?? '').charCodeAt(0)] ?? UNKNOWN;
  return classes;
}

/** Reads a text as symbols in one pass: runs of digits and of letters are one symbol, spaces none. */
export function encode(text: string, classes: Uint16Array): Symbols {
  const { length } = text;
  const ids = new Uint16Array(length + 2 * PADDING);
  const at = new Int32Array(length + 2 * PADDING);
  ids.fill(EDGE, 0, PADDING);
  let n = PADDING;
  let last = EDGE;
  for (let i = 0; i < length; i++) {
    const id = classes[text.charCodeAt(i)] as number;
    if (id === SILENT || (id === last && id >= EDGE && id <= LETTERS)) continue;
    last = id;
    ids[n] = id;
    at[n++] = i;
  }
  ids.fill(EDGE, n, n + PADDING);
  at.fill(length, n, n + PADDING);
  return { ids, at, length: n + PADDING };
}

/** One step of the hash of an n-gram: its hash so far and the next symbol. */
export function step(hash: number, id: number): number {
  const h = Math.imul(hash ^ id, 0x9e3779b1);
  return h ^ (h >>> 15);
}

/** Where the hash of every n-gram starts. */
export const SEED = 0x2545f491;
