import { isAlphanumeric, isDigit, isLetter } from '../characters.ts';
import type { Prepared, Raw } from '../finding.ts';
import { after, before, rawAt } from '../place.ts';

const CONTEXT = 40;
const LONGEST = 11;
const PASSPORT = /^(?:[egdsp]\d{8}|e[a-hj-np-z]\d{7}|[dsp]e?\d{7}|pe\d{7}|1[45]\d{7})$/;
/** Travel to Hong Kong and Macao, to Taiwan, and of their residents to the mainland. */
const PERMIT = /^(?:c[a-hj-np-z0-9]\d{7}|w\d{8}|[lt]\d{8}|[hm]\d{8}(?:\d{2})?)$/;
const NAMES_PASSPORT = /护照|passport/;
const NAMES_PERMIT = /通行证|港澳居民|台胞证|回乡证|来往内地|往来港澳|往来台湾/;

/** Passport and travel permit numbers; a letter and digits mean nothing until the words beside them say so. */
export function findDocuments(doc: Prepared): Raw[] {
  const { units, length } = doc.folded;
  const found: Raw[] = [];
  for (let from = 0; from < length; from += 1) {
    if (!isLetter(units[from] ?? 0) || !isShapedAt(units, from)) continue;
    let to = from + 1;
    while (to < length && to - from <= LONGEST && isAlphanumeric(units[to] ?? 0)) to += 1;
    const kind = kindOf(doc, from, to);
    if (kind) found.push(rawAt(doc, { from, to }, kind, 'block'));
    from = to - 1;
  }
  return found;
}

/** One or two letters that begin a word, then digits. */
function isShapedAt(units: Uint16Array, from: number): boolean {
  if (isAlphanumeric(units[from - 1] ?? 0)) return false;
  const digits = isLetter(units[from + 1] ?? 0) ? from + 2 : from + 1;
  return isDigit(units[digits] ?? 0) && isDigit(units[digits + 1] ?? 0);
}

function kindOf({ folded }: Prepared, from: number, to: number): string | undefined {
  if (to - from < 8 || to - from > LONGEST) return undefined;
  const number = String.fromCharCode(...folded.units.subarray(from, to));
  const around = `${before(folded, from, CONTEXT)}\n${after(folded, to, 12)}`;
  if (PASSPORT.test(number) && NAMES_PASSPORT.test(around)) return 'passport';
  return PERMIT.test(number) && NAMES_PERMIT.test(around) ? 'travel-permit' : undefined;
}
