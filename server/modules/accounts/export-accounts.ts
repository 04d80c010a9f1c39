import type { AccountColumn, AccountExportQuery, AccountRow } from '../../../contracts/accounts/wire.ts';
import { accountColumns, accountSheet } from '../../../contracts/accounts/words.ts';
import { listToXlsx } from '../../documents/list-sheet.ts';
import type { Context } from '../../kernel/context.ts';
import type { FileAnswer } from '../../kernel/http/routes.ts';
import { listAccounts } from './list-business.ts';

/** The registry as a spreadsheet: exactly the accounts that the filters show, and the columns asked for. */
export function exportAccounts(
  ctx: Context,
  { columns, ...filter }: AccountExportQuery,
): Promise<FileAnswer> {
  const shown = columns ?? (Object.keys(accountColumns) as AccountColumn[]);
  return listToXlsx({
    name: accountSheet,
    day: ctx.now.day,
    columns: shown.map((column) => ({ ...accountColumns[column], cell: CELLS[column] })),
    page: (page, size) => listAccounts(ctx, { ...filter, page, size }),
  });
}

const CELLS: Readonly<Record<AccountColumn, (row: AccountRow) => string | null>> = {
  number: (row) => row.filingNumber,
  name: (row) => row.name,
  platform: (row) => row.platformName,
  host: (row) => row.host.name,
  jurisdiction: (row) => row.jurisdictionName,
  state: (row) => row.stateName,
  opened: (row) => row.openedOn,
  uid: (row) => row.platformUid,
  url: (row) => row.url,
};
