import type { FastifyReply } from 'fastify';
import { SESSION_COOKIE } from './session-token.ts';

/** Hands the session's token over in a cookie that ends with the browser (WJ-12c) and that no script can read. */
export function setSessionCookie(reply: FastifyReply, token: string, https: boolean): void {
  reply.setCookie(SESSION_COOKIE, token, { path: '/', httpOnly: true, sameSite: 'lax', secure: https });
}

export function clearSessionCookie(reply: FastifyReply): void {
  reply.clearCookie(SESSION_COOKIE, { path: '/' });
}
