import type { DetectorId, Severity } from '../../../contracts/checks/wire.ts';

/** One line of a lexicon: what to look for, what it should be, and where that is laid down. */
export interface LexiconEntry {
  readonly term: string;
  readonly kind: string;
  readonly detector: DetectorId;
  readonly severity?: Severity;
  /** The form that is right; also the suggestion where none is given. */
  readonly right?: string;
  readonly suggestion?: string;
  /** Longer right words that contain the term; where one of them stands, the term is no finding. */
  readonly except?: readonly string[];
  readonly source: string;
  /** First and last day ('YYYY-MM-DD') on which the entry holds. */
  readonly from?: string;
  readonly to?: string;
}

/** A lexicon as loaded: one detector's entries with the version that they came in. */
export interface Lexicon {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly detector: DetectorId;
  readonly entries: readonly LexiconEntry[];
}
