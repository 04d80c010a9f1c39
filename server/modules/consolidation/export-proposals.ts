import { buffer } from 'node:stream/consumers';
import type { ProposalQuery } from '../../../contracts/consolidation/wire.ts';
import { exportColumns, exportSheet } from '../../../contracts/consolidation/words.ts';
import { writeXlsx } from '../../documents/xlsx-write.ts';
import type { Context } from '../../kernel/context.ts';
import type { FileAnswer } from '../../kernel/http/routes.ts';
import { filterOf } from './list-proposals.ts';
import { findProposals } from './store.ts';
import { proposalRow } from './view.ts';

const MIME = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const AT_A_TIME = 1000;

/** What the filters show as a spreadsheet, one row for each proposal. */
export async function exportProposals(ctx: Context, query: ProposalQuery): Promise<FileAnswer> {
  const sheet = { name: exportSheet, columns: [...exportColumns], rows: rowsOf(ctx, query) };
  return {
    name: `${exportSheet}-${ctx.now.day}.xlsx`,
    mime: MIME,
    content: await buffer(writeXlsx([sheet])),
  };
}

async function* rowsOf(ctx: Context, query: ProposalQuery) {
  for (let page = 1; ; page++) {
    const asked = { ...query, page, size: AT_A_TIME };
    const { items, total } = await findProposals(ctx.tx, filterOf(ctx, asked));
    for (const proposal of items) {
      const row = proposalRow(ctx, proposal);
      yield [
        row.kindName,
        row.hostName,
        row.accounts.map(({ name, platformName }) => `${name}（${platformName}）`).join('；'),
        row.reasons.join('；'),
        row.basis.map(({ sourceTitle, article }) => `${sourceTitle} ${article}`).join('；'),
        row.stateName,
        row.actionName ?? '',
        row.dueOn ?? '',
        row.jurisdictionName,
      ];
    }
    if (page * AT_A_TIME >= total) return;
  }
}
