import { cellInRow, columnGap } from './cell-text.ts';
import type { Passage } from './passage.ts';

/** Longest cell in UTF-16 units; a quote that is never closed would otherwise swallow the file. */
const LONGEST_CELL = 1_048_576;

const QUOTE = 34;
const LINE_FEED = 10;
const RETURN = 13;

/**
 * Reads separated values as they come; a cell in quotes may hold line feeds. Cells become passages with row and column
 * from 1: cells of a row are parted by tabs, one for each empty cell between too, rows by line feeds, so that a table
 * can be seen as one. A cell over the limit goes on in a passage of the same cell.
 */
export class CsvReader {
  readonly #between: number;
  #empty = 0;
  #passages: Passage[] = [];
  #row = 1;
  #column = 1;
  #quoted = false;
  #closing = false;
  #parts: string[] = [];
  #length = 0;

  constructor(separator = ',') {
    this.#between = separator.charCodeAt(0);
  }

  /** The cells of the file that are complete by now. */
  push(piece: string): Passage[] {
    for (let at = 0; at < piece.length; ) at = this.#step(piece, at);
    // The last one waits: the empty cells behind it are not known yet.
    return this.#release(1);
  }

  end(): Passage[] {
    this.#take('\n');
    return this.#release(0);
  }

  #step(piece: string, at: number): number {
    const code = piece.charCodeAt(at);
    if (this.#closing) {
      this.#closing = false;
      this.#quoted = code === QUOTE;
      if (this.#quoted) {
        this.#put('"');
        return at + 1;
      }
    }
    if (this.#quoted) return this.#withinQuotes(piece, at);
    if (code === QUOTE && this.#length === 0) this.#quoted = true;
    else if (code === this.#between || code === LINE_FEED) this.#endCell(code);
    else if (code !== RETURN) {
      let end = at + 1;
      while (end < piece.length && !this.#isBorder(piece.charCodeAt(end))) end += 1;
      this.#put(piece.slice(at, end));
      return end;
    }
    return at + 1;
  }

  #withinQuotes(piece: string, at: number): number {
    const end = piece.indexOf('"', at);
    this.#put(piece.slice(at, end < 0 ? piece.length : end));
    this.#closing = end >= 0;
    return end < 0 ? piece.length : end + 1;
  }

  #isBorder(code: number): boolean {
    return code === this.#between || code === LINE_FEED || code === RETURN;
  }

  #put(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
    if (this.#length >= LONGEST_CELL) this.#take('');
  }

  #endCell(code: number): void {
    this.#take(code === this.#between ? '\t' : '\n');
    if (code === this.#between) this.#column += 1;
    else {
      this.#row += 1;
      this.#column = 1;
    }
  }

  #take(after: '' | '\t' | '\n'): void {
    const text = this.#parts.join('');
    this.#parts = [];
    this.#length = 0;
    const isFirst = this.#passages.length === 0 && this.#row === 1 && after === '\t';
    if (text !== '' || isFirst) {
      const place = { at: 'cell', sheet: '', row: this.#row, column: this.#column } as const;
      this.#passages.push({ text: cellInRow(text), place, after });
      this.#empty = 0;
    } else this.#leaveEmpty(after);
  }

  /** An empty cell moves what comes next one column on; an empty last cell must not let its row run into the next. */
  #leaveEmpty(after: '' | '\t' | '\n'): void {
    const last = this.#passages.at(-1);
    if (last === undefined || after === '') return;
    const { after: before = '' } = last;
    this.#empty = after === '\n' ? 0 : this.#empty + 1;
    const start = before.startsWith('\n') ? '\n' : before === '' ? '' : '\t';
    const joined = after === '\n' ? after : start + columnGap(this.#empty);
    this.#passages[this.#passages.length - 1] = { ...last, after: joined };
  }

  #release(kept: 0 | 1): Passage[] {
    const complete = this.#passages;
    this.#passages = complete.splice(complete.length - kept, kept);
    return complete;
  }
}
