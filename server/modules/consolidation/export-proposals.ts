import type { ProposalQuery, ProposalRow } from '../../../contracts/consolidation/wire.ts';
import { exportSheet, exportHeads as heads } from '../../../contracts/consolidation/words.ts';
import { listToXlsx } from '../../documents/list-sheet.ts';
import type { Context } from '../../kernel/context.ts';
import type { FileAnswer } from '../../kernel/http/routes.ts';
import { filterOf } from './list-proposals.ts';
import { findProposals } from './store.ts';
import { proposalRow } from './view.ts';

/** What the filters show as a spreadsheet, one row for each proposal. */
export function exportProposals(ctx: Context, query: ProposalQuery): Promise<FileAnswer> {
  return listToXlsx<ProposalRow>({
    name: exportSheet,
    day: ctx.now.day,
    columns: [
      { ...heads.kind, cell: (row) => row.kindName },
      { ...heads.host, cell: (row) => row.hostName },
      {
        ...heads.accounts,
        cell: (row) => row.accounts.map(({ name, platformName }) => `${name}（${platformName}）`).join('；'),
      },
      { ...heads.reasons, cell: (row) => row.reasons.join('；') },
      {
        ...heads.basis,
        cell: (row) => row.basis.map(({ sourceTitle, article }) => `${sourceTitle} ${article}`).join('；'),
      },
      { ...heads.state, cell: (row) => row.stateName },
      { ...heads.action, cell: (row) => row.actionName },
      { ...heads.due, cell: (row) => row.dueOn },
      { ...heads.jurisdiction, cell: (row) => row.jurisdictionName },
    ],
    page: async (page, size) => {
      const { items, total } = await findProposals(ctx.tx, filterOf(ctx, { ...query, page, size }));
      return { items: items.map((proposal) => proposalRow(ctx, proposal)), total };
    },
  });
}
