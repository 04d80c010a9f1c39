import type { AuditEntryWire, AuditExportQuery } from '../../../contracts/audit/wire.ts';
import { auditSheet, auditColumns as heads } from '../../../contracts/audit/words-export.ts';
import { listToXlsx } from '../../documents/list-sheet.ts';
import { viewEntry } from '../../kernel/audit/view.ts';
import type { Context } from '../../kernel/context.ts';
import type { FileAnswer } from '../../kernel/http/routes.ts';
import { readAudit } from './read-audit.ts';

/** The trail as a spreadsheet: exactly the entries that the filters show, with the hash that proves each. */
export function exportAudit(ctx: Context, query: AuditExportQuery): Promise<FileAnswer> {
  return listToXlsx<AuditEntryWire>({
    name: auditSheet,
    day: ctx.now.day,
    columns: [
      { ...heads.seq, cell: (row) => row.seq },
      { ...heads.jurisdiction, cell: (row) => row.jurisdiction },
      { ...heads.at, cell: (row) => row.at },
      { ...heads.who, cell: (row) => row.who },
      { ...heads.post, cell: (row) => row.post },
      { ...heads.action, cell: (row) => row.actionName },
      { ...heads.subject, cell: (row) => row.subjectName },
      { ...heads.subjectId, cell: (row) => row.subjectId },
      { ...heads.hash, cell: (row) => row.hash },
    ],
    page: async (page, size) => {
      const { items, total } = await readAudit(ctx, { ...query, page, size });
      return { items: items.map(viewEntry), total };
    },
  });
}
