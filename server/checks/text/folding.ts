/**
 * How text is evened out before terms are looked for:
 * `exact` leaves every unit as it is; `plain` takes letters in lower case, full-width forms as half-width ones and
 * radicals and compatibility forms as the characters they show, and leaves zero-width characters out; `loose` leaves
 * out spaces and punctuation as well, which some put between the characters of a word. Line ends always stay.
 */
export type Folding = 'exact' | 'plain' | 'loose';

export const foldings: readonly Folding[] = ['exact', 'plain', 'loose'];

/** The unit that says "left out" in a folding table: nothing is ever folded to a zero-width space. */
export const DROPPED = 0x200b;

const UNITS = 0x1_0000;
const ZERO_WIDTH =
  /^[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]$/;
const LOOSE = /^[\p{P}\p{Zs}\p{S}\t]$/u;
/** Signs that carry meaning in what is checked for: stars of secrecy marks, signs of amounts and measures. */
const KEPT = /^[\u2605\u2606\p{Sc}%+=<>\u00b0\u2030\u2103]$/u;
const COMPATIBLE = /^[\u2e80-\u2fdf\uf900-\ufaff\uff01-\uffee]$/;
const LINE_END = /^[\n\r\u2028\u2029]$/;

const made = new Map<Folding, Uint16Array>();

/** Unit → folded unit, or DROPPED. */
export function foldingTable(folding: Folding): Uint16Array {
  const known = made.get(folding);
  if (known) return known;
  const table = Uint16Array.from({ length: UNITS }, (_, unit) =>
    folding === 'exact' ? unit : foldUnit(unit, folding === 'loose'),
  );
  made.set(folding, table);
  return table;
}

function foldUnit(unit: number, loose: boolean): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return unit;
  const sign = String.fromCharCode(unit);
  if (LINE_END.test(sign)) return unit;
  if (ZERO_WIDTH.test(sign)) return DROPPED;
  const folded = singleUnit(COMPATIBLE.test(sign) || unit === 0x3000 ? sign.normalize('NFKC') : sign, unit);
  const shown = String.fromCharCode(folded);
  return loose && LOOSE.test(shown) && !KEPT.test(shown) ? DROPPED : folded;
}

function singleUnit(sign: string, otherwise: number): number {
  const lower = sign.toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : otherwise;
}
