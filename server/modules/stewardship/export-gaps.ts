import { buffer } from 'node:stream/consumers';
import type { GapQuery, GapWire } from '../../../contracts/stewardship/wire.ts';
import {
  gapColumns,
  gapSheet,
  gapStateNames,
  recordKindNames,
} from '../../../contracts/stewardship/words.ts';
import { writeXlsx } from '../../documents/xlsx-write.ts';
import type { Context } from '../../kernel/context.ts';
import type { FileAnswer } from '../../kernel/http/routes.ts';
import { listGaps } from './list-gaps.ts';

/** The list is one statement however long it is: it is asked once and not page by page. */
const LONGEST = 100_000;
const MIME = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What is missing or due as a spreadsheet, with the filters that the screen shows. */
export async function exportGaps(ctx: Context, query: Omit<GapQuery, 'page' | 'size'>): Promise<FileAnswer> {
  const { items } = await listGaps(ctx, { ...query, page: 1, size: LONGEST });
  const sheet = { name: gapSheet, columns: [...gapColumns], rows: items.map(rowOf) };
  return {
    name: `${gapSheet}-${ctx.now.day}.xlsx`,
    mime: MIME,
    content: await buffer(writeXlsx([sheet])),
  };
}

function rowOf(gap: GapWire): (string | null)[] {
  return [
    gapStateNames[gap.state] ?? gap.state,
    recordKindNames[gap.kind] ?? gap.kind,
    gap.message,
    gap.host.name,
    gap.account?.name ?? null,
    gap.account?.platformName ?? null,
    gap.due,
    gap.basis.map(({ sourceTitle, article }) => `${sourceTitle} ${article}`).join('；'),
  ];
}
