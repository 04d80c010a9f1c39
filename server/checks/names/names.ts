import type { Detector, Prepared, Raw, TermHit } from '../finding.ts';
import { after, before, rawAt } from '../place.ts';
import { createUnitNames } from './unit-names.ts';

/** 部门, 部署, 部分 begin where the name of a ministry seems to end. */
const PART_OF_WORD = /部[门署分队际]$/;
/** A body that no longer exists may be named as what it was. */
const FORMERLY = /(?:原|前|时任|曾任|前身[是为系]|更名前|旧称|曾用名|改为|由|[“"‘'])$/;

/**
 * Names and fixed expressions that are not as laid down, with the right form; `unitNames` are the names of the unit
 * and of those it writes about, one slip away from which is a misspelling.
 */
export function createNames(unitNames: readonly string[]): Detector {
  const units = createUnitNames(unitNames);
  return {
    id: 'names',
    cues: units.cues,
    find: (doc) => [...doc.hitsOf('names').flatMap((hit) => fromLexicon(doc, hit)), ...units.find(doc)],
  };
}

function fromLexicon(doc: Prepared, hit: TermHit): Raw[] {
  const { kind, severity, right, suggestion = right } = hit.entry;
  if (hit.entry.source === 'built-in') return [];
  if (PART_OF_WORD.test(after(doc.folded, hit.from, hit.to - hit.from + 1))) return [];
  if (kind === 'former-name' && FORMERLY.test(before(doc.folded, hit.from, 4))) return [];
  const asserted = kind === 'former-name' ? 'note' : 'warn';
  return [rawAt(doc, hit, kind, severity ?? asserted, suggestion === undefined ? {} : { suggestion })];
}
