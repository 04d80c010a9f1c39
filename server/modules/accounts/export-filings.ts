import { buffer } from 'node:stream/consumers';
import type { FilingColumn, FilingExportQuery, FilingRow } from '../../../contracts/accounts/wire.ts';
import { filingColumns, filingSheet } from '../../../contracts/accounts/words-export.ts';
import { writeXlsx } from '../../documents/xlsx-write.ts';
import { dayOf } from '../../kernel/clock.ts';
import type { Context } from '../../kernel/context.ts';
import type { FileAnswer } from '../../kernel/http/routes.ts';
import { listFilings } from './list-business.ts';

const AT_A_TIME = 1_000;
const LONGEST = 100_000;
const MIME = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The filings as a spreadsheet: exactly those that the filters show, and the columns asked for. */
export async function exportFilings(
  ctx: Context,
  { columns, ...filter }: FilingExportQuery,
): Promise<FileAnswer> {
  const shown = columns ?? (Object.keys(filingColumns) as FilingColumn[]);
  const sheet = {
    name: filingSheet,
    columns: shown.map((column) => filingColumns[column]),
    rows: rowsOf(ctx, filter, shown),
  };
  return {
    name: `${filingSheet}-${ctx.now.day}.xlsx`,
    mime: MIME,
    content: await buffer(writeXlsx([sheet])),
  };
}

async function* rowsOf(
  ctx: Context,
  filter: Omit<FilingExportQuery, 'columns'>,
  shown: readonly FilingColumn[],
) {
  for (let page = 1; page <= LONGEST / AT_A_TIME; page++) {
    const { items, total } = await listFilings(ctx, { ...filter, page, size: AT_A_TIME });
    for (const item of items) yield shown.map((column) => CELLS[column](item));
    if (page * AT_A_TIME >= total) return;
  }
}

const CELLS: Readonly<Record<FilingColumn, (row: FilingRow) => string | null>> = {
  title: (row) => row.title,
  kind: (row) => row.kindName,
  host: (row) => row.host.name,
  platform: (row) => row.platformName,
  state: (row) => row.stateName,
  submitted: (row) => row.submittedAt && dayOf(row.submittedAt),
  number: (row) => row.filingNumber,
  jurisdiction: (row) => row.jurisdictionName,
  updated: (row) => dayOf(row.updatedAt),
};
