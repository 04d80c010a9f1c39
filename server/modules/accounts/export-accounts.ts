import { buffer } from 'node:stream/consumers';
import type { AccountColumn, AccountExportQuery, AccountRow } from '../../../contracts/accounts/wire.ts';
import { accountColumns, accountSheet } from '../../../contracts/accounts/words.ts';
import { writeXlsx } from '../../documents/xlsx-write.ts';
import type { Context } from '../../kernel/context.ts';
import type { FileAnswer } from '../../kernel/http/routes.ts';
import { listAccounts } from './list-business.ts';

const AT_A_TIME = 1_000;
const LONGEST = 100_000;
const MIME = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The registry as a spreadsheet: exactly the accounts that the filters show, and the columns asked for. */
export async function exportAccounts(
  ctx: Context,
  { columns, ...filter }: AccountExportQuery,
): Promise<FileAnswer> {
  const shown = columns ?? (Object.keys(accountColumns) as AccountColumn[]);
  const sheet = {
    name: accountSheet,
    columns: shown.map((column) => accountColumns[column]),
    rows: rowsOf(ctx, filter, shown),
  };
  return {
    name: `${accountSheet}-${ctx.now.day}.xlsx`,
    mime: MIME,
    content: await buffer(writeXlsx([sheet])),
  };
}

async function* rowsOf(
  ctx: Context,
  filter: Omit<AccountExportQuery, 'columns'>,
  shown: readonly AccountColumn[],
) {
  for (let page = 1; page <= LONGEST / AT_A_TIME; page++) {
    const { items, total } = await listAccounts(ctx, { ...filter, page, size: AT_A_TIME });
    for (const item of items) yield shown.map((column) => CELLS[column](item));
    if (page * AT_A_TIME >= total) return;
  }
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
