import { z } from 'zod';
import { auditExportQuery, auditPage, auditQuery, auditVerdict } from '../../../contracts/audit/wire.ts';
import type { ProblemWords } from '../../../contracts/kernel/problem-words.ts';
import { workbench } from '../../../contracts/overview/wire.ts';
import { overviewRouteWords as words } from '../../../contracts/overview/words.ts';
import {
  clauseTrace,
  holds,
  holdsQuery,
  regulation,
  regulationDetail,
} from '../../../contracts/policy/wire.ts';
import { viewEntry } from '../../kernel/audit/view.ts';
import { type ModuleRoutes, moduleRoutes, type RouteParts } from '../../kernel/http/routes.ts';
import type { PackSet } from '../../policy/index.ts';
import { exportAudit } from './export-audit.ts';
import { listTasks } from './list-tasks.ts';
import { markNoticeRead } from './mark-notice-read.ts';
import { checkAudit, readAudit } from './read-audit.ts';
import { listRegulations, readHolds, readRegulation, readTrace } from './read-policy.ts';
import { viewVerdict } from './view-audit.ts';

const noticeKey = z.strictObject({ id: z.uuid() });
const packKey = z.strictObject({ pack: z.string().max(80) });

/** The workbench, the trail, and what the regulations say. */
export function overviewRoutes(parts: RouteParts, packs: PackSet, notices: ProblemWords): void {
  const r = moduleRoutes(parts, words.tag);
  r.query({
    url: '/api/v1/workbench',
    summary: words.workbench,
    response: workbench,
    handle: (ctx) => listTasks(ctx, notices),
  });
  r.command({
    method: 'POST',
    url: '/api/v1/notices/:id/read',
    summary: words.noticeRead,
    params: noticeKey,
    response: z.strictObject({ read: z.boolean() }),
    handle: (ctx, { params }) => markNoticeRead(ctx, params.id),
  });
  r.query({
    url: '/api/v1/audit',
    summary: words.audit,
    query: auditQuery,
    response: auditPage,
    handle: async (ctx, { query }) => {
      const { items, total } = await readAudit(ctx, query);
      return { items: items.map(viewEntry), total, page: query.page, size: query.size };
    },
  });
  r.file({
    url: '/api/v1/audit.xlsx',
    summary: words.auditExport,
    query: auditExportQuery,
    handle: (ctx, { query }) => exportAudit(ctx, query),
  });
  r.query({
    url: '/api/v1/audit/verdict',
    summary: words.verdict,
    response: auditVerdict,
    handle: async (ctx) => viewVerdict(await checkAudit(ctx), ctx.geography),
  });
  policyRoutes(r, packs);
}

function policyRoutes(r: ModuleRoutes, packs: PackSet): void {
  r.query({
    url: '/api/v1/policy/regulations',
    summary: words.regulations,
    response: z.strictObject({ items: z.array(regulation) }),
    handle: async (ctx) => ({ items: listRegulations(ctx, packs) }),
  });
  r.query({
    url: '/api/v1/policy/regulations/:pack',
    summary: words.regulation,
    params: packKey,
    response: regulationDetail,
    handle: async (ctx, { params }) => readRegulation(ctx, packs, params.pack),
  });
  r.query({
    url: '/api/v1/policy/holds',
    summary: words.holds,
    query: holdsQuery,
    response: holds,
    handle: (ctx, { query }) => readHolds(ctx, query),
  });
  r.query({
    url: '/api/v1/policy/clauses',
    summary: words.clauses,
    response: clauseTrace,
    handle: async () => readTrace(packs),
  });
}
