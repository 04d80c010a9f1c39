import { type Cover, longest, peak, reachBack, reachOn } from './cover.ts';
import type { Evidence } from './evidence.ts';
import type { WordView } from './words.ts';

/** One or two symbols that may stand at a place, with all that speaks for them; `second` is -1 where there is one. */
interface Option {
  readonly first: number;
  readonly second: number;
  readonly cover: Cover;
  readonly words: WordView;
  /** How it can be taken for what is written, see confusions.ts; for two symbols what holds of both. */
  readonly kind: number;
  readonly shape: number;
  readonly score: number;
}

/** The best other reading of a place, against what is written there. */
export interface Proposal {
  readonly at: number;
  readonly written: Option;
  readonly meant: Option;
  /** The score of the second best, and how many had any support. */
  readonly second: number;
  readonly rivals: number;
  /** How far the surroundings themselves stand in the counts, before and after the place. */
  readonly before: number;
  readonly after: number;
  /** How often this very confusion was seen in texts with known mistakes. */
  readonly known: number;
}

export const FEATURES = 47;

/** The evidence for the meant reading as numbers; the order is part of the model's format. */
export function describe({ shares }: Evidence, proposal: Proposal, out: Float32Array, from = 0): void {
  const { written, meant } = proposal;
  let f = from;
  for (const one of [written, meant]) {
    for (let n = 0; n < 4; n++) out[f++] = one.cover.sums[n] as number;
    for (let n = 0; n < 4; n++) out[f++] = one.cover.seen[n] as number;
    out[f++] = reachBack(one.cover);
    out[f++] = reachOn(one.cover);
    out[f++] = longest(one.cover);
    out[f++] = peak(one.cover, 2);
    out[f++] = peak(one.cover, 3);
    const share = shares[one.first] as number;
    out[f++] = one.second < 0 ? share : Math.min(share, shares[one.second] as number);
    out[f++] = one.words.length;
    out[f++] = one.words.level;
  }
  for (let n = 0; n < 4; n++) out[f++] = (meant.cover.sums[n] as number) - (written.cover.sums[n] as number);
  out[f++] = meant.words.score - written.words.score;
  out[f++] = meant.kind & 15;
  out[f++] = meant.shape;
  out[f++] = proposal.known;
  out[f++] = meant.score - written.score;
  out[f++] = meant.score - proposal.second;
  out[f++] = proposal.rivals;
  out[f++] = proposal.before;
  out[f++] = proposal.after;
  out[f++] = meant.words.score;
  out[f++] = meant.second < 0 ? 1 : 2;
}
