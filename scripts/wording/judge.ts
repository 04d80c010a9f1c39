import { FEATURES } from '../../server/checks/wording/counted/features.ts';
import type { Forest } from '../../server/checks/wording/counted/forest.ts';
import type { Samples } from './samples.ts';
import { growForest } from './trees.ts';

const SETTINGS = { trees: 120, depth: 5, rate: 0.1, leastWeight: 5, ridge: 1 };

/** Grows the trees on all samples but those of one fold; -1 leaves none out. */
export function growJudge(samples: Samples, without: number): Forest {
  const chosen = samples.folds.flatMap((fold, i) => (fold === without ? [] : [i]));
  const rows = new Float32Array(chosen.length * FEATURES);
  chosen.forEach((from, to) => {
    for (let f = 0; f < FEATURES; f++) rows[to * FEATURES + f] = samples.rows[from * FEATURES + f] as number;
  });
  const labels = Uint8Array.from(chosen, (i) => samples.labels[i] as number);
  const weights = Float32Array.from(chosen, (i) => samples.weights[i] as number);
  return growForest(rows, FEATURES, labels, weights, SETTINGS);
}
