/** The render model of a printed official form: what stands in which cell, before any file format. */

export type CellAlign = 'left' | 'center' | 'right';

interface CellPlace {
  readonly colspan: number;
  readonly rowspan: number;
  readonly align: CellAlign;
}

interface LabelCell extends CellPlace {
  readonly kind: 'label';
  readonly text: string;
  /** One character under the other, for the narrow group column on the left. */
  readonly vertical: boolean;
}

interface ValueCell extends CellPlace {
  readonly kind: 'value';
  /** Paragraphs are separated by line feeds. */
  readonly text: string;
}

export interface CheckItem {
  readonly label: string;
  readonly checked: boolean;
  /** What was written behind the label; an empty text prints a line to write on, undefined prints nothing. */
  readonly written?: string;
}

interface ChecksCell extends CellPlace {
  readonly kind: 'checks';
  /** Items side by side, line under line. */
  readonly lines: readonly (readonly CheckItem[])[];
}

export interface OpinionCell extends CellPlace {
  readonly kind: 'opinion';
  /** The opinions given so far, one paragraph each; empty where nobody has decided. */
  readonly text: readonly string[];
  /** Lines at the foot on the right: signature, seal, date, each with its blank where still open. */
  readonly foot: readonly string[];
}

export type PrintCell = LabelCell | ValueCell | ChecksCell | OpinionCell;

export interface PrintRow {
  readonly cells: readonly PrintCell[];
  /** Least height in millimetres; a row grows with its content. */
  readonly heightMm: number;
}

export interface PrintForm {
  readonly title: string;
  /** Stands above the table on the right, e.g. the number of the document. */
  readonly subtitle: string;
  /** Widths of the columns in millimetres; 180 together at most. */
  readonly columnsMm: readonly number[];
  readonly rows: readonly PrintRow[];
  readonly notes: readonly string[];
}

/** Longest opinion that is kept on one page; a longer one may run on to the next. */
const KEPT_TOGETHER = 400;

/** True where the row should not be torn apart at the end of a page. */
export function keepsTogether(row: PrintRow): boolean {
  return row.cells.every((cell) => {
    if (cell.kind === 'value') return cell.text.length <= KEPT_TOGETHER;
    return cell.kind !== 'opinion' || cell.text.join('').length <= KEPT_TOGETHER;
  });
}

/** Control characters, lone surrogates, and marks that make a line read differently from what was recorded. */
const NOT_FOR_PAPER = /[\p{Cc}\p{Cs}\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffc-\uffff]/gu;

/** The text as it may stand on paper and in XML: line feeds kept, everything invisible and harmful gone. */
export function printable(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(NOT_FOR_PAPER, (char) => (char === '\n' ? char : ''))
    .trim();
}
