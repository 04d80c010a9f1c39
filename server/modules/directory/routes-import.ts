import type { FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { importSheets, importWords } from '../../../contracts/directory/import-words.ts';
import { importCheck, importResult } from '../../../contracts/directory/wire.ts';
import { directoryNames } from '../../../contracts/directory/words.ts';
import { sniffFile } from '../../documents/sniff.ts';
import { moduleRoutes, type RouteParts, receiveUpload, sendOutcome } from '../../kernel/http/routes.ts';
import { done, type Outcome, refuse } from '../../kernel/outcome.ts';
import { checkImport } from './check-import.ts';
import { importDirectory } from './import-directory.ts';
import { importTemplate } from './import-template.ts';
import type { RowProblem } from './rules-import.ts';

const names = directoryNames.routes;
const BASE = '/api/v1/directory/import';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Units and people from a spreadsheet: the empty one, the dry run, the import. */
export function directoryImportRoutes(parts: RouteParts): void {
  const r = moduleRoutes(parts, directoryNames.tag);
  r.file({
    url: `${BASE}/template`,
    summary: names.template,
    handle: async (ctx) => ({ name: importSheets.template, mime: XLSX, content: await importTemplate(ctx) }),
  });
  checkRoute(parts);
  r.command({
    method: 'POST',
    url: BASE,
    summary: names.import,
    response: importResult,
    upload: readUpload,
    handle: async (ctx, { upload }) => {
      const outcome = await importDirectory(ctx, upload);
      if (!outcome.ok) return outcome;
      const { units, people, initial } = outcome.value;
      return done({ units, people, initial: initial.map((each) => ({ ...each })) });
    },
  });
}

/** A POST, since it carries a file, but a read: the database itself sees to it that a dry run changes nothing. */
function checkRoute(parts: RouteParts): void {
  parts.app.withTypeProvider<ZodTypeProvider>().route({
    method: 'POST',
    url: `${BASE}/check`,
    schema: {
      tags: [directoryNames.tag],
      summary: names.checkImport,
      querystring: z.strictObject({}),
      response: { 200: importCheck },
    },
    handler: async (request, reply) => {
      const upload = await receiveUpload(parts, request, readUpload);
      const outcome = upload.ok
        ? await parts.runner.query(parts.who(request), (ctx) => checkImport(ctx, upload.value))
        : upload;
      return sendOutcome(reply, parts.sentences, outcome.ok ? done(viewCheck(outcome.value)) : outcome);
    },
  });
}

/** The one file of a form, which has to be what its name says; over 20 MB the reader of parts throws. */
async function readUpload(request: FastifyRequest): Promise<Outcome<Buffer>> {
  if (!request.isMultipart()) return refuse({ code: 'directory.no-file', field: 'file' });
  let file: { name: string; content: Buffer } | null = null;
  for await (const part of request.parts()) {
    const field = part.fieldname;
    if (part.type !== 'file' || field !== 'file')
      return refuse({ code: 'unknown-field', field, facts: { field } });
    file = { name: part.filename, content: await part.toBuffer() };
  }
  if (!file) return refuse({ code: 'directory.no-file', field: 'file' });
  const sniffed = await sniffFile(file.name, file.content);
  if (sniffed.ok && sniffed.type === 'xlsx') return done(file.content);
  const reason = sniffed.ok ? 'content-mismatch' : sniffed.reason;
  return refuse({ code: 'directory.not-a-workbook', field: 'file', facts: { reason } });
}

function viewCheck(check: { units: number; people: number; problems: readonly RowProblem[] }) {
  return { units: check.units, people: check.people, problems: check.problems.map(viewProblem) };
}

function viewProblem(problem: RowProblem): z.input<typeof importCheck>['problems'][number] {
  const sheet = importSheets[problem.sheet];
  const columns: Readonly<Record<string, string>> = sheet.columns;
  const word = importWords[problem.code];
  return {
    sheet: sheet.name,
    row: problem.row,
    column: problem.column === null ? null : (columns[problem.column] ?? null),
    value: problem.value,
    code: problem.code,
    message: typeof word === 'function' ? word({ ...problem.facts }) : (word ?? problem.code),
  };
}
