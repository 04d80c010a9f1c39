import { isAlphanumeric, isLetter } from '../characters.ts';
import type { Prepared, Raw } from '../finding.ts';
import { after, before, rawAt } from '../place.ts';

const CONTEXT = 40;
const LONGEST = 11;
const PASSPORT = /^(?:[egdsp]\d{8}|e[a-hj-np-z]\d{7}|[dsp]e?\d{7}|pe\d{7})$/;
/** Travel to Hong Kong and Macao, to Taiwan, and of their residents to the mainland. */
const PERMIT = /^(?:c[a-hj-np-z0-9]\d{7}|w\d{8}|[lt]\d{8}|[hm]\d{8}(?:\d{2})?)$/;
const NAMES_PASSPORT = /护照|passport/;
const NAMES_PERMIT = /通行证|港澳居民|台胞证|回乡证|来往内地|往来港澳|往来台湾/;

/** Passport and travel permit numbers; a letter and digits mean nothing until the words beside them say so. */
export function findDocuments(doc: Prepared): Raw[] {
  const { units, length } = doc.folded;
  return doc.landmarks.digit.flatMap((digit) => {
    if (!isLetter(units[digit - 1] ?? 0)) return [];
    const from = isLetter(units[digit - 2] ?? 0) ? digit - 2 : digit - 1;
    if (isAlphanumeric(units[from - 1] ?? 0)) return [];
    let to = digit;
    while (to < length && to - from <= LONGEST && isAlphanumeric(units[to] ?? 0)) to += 1;
    const kind = kindOf(doc, from, to);
    return kind ? [rawAt(doc, { from, to }, kind, 'block')] : [];
  });
}

function kindOf({ folded }: Prepared, from: number, to: number): string | undefined {
  if (to - from < 8 || to - from > LONGEST) return undefined;
  const number = String.fromCharCode(...folded.units.subarray(from, to));
  const around = `${before(folded, from, CONTEXT)}\n${after(folded, to, 12)}`;
  if (PASSPORT.test(number) && NAMES_PASSPORT.test(around)) return 'passport';
  return PERMIT.test(number) && NAMES_PERMIT.test(around) ? 'travel-permit' : undefined;
}
