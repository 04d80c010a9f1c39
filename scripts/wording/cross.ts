import { Corrector } from '../../server/checks/wording/counted/correct.ts';
import type { Evidence } from '../../server/checks/wording/counted/evidence.ts';
import type { Forest } from '../../server/checks/wording/counted/forest.ts';
import type { Lines } from '../../server/checks/wording/counted/model.ts';
import { encode } from '../../server/checks/wording/counted/symbols.ts';
import { FOLDS, type Pair } from './corpus.ts';
import { growJudge } from './judge.ts';
import type { Samples } from './samples.ts';

/** One character that a corrector would change: offset, what it would write, and whether it would assert it. */
interface Change {
  readonly at: number;
  readonly meant: string;
  readonly isSure: boolean;
}

/** Reads a text with one corrector. */
function changesOf(text: string, evidence: Evidence, corrector: Corrector): Change[] {
  const symbols = encode(text, evidence.classes);
  return corrector.correct(symbols).map(({ at, meant, isSure }) => ({
    at: symbols.at[at] as number,
    meant: evidence.characters[meant] ?? '',
    isSure,
  }));
}

/** A pair with what was changed in its wrong and in its right side by a corrector that never saw its fold. */
export interface Outcome extends Pair {
  readonly changes: readonly Change[];
  readonly alarms: readonly Change[];
}

/** Five-fold cross-validation: counts, known mistakes and trees of each fold come from the other four and the laws. */
export function crossValidate(
  evidence: readonly Evidence[],
  samples: Samples,
  pairs: readonly Pair[],
  lines: Lines,
  folds = FOLDS,
): Outcome[] {
  const outcomes: Outcome[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const own = evidence[fold];
    if (!own) continue;
    const forest: Forest = growJudge(samples, fold);
    const corrector = new Corrector({ evidence: own, forest, lines });
    for (const pair of pairs.filter((one) => one.fold === fold))
      outcomes.push({
        ...pair,
        changes: changesOf(pair.wrong, own, corrector),
        alarms: changesOf(pair.right, own, corrector),
      });
  }
  return outcomes;
}
