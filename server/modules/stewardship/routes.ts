import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import * as wire from '../../../contracts/stewardship/wire.ts';
import { stewardshipRoutes as names } from '../../../contracts/stewardship/words.ts';
import type { Context } from '../../kernel/context.ts';
import { type ModuleRoutes, moduleRoutes, type RouteParts } from '../../kernel/http/routes.ts';
import { done, type Outcome, refuse } from '../../kernel/outcome.ts';
import { attachToRecord, downloadRecordFile } from './attach-file.ts';
import { endRecord } from './end-record.ts';
import { exportGaps } from './export-gaps.ts';
import { accountPlace, unitPlace } from './find-place.ts';
import { keepRecord } from './keep-record.ts';
import { listGaps } from './list-gaps.ts';
import type { StewardshipRecord } from './model.ts';
import { accountLedger, unitLedger } from './read-ledger.ts';

const BASE = '/api/v1/stewardship';
const RECORD = `${BASE}/records/:jurisdiction/:id`;
const kept = z.strictObject({ id: z.uuid() });

/** Who answers for accounts and with what papers; what is missing or due. */
export function stewardshipRoutes(parts: RouteParts): void {
  const r = moduleRoutes(parts, names.tag);
  reading(r);
  keeping(r);
  changing(r);
}

const idOf = (outcome: Outcome<StewardshipRecord>) => (outcome.ok ? done({ id: outcome.value.id }) : outcome);

function reading(r: ModuleRoutes): void {
  r.query({
    url: `${BASE}/accounts/:jurisdiction/:id`,
    summary: names.account,
    params: wire.ledgerKey,
    response: wire.ledger,
    handle: (ctx, { params }) => accountLedger(ctx, params.jurisdiction, params.id),
  });
  r.query({
    url: `${BASE}/units/:id`,
    summary: names.unit,
    params: wire.unitLedgerKey,
    response: wire.ledger,
    handle: (ctx, { params }) => unitLedger(ctx, params.id),
  });
  r.query({
    url: `${BASE}/gaps`,
    summary: names.gaps,
    query: wire.gapQuery,
    response: wire.gapPage,
    handle: (ctx, { query }) => listGaps(ctx, query),
  });
  r.file({
    url: `${BASE}/gaps.xlsx`,
    summary: names.export,
    query: wire.gapExportQuery,
    handle: (ctx, { query }) => exportGaps(ctx, query),
  });
  r.file({
    url: `${RECORD}/files/:fileId`,
    summary: names.file,
    params: wire.ledgerFileKey,
    handle: (ctx, { params }) => downloadRecordFile(ctx, params),
  });
}

function keeping(r: ModuleRoutes): void {
  r.command({
    method: 'POST',
    url: `${BASE}/accounts/:jurisdiction/:id/records`,
    summary: names.keepAccount,
    params: wire.ledgerKey,
    body: wire.keepBody,
    response: kept,
    handle: async (ctx, { params, body }) =>
      idOf(await keepRecord(ctx, await accountPlace(ctx, params.jurisdiction, params.id), body)),
  });
  r.command({
    method: 'POST',
    url: `${BASE}/units/:id/records`,
    summary: names.keepUnit,
    params: wire.unitLedgerKey,
    body: wire.keepBody,
    response: kept,
    handle: async (ctx: Context, { params, body }) =>
      idOf(await keepRecord(ctx, await unitPlace(ctx, params.id), body)),
  });
}

function changing(r: ModuleRoutes): void {
  r.command({
    method: 'POST',
    url: `${RECORD}/end`,
    summary: names.end,
    params: wire.ledgerKey,
    body: wire.endRecordBody,
    response: kept,
    handle: async (ctx, { params, body }) => idOf(await endRecord(ctx, params, body)),
  });
  r.command({
    method: 'POST',
    url: `${RECORD}/files`,
    summary: names.attach,
    params: wire.ledgerKey,
    response: kept,
    upload: readUpload,
    handle: async (ctx, { params, upload }) => idOf(await attachToRecord(ctx, params, upload)),
  });
}

/** The one file of a form; over 20 MB the reader of parts throws. */
async function readUpload(request: FastifyRequest): Promise<Outcome<{ name: string; content: Buffer }>> {
  const missing = refuse({ code: 'stewardship.no-file', field: 'file' });
  if (!request.isMultipart()) return missing;
  const part = await request.file();
  return part ? done({ name: part.filename, content: await part.toBuffer() }) : missing;
}
