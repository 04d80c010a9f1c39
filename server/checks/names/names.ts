import type { Detector, Prepared, Raw, TermHit } from '../finding.ts';
import { after, before, foldedText, rawAt } from '../place.ts';
import { createUnitNames } from './unit-names.ts';

/** 部门, 部署, 部分 begin where the name of a ministry seems to end. */
const PART_OF_WORD = /部[门署分队际]$/;
const YEAR = '年'.charCodeAt(0);
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
    find: (doc) => {
      const hits = doc.hitsOf('names');
      const latest = hits.some(({ entry }) => entry.kind === 'former-name') ? latestYear(doc) : 0;
      return [...hits.flatMap((hit) => fromLexicon(doc, hit, latest)), ...units.find(doc)];
    },
  };
}

function fromLexicon(doc: Prepared, hit: TermHit, latest: number): Raw[] {
  const { kind, severity, right, suggestion = right } = hit.entry;
  if (hit.entry.source === 'built-in') return [];
  if (PART_OF_WORD.test(after(doc.folded, hit.from, hit.to - hit.from + 1))) return [];
  if (kind === 'former-name' && !isAnachronism(doc, hit, latest)) return [];
  const asserted = kind === 'former-name' ? 'note' : 'warn';
  return [rawAt(doc, hit, kind, severity ?? asserted, suggestion === undefined ? {} : { suggestion })];
}

/**
 * A former name is worth a look only in a text that speaks of the time since: one that names the year of the change or
 * a later one. Older documents, quoted or kept, call the body what it was called.
 */
function isAnachronism(doc: Prepared, { entry, from }: TermHit, latest: number): boolean {
  if (FORMERLY.test(before(doc.folded, from, 4))) return false;
  return entry.from === undefined || latest >= Number(entry.from.slice(0, 4));
}

function latestYear({ folded, landmarks }: Prepared): number {
  let latest = 0;
  for (const at of landmarks.digit) {
    if (folded.units[at + 4] !== YEAR) continue;
    const year = Number(foldedText(folded, at, at + 4));
    if (year < 2100 && year > latest) latest = year;
  }
  return latest;
}
