import { buffer } from 'node:stream/consumers';
import { writeXlsx } from './xlsx-write.ts';

/** One column of a list taken away: its heading, its width in characters, and what stands in it. */
interface ListColumn<Row> {
  readonly header: string;
  readonly width: number;
  readonly cell: (row: Row) => string | number | null;
}

/** A list as a spreadsheet, a thousand rows at a time. */
export interface ListSheet<Row> {
  readonly name: string;
  /** The day of the list, for the file's name. */
  readonly day: string;
  readonly columns: readonly ListColumn<Row>[];
  page(page: number, size: number): Promise<{ readonly items: readonly Row[]; readonly total: number }>;
}

const AT_A_TIME = 1_000;
const LONGEST = 100_000;
const MIME = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Writes every row that the list's filters show, at most a hundred thousand. */
export async function listToXlsx<Row>(
  list: ListSheet<Row>,
): Promise<{ name: string; mime: string; content: Buffer }> {
  const sheet = {
    name: list.name,
    columns: list.columns.map(({ header, width }) => ({ header, width })),
    rows: rowsOf(list),
  };
  return { name: `${list.name}-${list.day}.xlsx`, mime: MIME, content: await buffer(writeXlsx([sheet])) };
}

async function* rowsOf<Row>({ columns, page }: ListSheet<Row>) {
  for (let at = 1; at <= LONGEST / AT_A_TIME; at++) {
    const { items, total } = await page(at, AT_A_TIME);
    for (const item of items) yield columns.map(({ cell }) => cell(item));
    if (at * AT_A_TIME >= total) return;
  }
}
