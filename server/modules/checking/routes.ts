import type { FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import * as wire from '../../../contracts/checking/wire.ts';
import { checkingRouteWords as names } from '../../../contracts/checking/words.ts';
import { refusedSentence } from '../../../contracts/checks/words-inputs.ts';
import { id as uuid } from '../../../contracts/kernel/wire.ts';
import { readInput } from '../../documents/read-input.ts';
import { RefusedFile } from '../../documents/refused-file.ts';
import { type ModuleRoutes, moduleRoutes, type RouteParts } from '../../kernel/http/routes.ts';
import { done, type Outcome, refuse } from '../../kernel/outcome.ts';
import { addFile, type UploadedFile } from './add-file.ts';
import type { Checkers } from './build-checker.ts';
import { checkText, pastedText, type TextToCheck } from './check-text.ts';
import { exportReport } from './export-report.ts';
import { overridesAround, overridesOfText } from './find-overrides.ts';
import { openBatch } from './open-batch.ts';
import { overrideFinding } from './override-finding.ts';
import { getCheck, getDocument, listChecks } from './read-check.ts';
import { lexiconRoutes } from './routes-lexicon.ts';
import { startBatch } from './start-batch.ts';
import { overrideRowView } from './view.ts';

const CHECKS = '/api/v1/checks';
const CHECK = `${CHECKS}/:jurisdiction/:id`;
const DOCUMENT = `${CHECK}/documents/:position`;

/** Content checks, what was let pass, reports, and the lexicons of the jurisdictions. */
export function checkingRoutes(parts: RouteParts, checkers: Checkers): void {
  const r = moduleRoutes(parts, names.tag);
  checking(r, checkers);
  batches(r);
  reading(r);
  searching(parts);
  reports(r);
  lexiconRoutes(moduleRoutes(parts, names.lexiconTag), checkers);
}

function checking(r: ModuleRoutes, checkers: Checkers): void {
  r.longCommand({
    method: 'POST',
    url: CHECKS,
    summary: names.text,
    body: wire.checkTextBody,
    response: wire.checkedText,
    handle: (steps, { body }) =>
      checkText(steps, checkers, {
        unit: body.unit,
        title: body.title ?? '',
        kind: 'text',
        declared: body.declared ?? {},
        input: pastedText(body.text),
      }),
  });
  r.longCommand({
    method: 'POST',
    url: `${CHECKS}/documents`,
    summary: names.document,
    response: wire.checkedText,
    upload: readDocument,
    handle: (steps, { upload }) => checkText(steps, checkers, upload),
  });
  r.command({
    method: 'POST',
    url: `${DOCUMENT}/findings/:number/override`,
    summary: names.override,
    params: wire.findingKey,
    body: wire.overrideBody,
    response: wire.checkedText,
    handle: async (ctx, { params, body }) => {
      const outcome = await overrideFinding(ctx, params, body.reason);
      return outcome.ok ? done(await getDocument(ctx, params)) : outcome;
    },
  });
}

function batches(r: ModuleRoutes): void {
  r.command({
    method: 'POST',
    url: `${CHECKS}/batches`,
    summary: names.open,
    body: wire.openBatchBody,
    response: wire.check,
    handle: async (ctx, { body }) => {
      const outcome = await openBatch(ctx, body);
      return outcome.ok ? done(await getCheck(ctx, outcome.value)) : outcome;
    },
  });
  r.command({
    method: 'POST',
    url: `${CHECK}/files`,
    summary: names.add,
    params: wire.checkKey,
    response: wire.check,
    upload: async (request) => {
      const form = await readForm(request);
      return form.ok ? done(form.value.file) : form;
    },
    handle: async (ctx, { params, upload }) => {
      const outcome = await addFile(ctx, params, upload);
      return outcome.ok ? done(await getCheck(ctx, params)) : outcome;
    },
  });
  r.command({
    method: 'POST',
    url: `${CHECK}/start`,
    summary: names.start,
    params: wire.checkKey,
    response: wire.check,
    handle: async (ctx, { params }) => {
      const outcome = await startBatch(ctx, params);
      return outcome.ok ? done(await getCheck(ctx, params)) : outcome;
    },
  });
}

function reading(r: ModuleRoutes): void {
  r.query({
    url: CHECKS,
    summary: names.list,
    query: wire.checkQuery,
    response: wire.checkPage,
    handle: (ctx, { query }) => listChecks(ctx, query),
  });
  r.query({
    url: `${CHECKS}/overrides`,
    summary: names.overrides,
    query: wire.overrideQuery,
    response: wire.overridePage,
    handle: async (ctx, { query }) => {
      const { items, total } = await overridesAround(ctx, query);
      return { items: items.map(overrideRowView), total, page: query.page, size: query.size };
    },
  });
  r.query({
    url: CHECK,
    summary: names.show,
    params: wire.checkKey,
    response: wire.check,
    handle: (ctx, { params }) => getCheck(ctx, params),
  });
  r.query({
    url: DOCUMENT,
    summary: names.findings,
    params: wire.documentKey,
    response: wire.checkedText,
    handle: (ctx, { params }) => getDocument(ctx, params),
  });
}

/** A POST, since it carries a text, but a read: the database itself sees to it that nothing is changed or kept. */
function searching(parts: RouteParts): void {
  parts.app.withTypeProvider<ZodTypeProvider>().route({
    method: 'POST',
    url: `${CHECKS}/overrides/search`,
    schema: {
      tags: [names.tag],
      summary: names.search,
      querystring: z.strictObject({}),
      body: wire.overrideSearchBody,
      response: { 200: wire.overrideSearchAnswer },
    },
    handler: (request) =>
      parts.runner.query(parts.who(request), async (ctx) => ({
        items: (await overridesOfText(ctx, request.body.text)).map(overrideRowView),
      })),
  });
}

function reports(r: ModuleRoutes): void {
  for (const type of ['docx', 'pdf', 'xlsx'] as const) {
    r.file({
      url: `${CHECK}/report.${type}`,
      summary: `${names.report} (${type})`,
      params: wire.checkKey,
      handle: (ctx, { params }) => exportReport(ctx, params, type),
    });
  }
}

interface CheckForm {
  readonly unit: string;
  readonly declared: wire.Declared;
  readonly file: UploadedFile;
}

/** The file of a form and the unit it is checked for, in whichever order they come; over 20 MB the reader throws. */
async function readForm(request: FastifyRequest): Promise<Outcome<CheckForm>> {
  if (!request.isMultipart()) return refuse({ code: 'checking.no-file', field: 'file' });
  let unit = '';
  let declared: wire.Declared = {};
  let file: UploadedFile | null = null;
  for await (const part of request.parts()) {
    if (part.type === 'file') file = { name: part.filename, content: await part.toBuffer() };
    else if (part.fieldname === 'unit' && typeof part.value === 'string') unit = part.value;
    else if (part.fieldname === 'declared' && typeof part.value === 'string') {
      const read = declaredIn(part.value);
      if (read === null) return refuse({ code: 'checking.declared-malformed', field: 'declared' });
      declared = read;
    } else return refuse({ code: 'unknown-field', field: part.fieldname, facts: { field: part.fieldname } });
  }
  return file === null ? refuse({ code: 'checking.no-file', field: 'file' }) : done({ unit, declared, file });
}

/** What an author declares about a file travels as JSON in a field of the form; null where it is no such thing. */
function declaredIn(json: string): wire.Declared | null {
  try {
    return wire.declared.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}

/** A document is read before the transaction begins: it may take seconds. */
async function readDocument(request: FastifyRequest): Promise<Outcome<TextToCheck>> {
  const form = await readForm(request);
  if (!form.ok) return form;
  const { unit, declared, file } = form.value;
  if (!uuid.safeParse(unit).success) return refuse({ code: 'checking.no-unit', field: 'unit' });
  try {
    const input = await readInput(file.name, file.content);
    return done({ unit, title: file.name, kind: 'document', declared, input });
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error;
    const message = refusedSentence(error.reason, error.facts);
    return refuse({ code: 'checking.unreadable', field: 'file', facts: { message } });
  }
}
