import type { FastifyRequest } from 'fastify';
import * as wire from '../../../contracts/sightings/wire.ts';
import { sightingsRoutes as names } from '../../../contracts/sightings/words.ts';
import type { Context } from '../../kernel/context.ts';
import { type ModuleRoutes, moduleRoutes, type RouteParts } from '../../kernel/http/routes.ts';
import { done, type Outcome, refuse } from '../../kernel/outcome.ts';
import { exportDrifts } from './export-drifts.ts';
import { accountSightings, listDrifts } from './list-drifts.ts';
import type { Drift } from './model.ts';
import { closeDrift, explainDrift, fileDrift } from './move-drift.ts';
import { recordSighting } from './record-sighting.ts';
import type { TableRow } from './rules-upload.ts';
import { tableRows, uploadSightings } from './upload-sightings.ts';
import { driftView } from './view.ts';

const DRIFT = '/api/v1/drifts/:jurisdiction/:id';
const ACCOUNT = '/api/v1/accounts/:jurisdiction/:id/sightings';

/** What was seen on the platforms, and how it differs from what is filed. */
export function sightingsRoutes(parts: RouteParts): void {
  const r = moduleRoutes(parts, names.tag);
  reading(r);
  recording(r);
  moving(r);
}

function reading(r: ModuleRoutes): void {
  r.file({
    url: '/api/v1/drifts.xlsx',
    summary: names.export,
    query: wire.driftExportQuery,
    handle: (ctx, { query }) => exportDrifts(ctx, query),
  });
  r.query({
    url: '/api/v1/drifts',
    summary: names.drifts,
    query: wire.driftQuery,
    response: wire.driftPage,
    handle: (ctx, { query }) => listDrifts(ctx, query),
  });
  r.query({
    url: ACCOUNT,
    summary: names.account,
    params: wire.driftKey,
    response: wire.accountSightings,
    handle: (ctx, { params }) => accountSightings(ctx, params.jurisdiction, params.id),
  });
}

function recording(r: ModuleRoutes): void {
  r.command({
    method: 'POST',
    url: ACCOUNT,
    summary: names.record,
    params: wire.driftKey,
    body: wire.sightingBody,
    response: wire.recorded,
    handle: (ctx, { params, body }) =>
      recordSighting(ctx, {
        jurisdiction: params.jurisdiction,
        accountId: params.id,
        source: 'person',
        presence: body.presence,
        seenOn: body.seenOn,
        name: body.name || null,
        handle: body.handle || null,
        uid: body.uid || null,
        url: body.url || null,
        certification: body.certification || null,
        avatar: body.avatar || null,
        note: body.note || null,
      }),
  });
  r.command({
    method: 'POST',
    url: '/api/v1/sightings/upload',
    summary: names.upload,
    response: wire.uploaded,
    upload: readUpload,
    handle: (ctx, { upload }) => uploadSightings(ctx, upload),
  });
}

function moving(r: ModuleRoutes): void {
  r.command({
    method: 'POST',
    url: `${DRIFT}/explain`,
    summary: names.explain,
    params: wire.driftKey,
    body: wire.reasonBody,
    response: wire.driftPage.shape.items.element,
    handle: async (ctx, { params, body }) => shown(ctx, await explainDrift(ctx, { ...params, ...body })),
  });
  r.command({
    method: 'POST',
    url: `${DRIFT}/file`,
    summary: names.file,
    params: wire.driftKey,
    body: wire.fileBody,
    response: wire.driftPage.shape.items.element,
    handle: async (ctx, { params, body }) => shown(ctx, await fileDrift(ctx, { ...params, ...body })),
  });
  r.command({
    method: 'POST',
    url: `${DRIFT}/close`,
    summary: names.close,
    params: wire.driftKey,
    body: wire.reasonBody,
    response: wire.driftPage.shape.items.element,
    handle: async (ctx, { params, body }) => shown(ctx, await closeDrift(ctx, { ...params, ...body })),
  });
}

const shown = (ctx: Context, outcome: Outcome<Drift>) =>
  outcome.ok ? done(driftView(ctx, outcome.value)) : outcome;

/** The one file of a form, read into rows before the transaction begins. */
async function readUpload(request: FastifyRequest): Promise<Outcome<TableRow[]>> {
  if (!request.isMultipart()) return refuse({ code: 'sightings.no-file', field: 'file' });
  let table: { name: string; content: Buffer } | null = null;
  for await (const part of request.parts()) {
    if (part.type !== 'file' || part.fieldname !== 'file')
      return refuse({ code: 'unknown-field', field: part.fieldname, facts: { field: part.fieldname } });
    table = { name: part.filename, content: await part.toBuffer() };
  }
  return table ? tableRows(table) : refuse({ code: 'sightings.no-file', field: 'file' });
}
