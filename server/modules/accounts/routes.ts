import * as wire from '../../../contracts/accounts/wire.ts';
import { type ModuleRoutes, moduleRoutes, type RouteParts } from '../../kernel/http/routes.ts';
import { finishEntry } from './finish-entry.ts';
import { listAccounts, listFilings } from './list-business.ts';
import { platformsOf } from './platforms.ts';
import { previewFiling } from './preview-filing.ts';
import { getDossier } from './read-dossier.ts';
import { getFiling } from './read-filing.ts';
import { recordOpening } from './record-opening.ts';
import { FILING, fileRoutes, shown } from './routes-files.ts';
import { saveDraft } from './save-draft.ts';
import { startFiling } from './start-filing.ts';
import { submitFiling } from './submit-filing.ts';
import { withdrawFiling } from './withdraw-filing.ts';

/** The registry and its dossiers; filings from draft to registration; papers and printed forms. */
export function accountsRoutes(parts: RouteParts): void {
  registry(moduleRoutes(parts, 'accounts'));
  reading(moduleRoutes(parts, 'filings'));
  drafting(moduleRoutes(parts, 'filings'));
  deciding(moduleRoutes(parts, 'filings'));
  fileRoutes(moduleRoutes(parts, 'filings'));
}

function registry(r: ModuleRoutes): void {
  r.query({
    url: '/api/v1/accounts',
    summary: '账号台账',
    query: wire.accountQuery,
    response: wire.accountPage,
    handle: (ctx, { query }) => listAccounts(ctx, query),
  });
  r.query({
    url: '/api/v1/accounts/:jurisdiction/:id',
    summary: '一户一档：备案、审批、材料、期限、审计记录',
    params: wire.accountKey,
    response: wire.dossier,
    handle: (ctx, { params }) => getDossier(ctx, params.jurisdiction, params.id),
  });
  r.query({
    url: '/api/v1/platforms',
    summary: '平台目录，及是否核准',
    query: wire.platformQuery,
    response: wire.platformList,
    handle: async (ctx, { query }) => {
      const { items, basis } = platformsOf(ctx.policy(query.jurisdiction));
      return {
        items: items.map(({ id, name, approved, kind, idLabel }) => ({
          id,
          name,
          approved,
          kind,
          idLabel,
          basis: [...basis],
        })),
      };
    },
  });
}

function reading(r: ModuleRoutes): void {
  r.query({
    url: '/api/v1/filings',
    summary: '与我有关的备案',
    query: wire.filingQuery,
    response: wire.filingPage,
    handle: (ctx, { query }) => listFilings(ctx, query),
  });
  r.query({
    url: '/api/v1/filings/preview',
    summary: '开设之前：本单位能否开设、用什么表、走什么流程',
    query: wire.previewQuery,
    response: wire.filingPreview,
    handle: (ctx, { query }) => previewFiling(ctx, query.unit),
  });
  r.query({
    url: FILING,
    summary: '一件备案：表单、检查、流程、过程、期限',
    params: wire.accountKey,
    response: wire.filing,
    handle: (ctx, { params }) => getFiling(ctx, params.jurisdiction, params.id),
  });
}

function drafting(r: ModuleRoutes): void {
  r.command({
    method: 'POST',
    url: '/api/v1/filings',
    summary: '新建备案草稿',
    body: wire.startFilingBody,
    response: wire.filing,
    handle: async (ctx, { body }) => shown(ctx, await startFiling(ctx, body)),
  });
  r.command({
    method: 'PUT',
    url: `${FILING}/draft`,
    summary: '保存草稿；可以不完整',
    params: wire.accountKey,
    body: wire.draftBody,
    response: wire.filing,
    handle: async (ctx, { params, body }) => shown(ctx, await saveDraft(ctx, { ...params, ...body })),
  });
}

function deciding(r: ModuleRoutes): void {
  r.command({
    method: 'POST',
    url: `${FILING}/submit`,
    summary: '提交；不满足的各项一并指出',
    params: wire.accountKey,
    body: wire.submitBody,
    response: wire.filing,
    handle: async (ctx, { params, body }) => shown(ctx, await submitFiling(ctx, { ...params, ...body })),
  });
  r.command({
    method: 'POST',
    url: `${FILING}/withdraw`,
    summary: '撤回',
    params: wire.accountKey,
    body: wire.withdrawBody,
    response: wire.filing,
    handle: async (ctx, { params, body }) => shown(ctx, await withdrawFiling(ctx, { ...params, ...body })),
  });
  r.command({
    method: 'POST',
    url: `${FILING}/opened`,
    summary: '登记账号已在平台上开设',
    params: wire.accountKey,
    body: wire.openedBody,
    response: wire.filing,
    handle: async (ctx, { params, body }) => shown(ctx, await recordOpening(ctx, { ...params, ...body })),
  });
  r.command({
    method: 'POST',
    url: `${FILING}/entries/:entryId/done`,
    summary: '登记已在外部系统填报',
    params: wire.filingEntryKey,
    body: wire.entryDoneBody,
    response: wire.filing,
    handle: async (ctx, { params, body }) => shown(ctx, await finishEntry(ctx, { ...params, ...body })),
  });
}
