import type { FastifyRequest } from 'fastify';
import type { Actor } from '../actor.ts';
import { openScope } from '../clock.ts';
import type { Now } from '../context.ts';
import type { Tx } from '../db/database.ts';
import { Refused } from '../outcome.ts';
import type { Who } from '../runner.ts';
import { passwordStateOf } from './session-facts.ts';
import {
  BACKGROUND_HEADER,
  CSRF_HEADER,
  csrfMatches,
  hashToken,
  sessionCookieName,
} from './session-token.ts';
import type { IdentityParts } from './settings.ts';
import { type LiveSession, readLiveSession, touchSession } from './store.ts';

/** Finds who asks: for routes of modules, and for those of the session itself, which a due password does not bar. */
export interface SessionGuard {
  who(request: FastifyRequest): Who;
  whoOfSession(request: FastifyRequest): Who;
}

/**
 * The guard of all routes but sign-in: the session of the cookie, the token of the header where something is
 * changed, the directory's answer to who that is today. Throws Refused('not-signed-in') or ('forbidden').
 */
export function sessionGuard(parts: IdentityParts): SessionGuard {
  const found = (request: FastifyRequest, barred: boolean): Who => {
    const token = tokenOf(parts, request);
    if (
      request.method !== 'GET' &&
      request.method !== 'HEAD' &&
      !csrfMatches(token, request.headers[CSRF_HEADER])
    )
      throw new Refused('forbidden', { code: 'bad-csrf' });
    const background = request.headers[BACKGROUND_HEADER] === '1';
    return (tx, now) => actorOf(parts, { tx, now, token, barred, background });
  };
  return { who: (request) => found(request, true), whoOfSession: (request) => found(request, false) };
}

/** The session token a request carries. Throws Refused('not-signed-in'). */
export function tokenOf(parts: IdentityParts, request: FastifyRequest): string {
  const token = request.cookies[sessionCookieName(parts.settings.https)];
  if (!token) throw new Refused('not-signed-in');
  return token;
}

/** The living session of a token. Throws Refused('not-signed-in'). */
export async function requireSession(parts: IdentityParts, tx: Tx, token: string): Promise<LiveSession> {
  const session = await readLiveSession(tx, hashToken(token), parts.settings);
  if (!session) throw new Refused('not-signed-in');
  return session;
}

async function actorOf(
  parts: IdentityParts,
  asked: { tx: Tx; now: Now; token: string; barred: boolean; background: boolean },
): Promise<Actor> {
  const { tx, now, token } = asked;
  const session = await requireSession(parts, tx, token);
  if (session.unnoted && !asked.background) touchLater(parts, token);
  if (asked.barred && (await passwordStateOf(parts, tx, now, session)).mustChange)
    throw new Refused('forbidden', { code: 'password-change-required' });
  return parts.loadActor(tx, session.user.personId, now.day, parts.geography);
}

/** Reads cannot write, so the note is a short write of its own that nobody waits for. */
function touchLater(parts: IdentityParts, token: string): void {
  parts.db
    .transaction()
    .execute(async (tx) => {
      await openScope(tx, '*', '*');
      await touchSession(tx, hashToken(token));
    })
    .catch(parts.onError);
}
