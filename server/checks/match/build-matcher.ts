import { foldText } from '../text/fold.ts';
import { type Folding, foldings } from '../text/folding.ts';
import { buildTables } from './build.ts';
import { openTables, type Tables } from './layout.ts';
import { Matcher } from './matcher.ts';
import { practise } from './practise.ts';

export interface MatcherOptions {
  /** How terms are folded; text must be folded the same way before it is scanned. `exact` if not given. */
  readonly folding?: Folding;
  /** Right words: a term inside one of them, or equal to it, is no hit. */
  readonly right?: readonly string[];
  /** Right words of single terms, by the place of the term in the list: they speak for that term only. */
  readonly except?: ReadonlyMap<number, readonly string[]>;
}

/** Builds a matcher; ids are places in `terms`, equal terms each have their hits, an empty term has none. */
export function buildMatcher(terms: readonly string[], options: MatcherOptions = {}): Matcher {
  practiseOnce();
  return new Matcher(tablesOf(terms, options));
}

/** Opens the tables of a matcher built before; a RangeError where the bytes are something else. */
export function openMatcher(buffer: ArrayBufferLike): Matcher {
  practiseOnce();
  return new Matcher(openTables(buffer));
}

let practised = false;

function practiseOnce(): void {
  if (practised) return;
  practised = true;
  practise((terms, folding) => new Matcher(tablesOf(terms, { folding })));
}

function tablesOf(terms: readonly string[], options: MatcherOptions): Tables {
  const { folding = 'exact', right = [], except = new Map<number, readonly string[]>() } = options;
  const words = [...terms, ...right];
  const rights: number[][] = right.map(() => [-1]);
  for (const [term, exceptions] of except)
    for (const word of exceptions) {
      words.push(word);
      rights.push([term]);
    }
  let room = 0;
  for (const word of words) room += word.length;
  const units = new Uint16Array(room);
  const borders = new Int32Array(words.length);
  let filled = 0;
  for (const [i, word] of words.entries()) {
    filled += foldText(word, folding, units.subarray(filled)).length;
    borders[i] = filled;
  }
  const list = { units: units.subarray(0, filled), borders, termCount: terms.length, rights };
  return buildTables({ ...list, folding: foldings.indexOf(folding) });
}
