import type { FastifyRequest } from 'fastify';
import * as wire from '../../../contracts/accounts/wire.ts';
import { entrySheetText } from '../../../contracts/accounts/words-entry.ts';
import { accountRoutes as names } from '../../../contracts/accounts/words-routes.ts';
import type { Context } from '../../kernel/context.ts';
import type { ModuleRoutes } from '../../kernel/http/routes.ts';
import { done, type Outcome, refuse } from '../../kernel/outcome.ts';
import { attachFile, type Upload } from './attach-file.ts';
import { detachFile } from './detach-file.ts';
import { downloadFile } from './download-file.ts';
import { exportAccounts } from './export-accounts.ts';
import { exportEntrySheet, readEntrySheet } from './export-entry-sheet.ts';
import { exportFilings } from './export-filings.ts';
import type { Filing } from './model.ts';
import { printForm } from './print-form.ts';
import { getFiling } from './read-filing.ts';

export const FILING = '/api/v1/filings/:jurisdiction/:id';

/** Every change of a filing answers with the filing as it then is. */
export async function shown(ctx: Context, outcome: Outcome<Filing>): Promise<Outcome<wire.FilingWire>> {
  return outcome.ok ? done(await getFiling(ctx, outcome.value.jurisdiction, outcome.value.id)) : outcome;
}

/** Papers of a filing in and out, and the printed form. */
export function fileRoutes(r: ModuleRoutes): void {
  r.file({
    url: '/api/v1/accounts.xlsx',
    summary: names.export,
    query: wire.accountExportQuery,
    handle: (ctx, { query }) => exportAccounts(ctx, query),
  });
  r.file({
    url: '/api/v1/filings.xlsx',
    summary: names.exportFilings,
    query: wire.filingExportQuery,
    handle: (ctx, { query }) => exportFilings(ctx, query),
  });
  for (const type of ['docx', 'pdf'] as const) {
    r.file({
      url: `${FILING}/form.${type}`,
      summary: `${names.print} (${type})`,
      params: wire.accountKey,
      handle: (ctx, { params }) => printForm(ctx, params, type),
    });
  }
  entrySheets(r);
  r.file({
    url: `${FILING}/files/:fileId`,
    summary: names.file,
    params: wire.filingFileKey,
    handle: (ctx, { params }) => downloadFile(ctx, params),
  });
  r.command({
    method: 'POST',
    url: `${FILING}/files`,
    summary: names.attach,
    params: wire.accountKey,
    response: wire.filing,
    upload: readUpload,
    handle: async (ctx, { params, upload }) => shown(ctx, await attachFile(ctx, params, upload)),
  });
  r.command({
    method: 'DELETE',
    url: `${FILING}/files/:fileId`,
    summary: names.detach,
    params: wire.filingFileKey,
    response: wire.filing,
    handle: async (ctx, { params }) => shown(ctx, await detachFile(ctx, params, params.fileId)),
  });
}

/** What has to be typed into a system outside, to read and as a file. */
function entrySheets(r: ModuleRoutes): void {
  const url = `${FILING}/entries/:entryId/sheet`;
  r.query({
    url,
    summary: entrySheetText.route,
    params: wire.filingEntryKey,
    response: wire.entrySheet,
    handle: async (ctx, { params }) => {
      const { lines } = await readEntrySheet(ctx, params);
      return { lines: lines.map((line) => ({ ...line })) };
    },
  });
  r.file({
    url: `${url}.xlsx`,
    summary: entrySheetText.routeFile,
    params: wire.filingEntryKey,
    handle: (ctx, { params }) => exportEntrySheet(ctx, params),
  });
}

/** The one file of a form and its label, in whichever order they come; over 20 MB the reader of parts throws. */
async function readUpload(request: FastifyRequest): Promise<Outcome<Upload>> {
  if (!request.isMultipart()) return refuse({ code: 'accounts.no-file', field: 'file' });
  let label = '';
  let file: { name: string; content: Buffer } | null = null;
  for await (const part of request.parts()) {
    if (part.type === 'file') file = { name: part.filename, content: await part.toBuffer() };
    else if (part.fieldname === 'label' && typeof part.value === 'string') label = part.value;
    else return refuse({ code: 'unknown-field', field: part.fieldname, facts: { field: part.fieldname } });
  }
  if (!file) return refuse({ code: 'accounts.no-file', field: 'file' });
  return done({ label, ...file });
}
