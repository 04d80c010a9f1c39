import type { DetectorId, Severity } from '../../contracts/checks/wire.ts';
import type { CheckContext } from './context.ts';
import type { Landmarks } from './landmarks.ts';
import type { LexiconEntry } from './lexicon/entry.ts';
import type { FoldedText } from './text/index.ts';

export type { DetectorId, Severity } from '../../contracts/checks/wire.ts';

/** The article a finding rests on, as the packs name it. */
export interface BasisLike {
  readonly source?: string;
  readonly article: string;
  readonly summary?: string;
}

/** Values that the words of a message are filled with; never personal data. */
type Facts = Readonly<Record<string, string | number>>;

/** One thing wrong in a text; `start` and `end` count UTF-16 units, and text.slice(start, end) is `text`. */
export interface Finding {
  readonly detector: DetectorId;
  readonly kind: string;
  readonly severity: Severity;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly message: string;
  readonly suggestion?: string;
  readonly basis?: BasisLike;
  readonly confidence?: number;
  /** The ground on which the author declared that the rule does not apply here, with the reason given. */
  readonly exempted?: { readonly ground: string; readonly reason: string };
}

/** What a detector reports: a finding before the checker gives it its words and the severity the packs set. */
export interface Raw {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  /** What the detector itself would say; the packs may only lower or raise the detector as a whole. */
  readonly severity: Severity;
  readonly facts?: Facts;
  readonly suggestion?: string;
  readonly confidence?: number;
}

/** One entry of a lexicon found in the text. */
export interface TermHit {
  readonly entry: LexiconEntry;
  /** In UTF-16 units of the given text. */
  readonly start: number;
  readonly end: number;
  /** The same place in folded units. */
  readonly from: number;
  readonly to: number;
}

/** A text prepared once for all detectors. */
export interface Prepared {
  readonly text: string;
  /** Full width as half width, letters small, unseen characters out; `shifts` leads back to the text. */
  readonly folded: FoldedText;
  readonly context: CheckContext;
  /** Where digits, stars, points and the like stand, in folded units. */
  readonly landmarks: Landmarks;
  /** The lexicon entries of one detector found in the text, by start and then end. */
  hitsOf(detector: DetectorId): readonly TermHit[];
}

/** Words a detector itself looks for, over and above the lexicons: found in the one pass over the text. */
export interface Cue {
  readonly kind: string;
  readonly terms: readonly string[];
}

/** A detector reads a prepared text; it keeps no state from one text to the next. */
export interface Detector {
  readonly id: DetectorId;
  /** Found like entries of a lexicon; their hits carry the cue's kind. */
  readonly cues?: readonly Cue[];
  find(doc: Prepared): readonly Raw[];
}
