import type { Detector, Prepared, Raw, TermHit } from '../finding.ts';
import { before, rawAt } from '../place.ts';
import { findUnitNames, unitCues } from './unit-names.ts';

/** A body that no longer exists may be named as what it was. */
const FORMERLY = /(?:原|前|时任|曾任|前身[是为系]|更名前|旧称|曾用名|改为|由|[“"‘'])$/;

/**
 * Names and fixed expressions that are not as laid down, with the right form; `unitNames` are the names of the unit
 * and of those it writes about, one slip away from which is a misspelling.
 */
export function createNames(unitNames: readonly string[]): Detector {
  const cues = unitCues(unitNames);
  return {
    id: 'names',
    cues,
    find: (doc) => [
      ...doc.hitsOf('names').flatMap((hit) => fromLexicon(doc, hit)),
      ...findUnitNames(doc, unitNames),
    ],
  };
}

function fromLexicon(doc: Prepared, hit: TermHit): Raw[] {
  const { kind, severity, right, suggestion = right } = hit.entry;
  if (hit.entry.source === 'built-in') return [];
  if (kind === 'former-name' && FORMERLY.test(before(doc.folded, hit.from, 4))) return [];
  const asserted = kind === 'former-name' ? 'note' : 'warn';
  return [rawAt(doc, hit, kind, severity ?? asserted, suggestion === undefined ? {} : { suggestion })];
}
