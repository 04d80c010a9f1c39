import type { FilingColumn, FilingExportQuery, FilingRow } from '../../../contracts/accounts/wire.ts';
import { filingColumns, filingSheet } from '../../../contracts/accounts/words-export.ts';
import { listToXlsx } from '../../documents/list-sheet.ts';
import { dayOf } from '../../kernel/clock.ts';
import type { Context } from '../../kernel/context.ts';
import type { FileAnswer } from '../../kernel/http/routes.ts';
import { listFilings } from './list-business.ts';

/** The filings as a spreadsheet: exactly those that the filters show, and the columns asked for. */
export function exportFilings(ctx: Context, { columns, ...filter }: FilingExportQuery): Promise<FileAnswer> {
  const shown = columns ?? (Object.keys(filingColumns) as FilingColumn[]);
  return listToXlsx({
    name: filingSheet,
    day: ctx.now.day,
    columns: shown.map((column) => ({ ...filingColumns[column], cell: CELLS[column] })),
    page: (page, size) => listFilings(ctx, { ...filter, page, size }),
  });
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
