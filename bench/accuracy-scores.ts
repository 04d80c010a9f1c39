/** A sentence, as it should be and as a checker leaves it; all three of one length. */
export interface Reading {
  readonly wrong: string;
  readonly right: string;
  readonly left: string;
}

/** Precision, recall and their harmonic mean. */
export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/**
 * Sentence level: of the sentences changed, how many are right (correction) or changed at exactly the wrong places
 * (detection); of the sentences with mistakes, how many are. Character level: the same of single characters.
 */
export interface Scores {
  readonly sentences: number;
  readonly withMistakes: number;
  readonly sentenceDetection: Score;
  readonly sentenceCorrection: Score;
  readonly characterDetection: Score;
  readonly characterCorrection: Score;
}

/** Scores a list of readings by the definitions above. */
export function scoresOf(readings: readonly Reading[]): Scores {
  const faulty = readings.filter(({ wrong, right }) => wrong !== right);
  const changed = readings.filter(({ wrong, left }) => wrong !== left);
  const detected = faulty.filter(
    (one) => one.left !== one.wrong && places(one).every((place) => place.exact),
  );
  const corrected = faulty.filter(({ right, left }) => left === right);
  const all = readings.flatMap(places);
  const wrong = all.filter((place) => place.isWrong).length;
  const touched = all.filter((place) => place.isTouched).length;
  return {
    sentences: readings.length,
    withMistakes: faulty.length,
    sentenceDetection: score(detected.length, changed.length, faulty.length),
    sentenceCorrection: score(corrected.length, changed.length, faulty.length),
    characterDetection: score(all.filter((one) => one.isWrong && one.isTouched).length, touched, wrong),
    characterCorrection: score(all.filter((one) => one.isWrong && one.isRight).length, touched, wrong),
  };
}

interface Place {
  readonly isWrong: boolean;
  readonly isTouched: boolean;
  readonly isRight: boolean;
  readonly exact: boolean;
}

function places({ wrong, right, left }: Reading): Place[] {
  return Array.from(wrong, (_, i) => i)
    .filter((i) => wrong[i] !== right[i] || wrong[i] !== left[i])
    .map((i) => {
      const isWrong = wrong[i] !== right[i];
      const isTouched = wrong[i] !== left[i];
      return { isWrong, isTouched, isRight: left[i] === right[i], exact: isWrong === isTouched };
    });
}

function score(hits: number, claimed: number, wanted: number): Score {
  const precision = claimed === 0 ? 1 : hits / claimed;
  const recall = wanted === 0 ? 1 : hits / wanted;
  return { precision, recall, f1: hits === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

/** A change that a corrector would make. */
export interface Change {
  readonly at: number;
  readonly meant: string;
  readonly isSure: boolean;
}

/** Which changes count: those asserted, or all. */
export type Tier = 'asserted' | 'all';

/** A sentence with the changes of a tier made. */
export function applyChanges(text: string, changes: readonly Change[], tier: Tier): string {
  const signs = text.split('');
  for (const { at, meant } of ofTier(changes, tier)) signs[at] = meant;
  return signs.join('');
}

/** How many findings that many changes make: changes side by side are one. */
export function findingsIn(changes: readonly Change[], tier: Tier): number {
  const kept = ofTier(changes, tier);
  return kept.filter(({ at }, i) => at !== (kept[i - 1]?.at ?? -2) + 1).length;
}

function ofTier(changes: readonly Change[], tier: Tier): readonly Change[] {
  return tier === 'all' ? changes : changes.filter(({ isSure }) => isSure);
}
