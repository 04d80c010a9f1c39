import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * The name of the session's cookie. Over TLS it carries the prefix by which browsers take it from this very host
 * only, over TLS, for every path: a neighbouring host cannot plant a session of its own.
 */
export function sessionCookieName(https: boolean): string {
  return https ? '__Host-juzhen_session' : 'juzhen_session';
}

export const CSRF_HEADER = 'x-csrf-token';
/** '1' where a page asks by itself: an unattended screen is not in use, and is signed out in time (WJ-12c). */
export const BACKGROUND_HEADER = 'x-juzhen-background';

const TOKEN_BYTES = 32;

/** A new session token; only its hash is stored. */
export function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** What the database keeps of a token. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** The token that every change has to carry in a header; a foreign page cannot know it. */
export function csrfOf(token: string): string {
  return createHmac('sha256', token).update('juzhen csrf').digest('base64url');
}

/** Whether the header belongs to the session. */
export function csrfMatches(token: string, header: unknown): boolean {
  if (typeof header !== 'string') return false;
  const wanted = Buffer.from(csrfOf(token));
  const given = Buffer.from(header);
  return wanted.length === given.length && timingSafeEqual(wanted, given);
}
