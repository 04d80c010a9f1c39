import { isFarFetched } from './far-fetched.ts';
import { describe, FEATURES, type Proposal } from './features.ts';
import { Judge } from './forest.ts';
import type { WordingModel } from './model.ts';
import { Proposer } from './propose.ts';
import { EDGE, FIRST_OWN, PADDING, type Symbols } from './symbols.ts';
import { doubtfulPlaces } from './trigrams.ts';

/** A symbol that stands for another one, with the log odds of the step that changed it. */
export interface Correction {
  /** Place in the symbols. */
  readonly at: number;
  readonly meant: number;
  readonly odds: number;
  /** Sure enough to be asserted. */
  readonly isSure: boolean;
}

type Change = Omit<Correction, 'isSure'>;

/** More doubtful places than this within so many symbols on either side, and the counts have no say there. */
const STRETCH = 12;
const MOST_DOUBTFUL = 19;
const SENTENCE_ENDS = '。！？';
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
  readonly #trees: Judge;
  /** Symbols that end a sentence. */
  readonly #ends: readonly number[];
  readonly #row = new Float32Array(FEATURES);

  constructor(model: WordingModel) {
    this.#model = model;
    this.#proposer = new Proposer(model.evidence);
    this.#trees = new Judge(model.forest);
    this.#ends = Array.from(
      SENTENCE_ENDS,
      (sign) => model.evidence.classes[sign.charCodeAt(0)] as number,
    ).filter((symbol) => symbol >= FIRST_OWN);
  }

  /** Corrections sure enough to suggest, by place. */
  correct({ ids, length }: Symbols): Correction[] {
    const changes = this.#read(ids.slice(), PADDING, length - PADDING, this.#model.lines.suggested);
    const corrections: Correction[] = [];
    for (let i = 0; i < changes.length; ) {
      const [from, to] = this.#sentenceAround(ids, (changes[i] as Change).at);
      let most = Number.NEGATIVE_INFINITY;
      for (; i < changes.length && (changes[i] as Change).at < to; i++)
        most = Math.max(most, (changes[i] as Change).odds);
      // one by one: a sentence may be as long as the text, and arguments are not
      for (const one of this.#again(ids, from, to, most)) corrections.push(one);
    }
    return corrections;
  }

  /**
   * Reads a sentence with a mistake in it once more: mistakes come together, so less is enough to suggest another one. What
   * is found is sure if one of the changes is, all would have been suggested by themselves, and the sentence as it then
   * stands leaves nothing to doubt; `most` are the log odds of the surest change in it.
   */
  #again(ids: Uint16Array, from: number, to: number, most: number): Correction[] {
    const { suggested, asserted, followed } = this.#model.lines;
    const now = ids.slice(from - PADDING, to + PADDING);
    const end = now.length - PADDING;
    const changes = this.#read(now, PADDING, end, followed);
    const isSure =
      most >= asserted && changes.every(({ odds }) => odds >= suggested) && this.#isClear(now, PADDING, end);
    const stands = ({ at, meant }: Change, i: number): boolean => {
      const isAlone = changes[i - 1]?.at !== at - 1 && changes[i + 1]?.at !== at + 1;
      return isSure || !isAlone || !isFarFetched(this.#model.evidence, ids, at + from - PADDING, meant);
    };
    return changes.filter(stands).map(({ at, ...rest }) => ({ ...rest, at: at + from - PADDING, isSure }));
  }

  /** Whether no other reading of any place comes near to being suggested. */
  #isClear(ids: Uint16Array, from: number, to: number): boolean {
    const { clear } = this.#model.lines;
    return this.#judge(ids, this.#doubtful(ids, from, to), clear).length === 0;
  }

  #sentenceAround(ids: Uint16Array, at: number): readonly [from: number, to: number] {
    let from = at;
    while (!this.#isEnd(ids[from - 1] as number)) from -= 1;
    let to = at + 1;
    while (!this.#isEnd(ids[to - 1] as number) && ids[to] !== EDGE) to += 1;
    return [from, to];
  }

  #isEnd(symbol: number): boolean {
    return symbol === EDGE || this.#ends.includes(symbol);
  }

  /** Changes between two places, made in `ids` too; after each round the neighbours are looked at again. */
  #read(ids: Uint16Array, from: number, to: number, line: number): Change[] {
    const written = ids.slice(from, to);
    const made = new Map<number, Change>();
    let places = withoutForeign(this.#doubtful(ids, from, to));
    for (let pass = 0; pass < PASSES && places.length > 0; pass++) {
      const changed = apply(ids, this.#judge(ids, places, line), made);
      places = this.#around(ids, changed, from, to);
    }
    return [...made.values()]
      .filter(({ at, meant }) => written[at - from] !== meant)
      .sort((a, b) => a.at - b.at);
  }

  #doubtful(ids: Uint16Array, from: number, to: number): Int32Array {
    const found = new Int32Array(Math.max(0, to - from));
    return found.subarray(0, doubtfulPlaces(this.#model.evidence, ids, from, to, found));
  }

  #around(ids: Uint16Array, changed: readonly number[], from: number, to: number): Int32Array {
    const places = new Set<number>();
    for (const at of changed)
      for (const place of this.#doubtful(ids, Math.max(from, at - NEAR), Math.min(to, at + NEAR + 1)))
        places.add(place);
    return Int32Array.from(places).sort();
  }

  /** The other readings of places with log odds of at least `line`, surest first. */
  #judge(ids: Uint16Array, places: Int32Array, line: number): Judged[] {
    const judged: Judged[] = [];
    const judge = (proposal: Proposal | null): void => {
      if (!proposal || proposal.meant.score - proposal.written.score < HOPELESS) return;
      describe(this.#model.evidence, proposal, this.#row);
      const odds = this.#trees.ask(this.#row, line);
      const { first, second } = proposal.meant;
      if (odds >= line) judged.push({ at: proposal.at, first, second, odds });
    };
    places.forEach((at, i) => {
      if ((ids[at] as number) < FIRST_OWN) return;
      this.#proposer.move(ids, at);
      judge(this.#proposer.one());
      if (places[i + 1] === at + 1) judge(this.#proposer.two());
    });
    return judged.sort((a, b) => b.odds - a.odds || a.at - b.at);
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
function apply(ids: Uint16Array, judged: readonly Judged[], made: Map<number, Change>): number[] {
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
