import type { Detector, Prepared, Raw, TermHit } from '../finding.ts';
import { after, before, foldedText, rawAt } from '../place.ts';
import { COUNTRIES, findRegions } from './regions.ts';
import { createUnitNames } from './unit-names.ts';

/** 部门, 部署, 部分 begin where the name of a ministry seems to end. */
const PART_OF_WORD = /^部[门署分队际]/;
const YEAR = '年'.charCodeAt(0);
/** How far from a name a year still says what time the text speaks of: a page or so. */
const NEAR = 600;
/** Bodies and laws that are no more: only worth a look, and only in texts that speak of the time since. */
const FORMER: ReadonlySet<string> = new Set(['former-name', 'former-document']);
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
    cues: [...units.cues, COUNTRIES],
    find: (doc) => {
      const hits = doc.hitsOf('names');
      const years = hits.some(({ entry }) => FORMER.has(entry.kind)) ? yearsIn(doc) : [];
      return [
        ...hits.flatMap((hit) => fromLexicon(doc, hit, years)),
        ...units.find(doc),
        ...findRegions(doc),
      ];
    },
  };
}

function fromLexicon(doc: Prepared, hit: TermHit, years: readonly Year[]): Raw[] {
  const { kind, severity, right, suggestion = right } = hit.entry;
  if (hit.entry.source === 'built-in') return [];
  if (PART_OF_WORD.test(after(doc.folded, hit.to - 1, 2))) return [];
  if (FORMER.has(kind) && !isAnachronism(doc, hit, years)) return [];
  const asserted = FORMER.has(kind) ? 'note' : 'warn';
  return [rawAt(doc, hit, kind, severity ?? asserted, suggestion === undefined ? {} : { suggestion })];
}

/**
 * A former name is worth a look only where a text speaks of the time since: near a year of the change or a later one.
 * Older documents, quoted or kept or gathered in one file with newer ones, call the body what it was called.
 */
function isAnachronism(doc: Prepared, { entry, from }: TermHit, years: readonly Year[]): boolean {
  if (FORMERLY.test(before(doc.folded, from, 4))) return false;
  if (entry.from === undefined) return true;
  const since = Number(entry.from.slice(0, 4));
  for (let place = firstFrom(years, from - NEAR); place < years.length; place += 1) {
    const { at, year } = years[place] as Year;
    if (at > from + NEAR) return false;
    if (year >= since) return true;
  }
  return false;
}

interface Year {
  readonly at: number;
  readonly year: number;
}

/** The first of the years, which come by place, that stands at `least` or behind. */
function firstFrom(years: readonly Year[], least: number): number {
  let low = 0;
  let high = years.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((years[middle]?.at ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

function yearsIn({ folded, landmarks }: Prepared): Year[] {
  return landmarks.digit.flatMap((at) => {
    const year = folded.units[at + 4] === YEAR ? Number(foldedText(folded, at, at + 4)) : Number.NaN;
    return year < 2100 ? [{ at, year }] : [];
  });
}
