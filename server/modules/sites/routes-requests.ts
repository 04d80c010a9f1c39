import { siteKey } from '../../../contracts/sites/wire.ts';
import * as wire from '../../../contracts/sites/wire-requests.ts';
import { siteRoutes as names } from '../../../contracts/sites/words.ts';
import type { Context } from '../../kernel/context.ts';
import type { ModuleRoutes } from '../../kernel/http/routes.ts';
import { done, type Outcome } from '../../kernel/outcome.ts';
import { listRequests } from './list-requests.ts';
import type { ColumnRequest } from './model.ts';
import { printRequest } from './print-request.ts';
import { getRequest } from './read-request.ts';
import { recordBuilt } from './record-built.ts';
import { saveRequest } from './save-request.ts';
import { startRequest } from './start-request.ts';
import { submitRequest } from './submit-request.ts';
import { withdrawRequest } from './withdraw-request.ts';

const REQUESTS = '/api/v1/column-requests';
const REQUEST = `${REQUESTS}/:jurisdiction/:id`;

async function shown(ctx: Context, outcome: Outcome<ColumnRequest>) {
  return outcome.ok ? done(await getRequest(ctx, outcome.value)) : outcome;
}

/** Requests for sections and columns: from draft to built, and on paper. */
export function requestRoutes(r: ModuleRoutes): void {
  reading(r);
  drafting(r);
  deciding(r);
}

function reading(r: ModuleRoutes): void {
  r.query({
    url: REQUESTS,
    summary: names.requests,
    query: wire.requestQuery,
    response: wire.requestPage,
    handle: (ctx, { query }) => listRequests(ctx, query),
  });
  r.query({
    url: REQUEST,
    summary: names.request,
    params: siteKey,
    response: wire.columnRequest,
    handle: (ctx, { params }) => getRequest(ctx, params),
  });
  for (const type of ['docx', 'pdf'] as const) {
    r.file({
      url: `${REQUEST}/form.${type}`,
      summary: names.print,
      params: siteKey,
      handle: (ctx, { params }) => printRequest(ctx, params, type),
    });
  }
}

function drafting(r: ModuleRoutes): void {
  r.command({
    method: 'POST',
    url: `${REQUESTS}/:jurisdiction`,
    summary: names.start,
    params: siteKey.omit({ id: true }),
    body: wire.startRequestBody,
    response: wire.columnRequest,
    handle: async (ctx, { params, body }) => shown(ctx, await startRequest(ctx, { ...params, ...body })),
  });
  r.command({
    method: 'PUT',
    url: `${REQUEST}/draft`,
    summary: names.save,
    params: siteKey,
    body: wire.saveRequestBody,
    response: wire.columnRequest,
    handle: async (ctx, { params, body }) => shown(ctx, await saveRequest(ctx, { ...params, ...body })),
  });
}

function deciding(r: ModuleRoutes): void {
  r.command({
    method: 'POST',
    url: `${REQUEST}/submit`,
    summary: names.submit,
    params: siteKey,
    body: wire.submitRequestBody,
    response: wire.columnRequest,
    handle: async (ctx, { params, body }) => shown(ctx, await submitRequest(ctx, { ...params, ...body })),
  });
  r.command({
    method: 'POST',
    url: `${REQUEST}/withdraw`,
    summary: names.withdraw,
    params: siteKey,
    body: wire.withdrawRequestBody,
    response: wire.columnRequest,
    handle: async (ctx, { params, body }) => shown(ctx, await withdrawRequest(ctx, { ...params, ...body })),
  });
  r.command({
    method: 'POST',
    url: `${REQUEST}/built`,
    summary: names.built,
    params: siteKey,
    body: wire.builtBody,
    response: wire.columnRequest,
    handle: async (ctx, { params, body }) => shown(ctx, await recordBuilt(ctx, { ...params, ...body })),
  });
}
