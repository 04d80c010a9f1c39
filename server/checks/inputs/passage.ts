import type { DeclaredLink } from '../context.ts';
import type { OffsetMap } from './offset-map.ts';

/** Where a passage stands in the file it was read from; rows, columns, paragraphs and pages count from 1. */
export type Place =
  | { readonly at: 'text' }
  | { readonly at: 'source'; readonly map: OffsetMap; readonly lines: LinePlaces }
  | {
      readonly at: 'paragraph';
      readonly part: DocumentPart;
      readonly paragraph: number;
      /** Where each run of the paragraph begins in the passage. */
      readonly runs: readonly number[];
      /** The cell that the paragraph stands in. */
      readonly cell?: TableCell;
    }
  | { readonly at: 'cell'; readonly sheet: string; readonly row: number; readonly column: number }
  | { readonly at: 'page'; readonly page: number }
  | {
      readonly at: 'attribute';
      readonly name: string;
      readonly start: number;
      readonly end: number;
      readonly lines: LinePlaces;
    };

/** A cell of a table of a document; all count from 1, columns as they are seen, merged ones as many. */
export interface TableCell {
  readonly table: number;
  readonly row: number;
  readonly column: number;
}

/** Tells an offset of a source by line and column, both from 1. */
export type LinePlaces = (offset: number) => { readonly line: number; readonly column: number };

export type DocumentPart = 'body' | 'header' | 'footer' | 'footnote' | 'endnote';

/** One stretch of text of a file and where it stands there. */
export interface Passage {
  readonly text: string;
  readonly place: Place;
  /** What parts it from the next passage when both are checked as one text; a line feed where not given. */
  readonly after?: string;
}

/** Something of the file that the check does not see or had to leave out; words stand in contracts. */
export interface Unobserved {
  readonly code: UnobservedCode;
  readonly facts?: Readonly<Record<string, string | number>>;
}

type UnobservedCode =
  | 'picture'
  | 'picture-unreadable'
  | 'macros'
  | 'embedded'
  | 'comments'
  | 'revisions'
  | 'hidden-sheet'
  | 'encoding'
  | 'bytes-lost'
  | 'page-without-text'
  | 'page-unreadable';

/** What a reader makes of a file: its passages, its links, and what stayed unseen. */
export interface ReadInput {
  readonly passages: readonly Passage[];
  /** Offsets of links count in the text that `joinPassages` makes. */
  readonly links: readonly DeclaredLink[];
  readonly unobserved: readonly Unobserved[];
}

/** The passages of a file as the one text that is checked, with the way back. */
export interface JoinedText {
  readonly text: string;
  /** The passage that holds this offset of the text, and where the passage begins. */
  passageAt(offset: number): { readonly passage: Passage; readonly start: number } | null;
}

/** Joins passages into one text, so that what spans paragraphs or cells of a row can be seen. */
export function joinPassages(passages: readonly Passage[]): JoinedText {
  const starts = new Float64Array(passages.length);
  let length = 0;
  const pieces: string[] = [];
  passages.forEach((passage, index) => {
    starts[index] = length;
    const after = index === passages.length - 1 ? '' : (passage.after ?? '\n');
    pieces.push(passage.text, after);
    length += passage.text.length + after.length;
  });
  return {
    text: pieces.join(''),
    passageAt(offset) {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      const passage = passages[low];
      return passage === undefined ? null : { passage, start: starts[low] ?? 0 };
    },
  };
}
