import type { Declared } from '../../../contracts/checking/wire.ts';
import type { Spot } from '../../../contracts/checks/spot.ts';
import type { DetectorId, Severity } from '../../../contracts/checks/wire.ts';
import type { Day } from '../../policy/index.ts';

/** A content check: of a pasted text, of one document, or of many that a job works through. */
export interface Check {
  readonly jurisdiction: string;
  readonly id: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly unitPath: readonly string[];
  readonly title: string;
  readonly kind: 'text' | 'document' | 'batch';
  readonly state: 'open' | 'running' | 'done';
  readonly declared: Declared;
  readonly createdAt: string;
  readonly createdBy: string | null;
  readonly createdByName: string;
  readonly createdPost: string;
  readonly keptUntil: Day;
}

/** How many findings of each severity. */
export type Tally = Readonly<Record<Severity, number>>;

interface Note {
  readonly code: string;
  readonly facts?: Readonly<Record<string, string | number>>;
}

/** One text of a check and what became of it. */
export interface CheckedDocument {
  readonly jurisdiction: string;
  readonly checkId: string;
  readonly position: number;
  readonly name: string;
  readonly state: 'waiting' | 'done' | 'refused';
  /** The file waits here until it is checked, and is dropped then. */
  readonly fileId: string | null;
  readonly textDigest: string | null;
  readonly characters: number | null;
  readonly tally: Tally;
  /** Findings over the number that is kept. */
  readonly leftOut: number;
  readonly unobserved: readonly Note[];
  readonly problem: Note | null;
  readonly lexiconVersion: string | null;
  readonly checkedAt: string | null;
}

/** A finding as it is kept: personal data masked, the text itself only by its digest. */
export interface KeptFinding {
  readonly number: number;
  readonly detector: DetectorId;
  readonly kind: string;
  readonly severity: Severity;
  readonly start: number;
  readonly end: number;
  readonly excerpt: string;
  readonly before: string;
  readonly after: string;
  readonly passageDigest: string;
  readonly message: string;
  readonly suggestion: string | null;
  readonly basis: { readonly source?: string; readonly article: string; readonly summary?: string } | null;
  readonly confidence: number | null;
  readonly exempted: { readonly ground: string; readonly reason: string } | null;
  readonly spot: Spot;
}

/** That somebody let a finding pass, and why; it holds for the same words in the same sentence. */
export interface Override {
  readonly jurisdiction: string;
  readonly id: string;
  readonly unitId: string;
  readonly passageDigest: string;
  readonly detector: DetectorId;
  readonly kind: string;
  readonly severity: Severity;
  readonly excerpt: string;
  readonly message: string;
  readonly reason: string;
  readonly checkId: string;
  readonly textDigest: string | null;
  readonly personId: string | null;
  readonly personName: string;
  readonly postTitle: string;
  readonly at: string;
}

export type EntryState = 'draft' | 'active' | 'retired';

/** What a trial of an entry came to. */
export interface Trial {
  readonly at: string;
  readonly texts: number;
  readonly places: number;
  readonly days: number;
  readonly own: boolean;
  readonly examples: readonly { readonly before: string; readonly text: string; readonly after: string }[];
}

/** An entry of a jurisdiction's own lexicon. */
export interface Entry {
  readonly jurisdiction: string;
  readonly id: string;
  readonly term: string;
  readonly detector: DetectorId;
  readonly kind: string;
  readonly severity: Severity;
  readonly right: string | null;
  readonly except: readonly string[];
  readonly source: string;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly state: EntryState;
  readonly version: number;
  readonly tried: Trial | null;
  readonly createdAt: string;
  readonly createdByName: string;
}

/** Lawful moves of an entry: tried before it is let loose, never taken up again once retired. */
export const entryMoves: Readonly<Record<EntryState, readonly EntryState[]>> = {
  draft: ['active', 'retired'],
  active: ['retired'],
  retired: [],
};

export interface LexiconChange {
  readonly jurisdiction: string;
  readonly version: number;
  readonly action: 'add' | 'activate' | 'retire';
  /** An entry, or something listed, as it then was. */
  readonly subject: { readonly id: string; readonly term: string; readonly content: object };
  readonly reason: string | null;
  readonly at: string;
  readonly personName: string;
  readonly postTitle: string;
}
