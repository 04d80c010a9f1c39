import type { Cue, Prepared, Raw } from '../finding.ts';
import { foldedText, rawAt } from '../place.ts';
import { foldText } from '../text/index.ts';

/** Shorter names differ from each other by less than a slip. */
const SHORTEST = 6;
const KIND = 'unit-half';

/** Finds one-slip forms of the names it was made for. */
export interface UnitNames {
  readonly cues: readonly Cue[];
  find(doc: Prepared): Raw[];
}

/**
 * Names of units with two neighbouring characters exchanged or one doubled (asserted) or left out (noted). A replaced
 * character may be another unit's name (财政局, 民政局): that is for the wording detector, which knows what is taken
 * for what. A name with one slip keeps one of its halves whole, so the halves are what the text is searched for.
 */
export function createUnitNames(names: readonly string[]): UnitNames {
  const byHalf = indexOf(names);
  const known = new Set(names.map(foldedName));
  return {
    cues: byHalf.size > 0 ? [{ kind: KIND, terms: [...byHalf.keys()] }] : [],
    find: (doc) => {
      const found = new Map<number, Raw>();
      for (const hit of doc.hitsOf('names')) {
        if (hit.entry.kind !== KIND) continue;
        for (const { name, isFirst } of byHalf.get(hit.entry.term) ?? []) {
          const wrong = slipAt(doc, hit.from, hit.to, name.folded, isFirst);
          if (!wrong || known.has(wrong.written)) continue;
          const raw = rawAt(doc, wrong, 'unit-name', wrong.severity, { suggestion: name.written });
          if (!found.has(raw.start)) found.set(raw.start, raw);
        }
      }
      return [...found.values()];
    },
  };
}

function halvesOf(name: string): [string, string] {
  const middle = name.length >> 1;
  return [name.slice(0, middle), name.slice(middle)];
}

interface Half {
  readonly name: { readonly written: string; readonly folded: string };
  readonly isFirst: boolean;
}

function indexOf(names: readonly string[]): Map<string, Half[]> {
  const index = new Map<string, Half[]>();
  for (const written of names.filter(({ length }) => length >= SHORTEST))
    for (const [place, half] of halvesOf(written).entries()) {
      const name = { written, folded: foldedName(written) };
      index.set(half, [...(index.get(half) ?? []), { name, isFirst: place === 0 }]);
    }
  return index;
}

function foldedName(name: string): string {
  const { units, length } = foldText(name, 'plain');
  return String.fromCharCode(...units.subarray(0, length));
}

/** The slip of the other half beside a whole one, if there is exactly one. */
function slipAt({ folded }: Prepared, from: number, to: number, name: string, isFirst: boolean) {
  const rest = isFirst ? name.slice(to - from) : name.slice(0, name.length - (to - from));
  for (const length of [rest.length, rest.length + 1, rest.length - 1]) {
    const span = isFirst ? { from, to: to + length } : { from: from - length, to };
    if (span.from < 0 || span.to > folded.length) continue;
    const other = isFirst ? foldedText(folded, to, span.to) : foldedText(folded, span.from, from);
    if (other === rest) return undefined;
    const severity = slipOf(other, rest);
    if (severity) return { ...span, severity, written: foldedText(folded, span.from, span.to) };
  }
  return undefined;
}

/** Neighbours exchanged or one doubled are slips; one left out may be meant as a short form. */
function slipOf(written: string, right: string): 'warn' | 'note' | undefined {
  if (written.length === right.length) return isExchange(written, right) ? 'warn' : undefined;
  const [shorter, longer] = written.length < right.length ? [written, right] : [right, written];
  if (longer.length - shorter.length !== 1 || shorter.at(-1) !== longer.at(-1) || shorter[0] !== longer[0])
    return undefined;
  let at = 0;
  while (at < shorter.length && shorter[at] === longer[at]) at += 1;
  if (shorter.slice(at) !== longer.slice(at + 1)) return undefined;
  if (longer === right) return 'note';
  return longer[at] === longer[at - 1] ? 'warn' : undefined;
}

function isExchange(written: string, right: string): boolean {
  let at = 0;
  while (at < right.length && written[at] === right[at]) at += 1;
  return (
    at < right.length - 1 &&
    written[at] === right[at + 1] &&
    written[at + 1] === right[at] &&
    written[at] !== written[at + 1] &&
    written.slice(at + 2) === right.slice(at + 2)
  );
}
