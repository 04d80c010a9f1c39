import type { FastifyReply } from 'fastify';
import { sessionCookieName } from './session-token.ts';

/** Hands the session's token over in a cookie that ends with the browser (WJ-12c) and that no script can read. */
export function setSessionCookie(reply: FastifyReply, token: string, https: boolean): void {
  reply.setCookie(sessionCookieName(https), token, attributes(https));
}

export function clearSessionCookie(reply: FastifyReply, https: boolean): void {
  reply.clearCookie(sessionCookieName(https), attributes(https));
}

function attributes(https: boolean) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: https } as const;
}
