import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import type { z } from 'zod';
import * as wire from '../../contracts/portal/wire.ts';
import { portalWords as w } from '../../contracts/portal/words.ts';
import { publicVisitor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { Refused } from '../kernel/outcome.ts';
import type { Runner } from '../kernel/runner.ts';
import { sendPage } from './answer.ts';
import { DataPage } from './data-page.tsx';
import {
  drawAccount,
  drawCheck,
  drawHome,
  drawNotice,
  drawNotices,
  drawSearch,
  drawVerify,
} from './draw.tsx';
import { ROOT, Sorry, type Visit } from './page.tsx';
import { dataRoutes } from './routes-data.ts';
import type { Signer } from './statement.ts';
import { style } from './style.ts';

export interface PortalParts {
  readonly app: FastifyInstance;
  readonly runner: Runner;
  /** The address under which the public reaches this installation, without a slash at the end. */
  readonly publicUrl: string;
  readonly signer: Signer;
  /** How long an answer of the open data is kept. */
  readonly openDataSeconds: number;
}

/** Looking things up is cheap but not free: nobody needs more than two pages a second for a minute. */
const PER_MINUTE = { rateLimit: { max: 120, timeWindow: '1 minute' } };

/** The public's pages and data, in a room of their own: what goes wrong here is said as a page. */
export async function portalRoutes(parts: PortalParts): Promise<void> {
  await parts.app.register(async (app) => {
    app.setErrorHandler(sorryHandler);
    const room = { ...parts, app };
    pages(room);
    dataRoutes(room);
    app.get(style.path, { schema: { hide: true } }, (_request, reply) =>
      reply
        .header('cache-control', 'public, max-age=31536000, immutable')
        .type('text/css; charset=utf-8')
        .send(style.css),
    );
    app.get(`${ROOT}/*`, { schema: { hide: true } }, lost);
  });
}

function pages(parts: PortalParts): void {
  page(parts, ROOT, wire.plainQuery, (visit, ctx) => drawHome(visit, ctx));
  page(parts, `${ROOT}/accounts`, wire.publicQuery, drawSearch);
  page(parts, `${ROOT}/check`, wire.checkQuery, drawCheck);
  page(parts, `${ROOT}/notices`, wire.noticesQuery, drawNotices);
  page(parts, `${ROOT}/data`, wire.plainQuery, async (visit) => <DataPage visit={visit} />);
  page(parts, `${ROOT}/verify`, wire.verifyQuery, (visit, ctx, query) =>
    drawVerify(visit, ctx, { text: query.statement, signer: parts.signer, site: parts.publicUrl }),
  );
  page(parts, `${ROOT}/accounts/:jurisdiction/:number`, wire.plainQuery, (visit, ctx, _query, params) =>
    drawAccount(visit, ctx, { ...wire.accountParams.parse(params), site: parts.publicUrl }),
  );
  page(parts, `${ROOT}/notices/:jurisdiction/:id`, wire.plainQuery, (visit, ctx, _query, params) =>
    drawNotice(visit, ctx, wire.noticeParams.parse(params)),
  );
}

type Draw<Q extends z.ZodType<{ large?: '1' | undefined }>> = (
  visit: Visit,
  ctx: Context,
  query: z.output<Q>,
  params: unknown,
) => Promise<ReactElement>;

function page<Q extends z.ZodType<{ large?: '1' | undefined }>>(
  { app, runner }: PortalParts,
  url: string,
  schema: Q,
  draw: Draw<Q>,
): void {
  app.get(url, { schema: { hide: true }, config: PER_MINUTE }, async (request, reply) => {
    const query = schema.parse(request.query);
    const drawn = await runner.query(publicVisitor, (ctx) =>
      draw(visitOf(request, ctx.now.day), ctx, query, request.params),
    );
    return sendPage(request, reply, drawn);
  });
}

/** The size of print and where the visitor is; nothing else of a visit is looked at. */
function visitOf(request: FastifyRequest, day: string): Visit {
  const here = new URL(request.url, 'http://portal');
  const large = here.searchParams.get('large') === '1';
  here.searchParams.delete('large');
  return { large, here: `${here.pathname}${here.search}`, day, style: style.path };
}

async function lost(request: FastifyRequest, reply: FastifyReply) {
  return sorry(request, reply, { status: 404, ...w.lost });
}

function sorryHandler(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const known = kindOf(error);
  if (known.status >= 500) request.log.error({ err: error, incident: request.id }, 'portal');
  return sorry(request, reply, known);
}

function kindOf(error: unknown): { status: number; title: string; text: string } {
  if (error instanceof Refused && error.kind === 'not-found') return { status: 404, ...w.lost };
  if (error instanceof Error && error.name === 'ZodError') return { status: 400, ...w.wrong };
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  if (status === 429) return { status, ...w.busy };
  return status >= 400 && status < 500 ? { status, ...w.wrong } : { status: 500, ...w.failed };
}

function sorry(
  request: FastifyRequest,
  reply: FastifyReply,
  { status, title, text }: { status: number; title: string; text: string },
) {
  const visit: Visit = { ...visitOf(request, ''), day: '' };
  return sendPage(request, reply, <Sorry visit={visit} title={title} text={text} />, status);
}
