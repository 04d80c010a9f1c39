import { endsSentence, isAlphanumeric, isHan } from '../characters.ts';
import { foldText } from '../text/index.ts';

/** One sentence of a text with what is compared of it: letters, digits and characters only. */
export interface Sentence {
  readonly key: string;
  /** Offsets in the text, blanks at the ends left out. */
  readonly start: number;
  readonly end: number;
}

const LONGEST = 2_000;

/** The sentences of a text that say something; a line end ends a sentence, and so do 2,000 units. */
export function sentencesOf(text: string): Sentence[] {
  const { units, length, shifts } = foldText(text, 'plain');
  const found: Sentence[] = [];
  let from = 0;
  for (let at = 0; at <= length; at += 1) {
    const isEnd = at === length || endsSentence(units[at] ?? 0) || at - from >= LONGEST;
    if (!isEnd) continue;
    const key = keyOf(units, from, at);
    if (key !== '') {
      let start = from;
      while (start < at && !isTelling(units[start] ?? 0)) start += 1;
      let end = at;
      while (end > start && !isTelling(units[end - 1] ?? 0)) end -= 1;
      found.push({ key, start: shifts.source(start), end: shifts.sourceEnd(end) });
    }
    from = endsSentence(units[at] ?? 0) ? at + 1 : at;
  }
  return found;
}

function keyOf(units: Uint16Array, from: number, to: number): string {
  const kept: number[] = [];
  for (let at = from; at < to; at += 1) {
    const unit = units[at] ?? 0;
    if (isTelling(unit)) kept.push(unit);
  }
  return String.fromCharCode(...kept);
}

/** Everything but blanks and punctuation; points and signs inside figures tell. */
function isTelling(unit: number): boolean {
  return isHan(unit) || isAlphanumeric(unit) || unit === 0x25 || unit === 0x2e || unit > 0xd7ff;
}
