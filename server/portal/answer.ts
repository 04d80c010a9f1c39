import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

/** A visitor's browser asks each time whether a page is still the same; a proxy in front may answer for a minute. */
const FRESH = 'public, max-age=0, must-revalidate, s-maxage=60';
/** No script at all, whatever a text of ours may carry. */
const NO_SCRIPT =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Sends a page; 304 where the visitor has it already. */
export function sendPage(request: FastifyRequest, reply: FastifyReply, page: ReactElement, status = 200) {
  const body = `<!doctype html>${renderToStaticMarkup(page)}`;
  reply.header('content-security-policy', NO_SCRIPT);
  if (status !== 200) {
    return reply.code(status).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(body);
  }
  return sendFresh(request, reply, { body, type: 'text/html; charset=utf-8' });
}

/** Sends what may be kept by proxies for a minute, with the mark by which it is recognised. */
export function sendFresh(
  request: FastifyRequest,
  reply: FastifyReply,
  { body, type, name }: { readonly body: string; readonly type: string; readonly name?: string },
) {
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  reply.header('cache-control', FRESH).header('etag', etag);
  if (request.headers['if-none-match'] === etag) return reply.code(304).send();
  if (name) reply.header('content-disposition', `attachment; filename="${name}"`);
  return reply.type(type).send(body);
}
