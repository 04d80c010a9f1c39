import type { MatcherOptions, PartHits } from '../checks/match/index.ts';

/** Scan the bytes [from, to) of a file with the tables in `tables`; borders are moved on to the next character. */
export interface ScanTask {
  readonly kind: 'scan';
  readonly tables: ArrayBufferLike;
  readonly path: string;
  readonly from: number;
  readonly to: number;
}

/** Build tables from terms: all of them in one text, which is quick to hand over, and where each ends. */
export interface BuildTask {
  readonly kind: 'build';
  readonly text: string;
  readonly borders: Int32Array;
  readonly options: MatcherOptions;
}

export type Task = ScanTask | BuildTask;

export type Answer = { readonly part: PartHits } | { readonly tables: ArrayBufferLike };
