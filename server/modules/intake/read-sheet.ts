import { readXlsx } from '../../documents/xlsx-read.ts';
import { done, type Outcome, refuse } from '../../kernel/outcome.ts';
import type { SheetRow } from './model.ts';

/** The most accounts that one sheet may bring. */
const MOST_ROWS = 20_000;
const MOST_COLUMNS = 60;
const TOO_MUCH = new Set(['too-many-rows', 'too-many-columns']);

export interface Sheet {
  readonly headers: readonly string[];
  readonly rows: readonly SheetRow[];
}

/**
 * The first sheet that holds anything: its heading row and the rows below it, cells as trimmed text. A title above the
 * headings is passed over. Problems: intake.not-a-workbook, too-many-rows, empty.
 */
export async function readSheet(bytes: Buffer): Promise<Outcome<Sheet>> {
  const read = await readXlsx(bytes, { rows: MOST_ROWS + 10, columns: MOST_COLUMNS });
  if (!read.ok) {
    return TOO_MUCH.has(read.reason)
      ? refuse({ code: 'intake.too-many-rows', field: 'file', facts: { max: MOST_ROWS } })
      : refuse({ code: 'intake.not-a-workbook', field: 'file', facts: { reason: read.reason } });
  }
  const sheet = read.sheets.find(({ rows, hidden }) => !hidden && rows.length > 1);
  // A title stands alone in its row; headings are several.
  const head = sheet?.rows.findIndex(({ cells }) => cells.filter((cell) => cell !== '').length >= 2) ?? -1;
  const headers = sheet?.rows[head]?.cells.map((cell) => cell.slice(0, 60)) ?? [];
  const rows = (sheet?.rows.slice(head + 1) ?? []).filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (head < 0 || rows.length === 0) return refuse({ code: 'intake.empty', field: 'file' });
  if (rows.length > MOST_ROWS)
    return refuse({ code: 'intake.too-many-rows', field: 'file', facts: { max: MOST_ROWS } });
  return done({ headers, rows: rows.map(({ row, cells }) => ({ row, cells: [...cells] })) });
}
