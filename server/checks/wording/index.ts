import type { Detector, Prepared, Raw } from '../finding.ts';
import { findBrackets } from './brackets.ts';
import { findDates, findTimes } from './calendar-facts.ts';
import { areConfusable, createConfusionFinder } from './confusion.ts';
import { findPercentages, findUnitSlips } from './figures.ts';
import { readWordingModel } from './model.ts';
import { findNumbering } from './numbering.ts';
import { findHalfWidth } from './punctuation.ts';
import { findClashes, findRepeats } from './repeats.ts';
import type { ScoreModel } from './score-model.ts';
import { findSigns } from './signs.ts';
import { findUnitNames, UNIT_HALF, unitHalfCues, unitHalves } from './unit-names.ts';

export type { ScoreModel } from './score-model.ts';

/**
 * Wrong characters and words (文字关): entries of the lexicons, rules of punctuation, numbering, dates and figures,
 * and, with the bytes of a counted model, characters taken for others; `scoreModel` is one that the user brings, and one
 * confusable character away from a name of `unitNames` is a misspelling.
 */
export function createWording(
  bytes?: Uint8Array,
  scoreModel?: ScoreModel,
  unitNames: readonly string[] = [],
): Detector {
  const model = bytes && readWordingModel(bytes);
  const confusions = model || scoreModel ? createConfusionFinder(model, scoreModel) : null;
  const halves = unitHalves(model ? unitNames : []);
  const isConfusable = (written: string, meant: string): boolean =>
    model !== undefined && areConfusable(model, written, meant);
  return {
    id: 'wording',
    cues: unitHalfCues(halves),
    find: (doc) => {
      const listed = [...fromLexicon(doc), ...findUnitNames(doc, halves, isConfusable)].sort(
        (one, other) => one.start - other.start,
      );
      const guessed = confusions ? confusions(doc.text) : [];
      return [...listed, ...byRule(doc.text), ...guessed.filter((one) => !touches(one, listed))];
    },
  };
}

function fromLexicon(doc: Prepared): Raw[] {
  const entries = doc.hitsOf('wording').filter(({ entry }) => entry.kind !== UNIT_HALF);
  return entries.map(({ entry, start, end }) => {
    const suggestion = entry.suggestion ?? entry.right;
    const severity = entry.severity ?? 'warn';
    return { kind: entry.kind, start, end, severity, ...(suggestion === undefined ? {} : { suggestion }) };
  });
}

function byRule(text: string): Raw[] {
  const signs = findSigns(text);
  return [
    ...findRepeats(text, signs),
    ...findClashes(text, signs),
    ...findHalfWidth(text, signs),
    ...findBrackets(text, signs),
    ...findNumbering(text, signs),
    ...findDates(text, signs),
    ...findTimes(text, signs),
    ...findPercentages(text, signs),
    ...findUnitSlips(text),
  ];
}

/** What the lexicon says of a place is surer than a guess about it; `listed` is sorted by start. */
function touches(guess: Raw, listed: readonly Raw[]): boolean {
  let low = 0;
  let high = listed.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((listed[middle]?.end ?? 0) > guess.start) high = middle;
    else low = middle + 1;
  }
  const next = listed[low];
  return next !== undefined && next.start < guess.end;
}
