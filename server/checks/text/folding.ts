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
/** Zero-width characters, soft hyphens, marks of direction, selectors of variants: nothing of them is seen. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;
const COMPATIBLE = /[\u2e80-\u2fdf\u3000\uf900-\ufaff\uff01-\uffee]/gu;
const CAPITAL = /\p{Changes_When_Lowercased}/gu;
/** Spaces, punctuation and signs, less those that carry meaning: stars of secrecy marks, amounts, measures. */
const LOOSE = /[\p{P}\p{Zs}\p{S}\t]/gu;
const KEPT = /[\u2605\u2606\p{Sc}%+=<>\u00b0\u2030\u2103]/gu;

const made = new Map<Folding, Uint16Array>();

/** Unit → folded unit, or DROPPED. */
export function foldingTable(folding: Folding): Uint16Array {
  const known = made.get(folding);
  if (known) return known;
  const table = new Uint16Array(UNITS);
  for (let unit = 0; unit < UNITS; unit++) table[unit] = unit;
  if (folding !== 'exact') foldPlain(table);
  if (folding === 'loose') foldLoose(table);
  made.set(folding, table);
  return table;
}

function foldPlain(table: Uint16Array): void {
  for (const sign of signs(CAPITAL)) setFolded(table, sign, sign.toLowerCase());
  for (const sign of signs(COMPATIBLE)) setFolded(table, sign, sign.normalize('NFKC').toLowerCase());
  for (const sign of signs(UNSEEN)) table[sign.charCodeAt(0)] = DROPPED;
}

function foldLoose(table: Uint16Array): void {
  const left = new Set(signs(LOOSE));
  for (const sign of signs(KEPT)) left.delete(sign);
  for (let unit = 0; unit < UNITS; unit++)
    if (left.has(String.fromCharCode(table[unit] as number))) table[unit] = DROPPED;
}

/** Only what folds to one unit is folded: a match has to map back. */
function setFolded(table: Uint16Array, sign: string, folded: string): void {
  if (folded.length === 1) table[sign.charCodeAt(0)] = folded.charCodeAt(0);
}

/** The characters of one unit that a pattern knows, but surrogates. */
function signs(pattern: RegExp): readonly string[] {
  const units = foldingTable('exact');
  let all = '';
  for (let row = 0; row < UNITS; row += 256)
    if (row < 0xd800 || row > 0xdfff) all += String.fromCharCode(...units.subarray(row, row + 256));
  return all.match(pattern) ?? [];
}

/**
 * The same for units written as three bytes of UTF-8, where DROPPED also marks what has to be looked at twice: units
 * that three bytes may not stand for, or only some of them.
 */
export function threeByteTable(folding: Folding): Uint16Array {
  const table = foldingTable(folding).slice();
  table.fill(DROPPED, 0, 0x1000);
  table.fill(DROPPED, 0xd800, 0xe000);
  return table;
}
