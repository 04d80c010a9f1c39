import type { Detector, Prepared, Raw, TermHit } from '../finding.ts';
import { areConfusable, createConfusionFinder } from './confusion.ts';
import { readWordingModel } from './counted/model.ts';
import { byRule } from './rules/by-rule.ts';
import type { ScoreModel } from './score-model.ts';
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
  return longest(entries).map(({ entry, start, end }) => {
    const suggestion = entry.suggestion ?? entry.right;
    const severity = entry.severity ?? 'warn';
    return { kind: entry.kind, start, end, severity, ...(suggestion === undefined ? {} : { suggestion }) };
  });
}

/** 营商环镜 says all that 环镜 within it says. Hits come by start and then end. */
function longest(hits: readonly TermHit[]): TermHit[] {
  let reach = -1;
  return hits
    .toSorted((one, other) => one.from - other.from || other.to - one.to)
    .filter(({ from, to }, place, sorted) => {
      const isSame = place > 0 && sorted[place - 1]?.from === from && sorted[place - 1]?.to === to;
      const isWithin = to <= reach && !isSame;
      reach = Math.max(reach, to);
      return !isWithin;
    });
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
