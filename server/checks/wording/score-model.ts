/**
 * A model that a user brings, such as a masked language model run with ONNX. It is asked sentence by sentence, at once
 * and not asynchronously: whoever runs it elsewhere prepares the answers and hands over a lookup.
 */
export interface ScoreModel {
  /** For each position that the model doubts, what it would write there; places count UTF-16 units. */
  score(sentence: string): readonly ScoredPlace[];
}

/** One doubted character: candidates with the model's probability, best first, and that of what is written. */
export interface ScoredPlace {
  readonly at: number;
  /** Probability of the written character, 0–1. */
  readonly written: number;
  readonly candidates: readonly { readonly character: string; readonly probability: number }[];
}
