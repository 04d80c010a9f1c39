import type { TableCell } from '../checks/inputs/passage.ts';
import { attribute } from './scan-xml.ts';

interface Table {
  readonly table: number;
  row: number;
  column: number;
  /** How many columns the cell takes. */
  width: number;
}

/** Word makes no table wider; a file may say anything. */
const MOST_COLUMNS = 63;

function spanOf(written: string | null | undefined): number {
  const span = Number(written);
  return Number.isInteger(span) && span >= 1 && span <= MOST_COLUMNS ? span : 1;
}

/** Follows the tables of a part, as its tags are reported; a table in a cell is one of its own. */
export function createTables() {
  const open: Table[] = [];
  let count = 0;
  return {
    open(name: string, attributes: string): void {
      const inner = open.at(-1);
      if (name === 'tbl') {
        count += 1;
        open.push({ table: count, row: 0, column: 0, width: 1 });
      } else if (inner === undefined) return;
      else if (name === 'tr') {
        inner.row += 1;
        inner.column = 0;
        // the first cell stands one column to the right of none
        inner.width = 1;
      } else if (name === 'tc') {
        inner.column += inner.width;
        inner.width = 1;
      } else if (name === 'gridSpan') inner.width = spanOf(attribute(attributes, 'w:val'));
    },
    close(name: string): void {
      if (name === 'tbl') open.pop();
    },
    /** The cell that is open now; null outside of tables. */
    cell(): TableCell | null {
      const inner = open.at(-1);
      if (inner === undefined || inner.row === 0 || inner.column === 0) return null;
      const { table, row, column } = inner;
      return { table, row, column };
    },
  };
}
