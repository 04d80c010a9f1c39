import { isAlphanumeric, isDigit, isLetter } from '../characters.ts';
import type { Prepared, Raw } from '../finding.ts';
import { foldedText, rawAt, sentenceAround } from '../place.ts';

/** A plate may end with what kind of vehicle it is. */
const ENDINGS = units('警学挂领港澳试超');
const GREEN = /^(?:[a-hj-km-np-z][a-hj-np-z0-9]\d{4}|\d{5}[a-hj-km-np-z])$/;
const PLAIN = /^[a-hj-np-z0-9]{5}$/;

/** Vehicles of nobody in particular, within so many characters of the sentence. */
const PUBLIC = /公交|公务用车|公务车|执法车|拍卖|校车/;
const BESIDE = 60;

function units(text: string): ReadonlySet<number> {
  return new Set([...text].map((character) => character.charCodeAt(0)));
}

/** Vehicle plates of seven or eight places, with or without the dot or space in the middle. */
export function findPlates(doc: Prepared): Raw[] {
  const { units } = doc.folded;
  return doc.landmarks.plate.flatMap((from) => {
    const to = isLetter(units[from + 1] ?? 0) ? endOfPlate(units, from) : from;
    if (to === from) return [];
    const { from: begin, to: end } = sentenceAround(doc.folded, { from, to }, BESIDE);
    const isPublic = PUBLIC.test(foldedText(doc.folded, begin, end));
    return [rawAt(doc, { from, to }, 'plate', isPublic ? 'note' : 'warn')];
  });
}

/** Where the plate that starts here ends, or `from` where none starts. */
function endOfPlate(units: Uint16Array, from: number): number {
  const letter = units[from + 1] ?? 0;
  if (letter === 0x69) return from;
  const body = from + 2 + (isSplit(units[from + 2] ?? 0) ? 1 : 0);
  let to = body;
  while (to < body + 7 && isAlphanumeric(units[to] ?? 0)) to += 1;
  const written = String.fromCharCode(...units.subarray(body, to));
  if (written.length === 4 && ENDINGS.has(units[to] ?? 0)) return /\d{3}/.test(written) ? to + 1 : from;
  if (units[to] === 0x2a || (units[to] === 0x2d && isAlphanumeric(units[to + 1] ?? 0))) return from;
  const isPlate = (PLAIN.test(written) && manyDigits(written) >= 3) || GREEN.test(written);
  return isPlate ? to : from;
}

function isSplit(unit: number): boolean {
  return (
    unit === 0xb7 || unit === 0x2022 || unit === 0x20 || unit === 0x30fb || unit === 0x2e || unit === 0x2d
  );
}

function manyDigits(written: string): number {
  let many = 0;
  for (let at = 0; at < written.length; at += 1) if (isDigit(written.charCodeAt(at))) many += 1;
  return many;
}
