import { layTree } from './double-array.ts';
import { makeTables, type Tables } from './layout.ts';
import { markSingle, markTerm } from './sieve.ts';
import { gatherTree, mostEnds } from './term-tree.ts';

/** Terms and right words as one run of folded units. */
export interface TermList {
  readonly units: Uint16Array;
  /** Where each term ends in `units`; right words follow the terms. */
  readonly borders: Int32Array;
  readonly termCount: number;
  /** For each right word the terms it speaks for; -1 stands for all. */
  readonly rights: readonly (readonly number[])[];
  readonly folding: number;
}

const UNKNOWN_CLASS = 1;
const FIRST_CLASS = 2;
/**
 * The longest term that is taken, in folded units. From each place as many steps may follow, so this bounds what the
 * worst text costs: it stays linear in its length, with this factor.
 */
const LONGEST_TERM = 256;

/** Makes the tables of a matcher; terms without units are never found. */
export function buildTables(list: TermList): Tables {
  const { units, borders, termCount, rights, folding } = list;
  const lengths = lengthsOf(borders);
  const { classes, count } = classify(units);
  const tree = gatherTree(units, borders, classes);
  const nodes = layTree(tree, count);
  let longest = 1;
  let hasSingles = false;
  for (const length of lengths) {
    if (length > longest) longest = length;
    if (length === 1) hasSingles = true;
  }
  const starts = rights.length > 0 ? startsOf(rights) : new Int32Array(0);
  const bits = sieveBits(borders.length);
  const tables = makeTables(
    {
      coarseBits: bits,
      fineBits: bits,
      nodes: nodes.length,
      lengths: lengths.length,
      same: tree.same?.length ?? 0,
      rightStarts: starts.length,
      rightTerms: starts[rights.length] ?? 0,
    },
    { termCount, longest, nested: mostEnds(tree), folding, hasSingles },
  );
  tables.classes.set(classes);
  tables.nodes.set(nodes);
  tables.lengths.set(lengths);
  if (tree.same) tables.same.set(tree.same);
  tables.rightStarts.set(starts);
  tables.rightTerms.set(rights.flat());
  markAll(tables, units, borders);
  return tables;
}

/**
 * How many words, as a power of two, each sieve has: 2^14 at 20,000 terms (64 KiB), 2^16 at 200,000 (256 KiB), where a
 * share of the second cache counts for more than fewer positions that stay.
 */
function sieveBits(terms: number): number {
  const small = Math.min(16, Math.round(Math.log2(terms / 1.2 + 1)));
  return Math.min(22, Math.max(9, small, Math.round(Math.log2(terms / 4 + 1))));
}

/** Classes by how often a unit stands in terms, so that the busy part of the trie is dense. */
function classify(units: Uint16Array): { classes: Uint16Array; count: number } {
  const often = new Int32Array(0x1_0000);
  for (const unit of units) often[unit] = (often[unit] as number) + 1;
  const known: number[] = [];
  for (let unit = 0; unit < often.length; unit++) if (often[unit] !== 0) known.push(unit);
  known.sort((a, b) => (often[b] as number) - (often[a] as number) || a - b);
  if (known.length + FIRST_CLASS > 0x1_0000) throw new RangeError('the terms use every UTF-16 unit there is');
  const classes = new Uint16Array(0x1_0000).fill(UNKNOWN_CLASS);
  for (const [rank, unit] of known.entries()) classes[unit] = rank + FIRST_CLASS;
  return { classes, count: known.length + FIRST_CLASS };
}

function lengthsOf(borders: Int32Array): Uint16Array {
  const lengths = new Uint16Array(borders.length);
  let from = 0;
  for (const [term, to] of borders.entries()) {
    if (to - from > LONGEST_TERM)
      throw new RangeError(`term ${term} has ${to - from} units, at most ${LONGEST_TERM}`);
    lengths[term] = to - from;
    from = to;
  }
  return lengths;
}

function startsOf(rights: readonly (readonly number[])[]): Int32Array {
  const starts = new Int32Array(rights.length + 1);
  for (const [i, terms] of rights.entries()) starts[i + 1] = (starts[i] as number) + terms.length;
  return starts;
}

function markAll(tables: Tables, units: Uint16Array, borders: Int32Array): void {
  let from = 0;
  for (const to of borders) {
    const length = to - from;
    const first = units[from] as number;
    if (length === 1) markSingle(tables, first);
    if (length > 1)
      markTerm(
        tables,
        first,
        units[from + 1] as number,
        length > 2 ? (units[from + 2] as number) : undefined,
      );
    from = to;
  }
}
