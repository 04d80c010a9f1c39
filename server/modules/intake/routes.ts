import type { FastifyRequest } from 'fastify';
import * as wire from '../../../contracts/intake/wire.ts';
import { intakeRoutes as names } from '../../../contracts/intake/words.ts';
import { sniffFile } from '../../documents/sniff.ts';
import type { Context } from '../../kernel/context.ts';
import { type ModuleRoutes, moduleRoutes, type RouteParts } from '../../kernel/http/routes.ts';
import { done, found, type Outcome, refuse } from '../../kernel/outcome.ts';
import { intakeAreas } from './abilities.ts';
import { checkIntake, keeperPost } from './check-intake.ts';
import { mapColumns } from './map-columns.ts';
import type { Intake } from './model.ts';
import { runIntake } from './run-intake.ts';
import { findIntakes, readIntake, readProblems } from './store.ts';
import { undoIntake } from './undo-intake.ts';
import { intakeView, problemPageView } from './view.ts';
import { exportProblems, intakeTemplate } from './write-sheets.ts';

const BASE = '/api/v1/intakes';
const ONE = `${BASE}/:jurisdiction/:id`;

/** Imports of registries: upload and dry run, columns, the work itself, taking back. */
export function intakeRoutes(parts: RouteParts): void {
  const r = moduleRoutes(parts, names.tag);
  reading(r);
  working(r);
}

function reading(r: ModuleRoutes): void {
  r.query({
    url: BASE,
    summary: names.list,
    query: wire.intakeQuery,
    response: wire.intakePage,
    handle: async (ctx, { query }) => {
      const codes = intakeAreas(ctx.actor);
      const { items, total } = await findIntakes(ctx.tx, codes, query);
      const areas = codes.map((code) => ({ code, name: ctx.geography.get(code)?.name ?? code }));
      return { ...query, total, items: items.map((intake) => intakeView(ctx, intake)), areas };
    },
  });
  r.query({
    url: ONE,
    summary: names.one,
    params: wire.intakeKey,
    response: wire.intake,
    handle: async (ctx, { params }) => {
      keeperPost(ctx, params.jurisdiction);
      return intakeView(ctx, found(await readIntake(ctx.tx, params.jurisdiction, params.id)));
    },
  });
  r.query({
    url: `${ONE}/problems`,
    summary: names.problems,
    params: wire.intakeKey,
    query: wire.intakeQuery,
    response: wire.intakeProblemPage,
    handle: async (ctx, { params, query }) => {
      keeperPost(ctx, params.jurisdiction);
      return problemPageView(await readProblems(ctx.tx, params, query), query);
    },
  });
  r.file({
    url: `${ONE}/problems.xlsx`,
    summary: names.problemsFile,
    params: wire.intakeKey,
    handle: (ctx, { params }) => exportProblems(ctx, params),
  });
  r.file({ url: `${BASE}/template`, summary: names.template, handle: intakeTemplate });
}

function working(r: ModuleRoutes): void {
  r.command({
    method: 'POST',
    url: BASE,
    summary: names.check,
    response: wire.intake,
    upload: readUpload,
    handle: async (ctx, { upload }) => shown(ctx, await checkIntake(ctx, upload)),
  });
  r.command({
    method: 'PUT',
    url: `${ONE}/mapping`,
    summary: names.map,
    params: wire.intakeKey,
    body: wire.mapBody,
    response: wire.intake,
    handle: async (ctx, { params, body }) => shown(ctx, await mapColumns(ctx, { ...params, ...body })),
  });
  r.command({
    method: 'POST',
    url: `${ONE}/run`,
    summary: names.run,
    params: wire.intakeKey,
    body: wire.runBody,
    response: wire.intake,
    handle: async (ctx, { params, body }) => shown(ctx, await runIntake(ctx, { ...params, ...body })),
  });
  r.command({
    method: 'POST',
    url: `${ONE}/undo`,
    summary: names.undo,
    params: wire.intakeKey,
    body: wire.undoBody,
    response: wire.intake,
    handle: async (ctx, { params, body }) => shown(ctx, await undoIntake(ctx, { ...params, ...body })),
  });
}

function shown(ctx: Context, outcome: Outcome<Intake>) {
  return outcome.ok ? done(intakeView(ctx, outcome.value)) : outcome;
}

interface Upload {
  readonly jurisdiction: string;
  readonly fileName: string;
  readonly bytes: Buffer;
}

/** A workbook and the jurisdiction whose registry it is. */
async function readUpload(request: FastifyRequest): Promise<Outcome<Upload>> {
  if (!request.isMultipart()) return refuse({ code: 'intake.no-file', field: 'file' });
  let jurisdiction = '';
  let file: { name: string; content: Buffer } | null = null;
  for await (const part of request.parts()) {
    const field = part.fieldname;
    if (part.type === 'file' && field === 'file')
      file = { name: part.filename, content: await part.toBuffer() };
    else if (part.type === 'field' && field === 'jurisdiction') jurisdiction = String(part.value);
    else return refuse({ code: 'unknown-field', field, facts: { field } });
  }
  const asked = wire.checkBody.safeParse({ jurisdiction });
  if (!asked.success) return refuse({ code: 'bad-input', field: 'jurisdiction' });
  if (!file) return refuse({ code: 'intake.no-file', field: 'file' });
  const sniffed = await sniffFile(file.name, file.content);
  if (!sniffed.ok || sniffed.type !== 'xlsx') return refuse({ code: 'intake.not-a-workbook', field: 'file' });
  return done({ jurisdiction: asked.data.jurisdiction, fileName: file.name, bytes: file.content });
}
