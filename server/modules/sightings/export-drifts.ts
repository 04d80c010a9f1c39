import type { Drift, DriftExportQuery } from '../../../contracts/sightings/wire.ts';
import { driftSheet, driftColumns as heads } from '../../../contracts/sightings/words-export.ts';
import { listToXlsx } from '../../documents/list-sheet.ts';
import { dayOf } from '../../kernel/clock.ts';
import type { Context } from '../../kernel/context.ts';
import type { FileAnswer } from '../../kernel/http/routes.ts';
import { listDrifts } from './list-drifts.ts';

/** The findings as a spreadsheet: exactly those that the filters show. */
export function exportDrifts(ctx: Context, query: DriftExportQuery): Promise<FileAnswer> {
  return listToXlsx<Drift>({
    name: driftSheet,
    day: ctx.now.day,
    columns: [
      { ...heads.account, cell: (row) => row.account.name },
      { ...heads.platform, cell: (row) => row.platformName },
      { ...heads.host, cell: (row) => row.host.name },
      { ...heads.jurisdiction, cell: (row) => row.jurisdictionName },
      { ...heads.kind, cell: (row) => row.kindName },
      { ...heads.filed, cell: (row) => row.filed },
      { ...heads.seen, cell: (row) => row.seen },
      { ...heads.firstSeen, cell: (row) => dayOf(row.firstSeenAt) },
      { ...heads.state, cell: (row) => row.stateName },
      { ...heads.explanation, cell: (row) => row.explanation },
    ],
    page: (page, size) => listDrifts(ctx, { ...query, page, size }),
  });
}
