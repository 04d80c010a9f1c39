import { describe, FEATURES, type Proposal } from './features.ts';
import { Judge } from './forest.ts';
import type { WordingModel } from './model.ts';
import { Proposer } from './propose.ts';
import { FIRST_OWN, PADDING, type Symbols } from './symbols.ts';
import { doubtfulPlaces } from './trigrams.ts';

/** A symbol that stands for another one, with the log odds of the step that changed it. */
export interface Correction {
  /** Place in the symbols. */
  readonly at: number;
  readonly meant: number;
  readonly odds: number;
}

/** More doubtful places than this within so many symbols on either side, and the counts have no say there. */
const STRETCH = 12;
const MOST_DOUBTFUL = 19;
const PASSES = 3;
const NEAR = 5;
/** A proposal whose first score is this far below what is written is not worth asking the trees. */
export const HOPELESS = -6;

interface Judged {
  readonly at: number;
  readonly first: number;
  readonly second: number;
  readonly odds: number;
}

/** Finds what is probably meant instead of what is written; linear in the length of the text. */
export class Corrector {
  readonly #model: WordingModel;
  readonly #proposer: Proposer;
  readonly #judge: Judge;
  readonly #row = new Float32Array(FEATURES);

  constructor(model: WordingModel) {
    this.#model = model;
    this.#proposer = new Proposer(model.evidence);
    this.#judge = new Judge(model.forest);
  }

  /** Corrections sure enough to suggest, by place; after each round the neighbours are looked at again. */
  correct({ ids, length }: Symbols): Correction[] {
    const line = this.#model.lines.suggested;
    const now = ids.slice();
    const made = new Map<number, Correction>();
    let places = withoutForeign(this.#doubtful(now, PADDING, length - PADDING));
    for (let pass = 0; pass < PASSES && places.length > 0; pass++) {
      const changed = this.#round(now, places, line, made);
      places = this.#around(now, changed, length);
    }
    return [...made.values()].filter(({ at, meant }) => ids[at] !== meant).sort((a, b) => a.at - b.at);
  }

  #doubtful(ids: Uint16Array, from: number, to: number): Int32Array {
    const found = new Int32Array(Math.max(0, to - from));
    return found.subarray(0, doubtfulPlaces(this.#model.evidence, ids, from, to, found));
  }

  #around(ids: Uint16Array, changed: readonly number[], length: number): Int32Array {
    const places = new Set<number>();
    for (const at of changed) {
      const from = Math.max(PADDING, at - NEAR);
      const to = Math.min(length - PADDING, at + NEAR + 1);
      for (const place of this.#doubtful(ids, from, to)) places.add(place);
    }
    return Int32Array.from(places).sort();
  }

  #round(ids: Uint16Array, places: Int32Array, line: number, made: Map<number, Correction>): number[] {
    const judged: Judged[] = [];
    const judge = (proposal: Proposal | null): void => {
      if (!proposal || proposal.meant.score - proposal.written.score < HOPELESS) return;
      describe(this.#model.evidence, proposal, this.#row);
      const odds = this.#judge.ask(this.#row, line);
      const { first, second } = proposal.meant;
      if (odds >= line) judged.push({ at: proposal.at, first, second, odds });
    };
    places.forEach((at, i) => {
      if ((ids[at] as number) < FIRST_OWN) return;
      judge(this.#proposer.one(ids, at));
      if (i > 0 && places[i - 1] === at - 1) judge(this.#proposer.two(ids, at - 1));
    });
    judged.sort((a, b) => b.odds - a.odds || a.at - b.at);
    return apply(ids, judged, made);
  }
}

/** Leaves out stretches of which the counts know next to nothing: lists of names, old Chinese, noise. */
function withoutForeign(places: Int32Array): Int32Array {
  let from = 0;
  let to = 0;
  return places.filter((at) => {
    while ((places[from] as number) < at - STRETCH) from += 1;
    while (to < places.length && (places[to] as number) <= at + STRETCH) to += 1;
    return to - from <= MOST_DOUBTFUL;
  });
}

/** Makes the surest changes first; of two that touch, the less sure waits for the next round. */
function apply(ids: Uint16Array, judged: readonly Judged[], made: Map<number, Correction>): number[] {
  const taken = new Set<number>();
  const changed: number[] = [];
  for (const { at, first, second, odds } of judged) {
    const span = second < 0 ? 1 : 2;
    let free = true;
    for (let k = -1; k <= span; k++) free &&= !taken.has(at + k);
    if (!free) continue;
    for (let k = 0; k < span; k++) {
      const symbol = k === 0 ? first : second;
      taken.add(at + k);
      changed.push(at + k);
      ids[at + k] = symbol;
      made.set(at + k, { at: at + k, meant: symbol, odds });
    }
  }
  return changed;
}
