import { ALIKE, SAME_SYLLABLE, SAME_TONE } from '../../server/checks/wording/counted/confusions.ts';
import { HOPELESS } from '../../server/checks/wording/counted/correct.ts';
import type { Evidence } from '../../server/checks/wording/counted/evidence.ts';
import { describe, FEATURES, type Proposal } from '../../server/checks/wording/counted/features.ts';
import { Proposer } from '../../server/checks/wording/counted/propose.ts';
import { encode, FIRST_OWN, PADDING, type Symbols } from '../../server/checks/wording/counted/symbols.ts';
import { doubtfulPlaces } from '../../server/checks/wording/counted/trigrams.ts';
import type { Pair } from './corpus.ts';
import { EVERYTHING } from './gather.ts';

/** What the judge learns from: proposals as numbers, and whether each was the right correction. */
export interface Samples {
  readonly rows: number[];
  readonly labels: number[];
  readonly folds: number[];
  readonly weights: number[];
}

/** Sentences about health are further from office language than the others. */
const WEIGHTS: Readonly<Record<string, number>> = { med: 0.5 };
const LAW_LINES = 9000;
const LONGEST = 300;

/** Proposals in the development sentences, each seen with counts that do not know its fold, and in lines of law. */
export function collect(
  evidence: readonly Evidence[],
  pairs: readonly Pair[],
  tuning: readonly string[],
): Samples {
  const samples: Samples = { rows: [], labels: [], folds: [], weights: [] };
  const done = new Set<string>();
  const proposers = evidence.map((one) => new Proposer(one));
  const take = (fold: number, wrong: string, right: string, weight: number): void =>
    sample(samples, { evidence: evidence[fold], proposer: proposers[fold] }, fold, wrong, right, weight);
  for (const { wrong, right, set, fold } of pairs) {
    if (wrong !== right) take(fold, wrong, right, WEIGHTS[set] ?? 1);
    if (!done.has(right)) take(fold, right, right, WEIGHTS[set] ?? 1);
    done.add(right);
  }
  const draw = sequence(12345);
  const last = evidence[EVERYTHING];
  for (let i = 0; i < LAW_LINES && last; i++) {
    const line = (tuning[Math.floor(draw() * tuning.length)] ?? '').slice(0, LONGEST);
    if (line.length < 6) continue;
    if (i % 3 === 0) take(EVERYTHING, spoil(line, last, draw), line, 0.5);
    else take(EVERYTHING, line, line, 1);
  }
  return samples;
}

function sample(
  samples: Samples,
  by: { evidence: Evidence | undefined; proposer: Proposer | undefined },
  fold: number,
  wrong: string,
  right: string,
  weight: number,
): void {
  const { evidence, proposer } = by;
  if (!evidence || !proposer) return;
  const symbols = encode(wrong, evidence.classes);
  const row = new Float32Array(FEATURES);
  eachProposal(evidence, proposer, symbols, (proposal) => {
    describe(evidence, proposal, row);
    for (const value of row) samples.rows.push(value);
    samples.labels.push(isRight(proposal, symbols, evidence, wrong, right) ? 1 : 0);
    samples.folds.push(fold);
    samples.weights.push(weight);
  });
}

/** Visits the proposals worth asking the trees; each holds only while it is visited. */
function eachProposal(
  evidence: Evidence,
  proposer: Proposer,
  { ids, length }: Symbols,
  visit: (proposal: Proposal) => void,
): void {
  const found = new Int32Array(length);
  const count = doubtfulPlaces(evidence, ids, PADDING, length - PADDING, found);
  const take = (one: Proposal | null): void => {
    if (one && one.meant.score - one.written.score >= HOPELESS) visit(one);
  };
  found.subarray(0, count).forEach((at, i) => {
    if ((ids[at] as number) < FIRST_OWN) return;
    proposer.move(ids, at);
    take(proposer.one());
    if (i + 1 < count && found[i + 1] === at + 1) take(proposer.two());
  });
}

function isRight(
  { at, meant }: Proposal,
  symbols: Symbols,
  { classes }: Evidence,
  wrong: string,
  right: string,
): boolean {
  return [meant.first, meant.second].every((symbol, k) => {
    const offset = symbols.at[at + k] as number;
    return symbol < 0 || (wrong[offset] !== right[offset] && classes[right.charCodeAt(offset)] === symbol);
  });
}

/** One or two mistakes at random, more often by sound and by common characters, as people make them. */
function spoil(
  line: string,
  { classes, confusions, shares, characters }: Evidence,
  draw: () => number,
): string {
  const letters = line.split('');
  for (let left = draw() < 0.75 ? 1 : 2; left > 0; left--) {
    const place = Math.floor(draw() * letters.length);
    const id = classes[(letters[place] ?? '').charCodeAt(0)] ?? 0;
    const from = confusions.starts[id] as number;
    const to = confusions.starts[id + 1] as number;
    if (id < FIRST_OWN || from === to) continue;
    const chances = Array.from({ length: to - from }, (_, i) => {
      const kind = confusions.kinds[from + i] as number;
      const alike = (confusions.shapes[from + i] as number) > 170 ? 0.6 : 0.15;
      const by = kind & SAME_TONE ? 1 : kind & SAME_SYLLABLE ? 0.7 : kind & ALIKE ? alike : 0.1;
      return by * Math.exp((shares[confusions.targets[from + i] as number] as number) / 2);
    });
    let rest = draw() * chances.reduce((sum, one) => sum + one, 0);
    const chosen = chances.findIndex((one) => {
      rest -= one;
      return rest <= 0;
    });
    letters[place] = characters[confusions.targets[from + Math.max(0, chosen)] as number] ?? '';
  }
  return letters.join('');
}

/** A fixed sequence of numbers from 0 to 1, the same on every machine. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) / 16777216;
  };
}
