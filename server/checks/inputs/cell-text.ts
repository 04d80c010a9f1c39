/** Longest cell that is a heading or a value rather than a text of its own, in UTF-16 units. */
const SHORT = 60;

/** A cell as it stands in its row: line ends inside a short one, as in narrow headings, count as blanks. */
export function cellInRow(text: string): string {
  return text.length > SHORT ? text : text.replace(/[\r\n]/g, ' ');
}

/** Empty cells in a row beyond these are not told apart. */
const MOST_EMPTY = 200;

/** What parts two cells: one tab for every column between, so that a value stays below its heading. */
export function columnGap(columns: number): string {
  return '\t'.repeat(Math.min(columns, MOST_EMPTY));
}
