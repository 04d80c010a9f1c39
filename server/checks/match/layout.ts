/**
 * The tables of one matcher as views on one buffer, so that they are written to a file, read back and shared with
 * worker threads whole.
 */
export interface Tables {
  readonly buffer: ArrayBufferLike;
  /** Two sieves of words of 32 marks, and how far a 32-bit hash is shifted right to give a word; see sieve.ts. */
  readonly coarse: Int32Array;
  readonly coarseShift: number;
  readonly fine: Int32Array;
  readonly fineShift: number;
  /** One bit for each UTF-16 unit that is a term by itself. */
  readonly singles: Int32Array;
  readonly hasSingles: boolean;
  /** UTF-16 unit → class: 0 stands for the end of a term, 1 for units that no term has, frequent ones come first. */
  readonly classes: Uint16Array;
  /** The double array trie, two numbers a node; see double-array.ts. */
  readonly nodes: Int32Array;
  /** Length of each term, and after the terms of each right word, in folded units. */
  readonly lengths: Uint16Array;
  /** The next term with the same folded text, or -1; empty where no two are equal. */
  readonly same: Int32Array;
  /** Where the list of each right word begins in `rightTerms`; one more entry than there are right words, or none. */
  readonly rightStarts: Int32Array;
  /** The terms that each right word speaks for; -1 stands for all. */
  readonly rightTerms: Int32Array;
  readonly termCount: number;
  /** Units of the longest term or right word. */
  readonly longest: number;
  /** The most terms that can begin at one position. */
  readonly nested: number;
  readonly folding: number;
}

interface Sizes {
  readonly coarseBits: number;
  readonly fineBits: number;
  readonly nodes: number;
  readonly lengths: number;
  readonly same: number;
  readonly rightStarts: number;
  readonly rightTerms: number;
}

interface Facts {
  readonly termCount: number;
  readonly longest: number;
  readonly nested: number;
  readonly folding: number;
  readonly hasSingles: boolean;
}

const MAGIC = 0x54475a4a;
const VERSION = 2;
const HEADER = 16;
const UNITS = 0x1_0000;

/** Makes empty tables on one new buffer that threads can share. */
export function makeTables(sizes: Sizes, facts: Facts): Tables {
  const words =
    HEADER +
    2 ** sizes.coarseBits +
    2 ** sizes.fineBits +
    UNITS / 32 +
    UNITS / 2 +
    sizes.nodes +
    Math.ceil(sizes.lengths / 2) +
    sizes.same +
    sizes.rightStarts +
    sizes.rightTerms;
  const buffer = new SharedArrayBuffer(words * 4);
  const { termCount, longest, nested, folding, hasSingles } = facts;
  const { coarseBits, fineBits, nodes, lengths, same, rightStarts, rightTerms } = sizes;
  new Int32Array(buffer, 0, HEADER).set([
    ...[MAGIC, VERSION, words, coarseBits, fineBits, nodes, lengths, same],
    ...[rightStarts, rightTerms, termCount, longest, nested, folding, hasSingles ? 1 : 0],
  ]);
  return openTables(buffer);
}

/** Reads tables back from a buffer; a RangeError where the buffer holds something else or is cut off. */
export function openTables(buffer: ArrayBufferLike): Tables {
  const bytes = buffer.byteLength;
  const header = bytes >= HEADER * 4 ? [...new Int32Array(buffer, 0, HEADER)] : [];
  const [magic, version, words = 0, coarseBits = 0, fineBits = 0, nodes = 0, lengths = 0, same = 0] = header;
  const [rightStarts = 0, rightTerms = 0, termCount = 0, longest = 0, nested = 0, ...last] = header.slice(8);
  const [folding = 0, single = 0] = last;
  if (magic !== MAGIC || version !== VERSION || words * 4 !== bytes)
    throw new RangeError('these bytes are no tables of this version of the matcher');
  let at = HEADER * 4;
  const ints = (length: number) => {
    const view = new Int32Array(buffer, at, length);
    at += length * 4;
    return view;
  };
  const shorts = (length: number) => {
    const view = new Uint16Array(buffer, at, length);
    at += Math.ceil(length / 2) * 4;
    return view;
  };
  return {
    buffer,
    coarse: ints(2 ** coarseBits),
    coarseShift: 32 - coarseBits,
    fine: ints(2 ** fineBits),
    fineShift: 32 - fineBits,
    singles: ints(UNITS / 32),
    hasSingles: single === 1,
    classes: shorts(UNITS),
    nodes: ints(nodes),
    lengths: shorts(lengths),
    same: ints(same),
    rightStarts: ints(rightStarts),
    rightTerms: ints(rightTerms),
    termCount,
    longest,
    nested,
    folding,
  };
}
