import type { Cue, Prepared, Raw } from '../finding.ts';
import { foldedText } from '../place.ts';
import { foldText } from '../text/index.ts';

/** Shorter names are too easily other names. */
const SHORTEST = 5;
export const UNIT_HALF = 'unit-name-half';

interface Half {
  readonly written: string;
  readonly folded: string;
  readonly isFirst: boolean;
}

/** The halves of all names by their folded form: one wrong character leaves one half whole. */
export function unitHalves(names: readonly string[]): Map<string, Half[]> {
  const halves = new Map<string, Half[]>();
  for (const written of names) {
    const { units, length } = foldText(written, 'plain');
    const folded = String.fromCharCode(...units.subarray(0, length));
    if (folded.length < SHORTEST) continue;
    const middle = folded.length >> 1;
    for (const [i, half] of [folded.slice(0, middle), folded.slice(middle)].entries())
      halves.set(half, [...(halves.get(half) ?? []), { written, folded, isFirst: i === 0 }]);
  }
  return halves;
}

export function unitHalfCues(halves: ReadonlyMap<string, readonly Half[]>): Cue[] {
  return halves.size > 0 ? [{ kind: UNIT_HALF, terms: [...halves.keys()] }] : [];
}

/** Names with one character taken for another one; `isConfusable` says what can be taken for what. */
export function findUnitNames(
  doc: Prepared,
  halves: ReadonlyMap<string, readonly Half[]>,
  isConfusable: (written: string, meant: string) => boolean,
): Raw[] {
  const known = new Set([...halves.values()].flat().map(({ folded }) => folded));
  const found = new Map<number, Raw>();
  for (const hit of doc.hitsOf('wording')) {
    if (hit.entry.kind !== UNIT_HALF) continue;
    for (const { written, folded, isFirst } of halves.get(hit.entry.term) ?? []) {
      const from = isFirst ? hit.from : hit.to - folded.length;
      const standing = from < 0 ? '' : foldedText(doc.folded, from, from + folded.length);
      if (known.has(standing) || !isOneOff(standing, folded, isConfusable)) continue;
      const { shifts } = doc.folded;
      const start = shifts.source(from);
      const end = shifts.sourceEnd(from + folded.length);
      found.set(start, { kind: 'unit-name', start, end, severity: 'warn', suggestion: written });
    }
  }
  return [...found.values()];
}

function isOneOff(
  standing: string,
  name: string,
  isConfusable: (written: string, meant: string) => boolean,
): boolean {
  if (standing.length !== name.length) return false;
  const off = Array.from(name, (_, i) => i).filter((i) => standing[i] !== name[i]);
  const [at = -1] = off;
  return off.length === 1 && isConfusable(standing.charAt(at), name.charAt(at));
}
