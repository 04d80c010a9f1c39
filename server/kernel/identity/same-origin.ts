import type { FastifyRequest } from 'fastify';
import { Refused } from '../outcome.ts';

/**
 * Refuses a request that a page of another origin sent: there is no session yet whose token could prove it.
 * Browsers always send one of the two headers with a POST; without both it is no browser. Throws Refused.
 */
export function requireSameOrigin(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw foreign();
  const { origin } = request.headers;
  if (origin !== undefined && hostOf(origin) !== request.host) throw foreign();
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

function foreign(): Refused {
  return new Refused('forbidden', { code: 'bad-csrf' });
}
