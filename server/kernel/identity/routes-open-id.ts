import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { identityNames } from '../../../contracts/identity/words.ts';
import type { RouteParts } from '../http/routes.ts';
import { Refused } from '../outcome.ts';
import type { OpenIdErrand, OpenIdProvider } from './open-id.ts';
import { setSessionCookie } from './session-cookie.ts';
import type { IdentityParts } from './settings.ts';
import { signInByOpenId } from './sign-in-by-open-id.ts';

export const OPEN_ID_START = '/api/v1/session/open-id/start';
export const OPEN_ID_CALLBACK = '/api/v1/session/open-id/callback';

/** Over TLS under the prefix by which browsers take it over TLS only. */
const errandCookie = (parts: IdentityParts) => `${parts.settings.https ? '__Secure-' : ''}juzhen_open_id`;
const ERRAND_SECONDS = 600;
const ABOUT = 'open-id errand';
const errandSchema = z.strictObject({ verifier: z.string(), state: z.string(), nonce: z.string() });

/** The way out to 统一身份认证 and back, where a provider is configured. A failure leads back to the sign-in page. */
export function openIdRoutes({ app }: RouteParts, parts: IdentityParts): void {
  const provider = parts.openId;
  if (!provider) return;
  const schema = (summary: string) => ({ schema: { tags: [identityNames.tag], summary } });
  app.get(OPEN_ID_START, schema(identityNames.routes.openIdStart), async (_request, reply) => {
    try {
      const { url, errand } = await provider.begin();
      keepErrand(reply, parts, errand);
      return reply.redirect(url);
    } catch (error) {
      parts.onError(error);
      return backToSignIn(reply, 'identity.openid-failed');
    }
  });
  app.get(OPEN_ID_CALLBACK, schema(identityNames.routes.openIdBack), (request, reply) =>
    comeBack(parts, provider, request, reply),
  );
}

async function comeBack(
  parts: IdentityParts,
  provider: OpenIdProvider,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const errand = readErrand(parts, request.cookies[errandCookie(parts)]);
  reply.clearCookie(errandCookie(parts), { path: OPEN_ID_CALLBACK, secure: parts.settings.https });
  if (!errand) return backToSignIn(reply, 'identity.openid-failed');
  try {
    const callback = new URL(request.url, provider.redirectUri);
    const { token } = await signInByOpenId(parts, provider, { callback, errand });
    setSessionCookie(reply, token, parts.settings.https);
    return reply.redirect('/');
  } catch (error) {
    if (error instanceof Refused) return backToSignIn(reply, error.code);
    throw error;
  }
}

/** The errand travels with the browser, sealed: no process has to remember it. */
function keepErrand(reply: FastifyReply, parts: IdentityParts, errand: OpenIdErrand): void {
  reply.setCookie(errandCookie(parts), parts.box.seal(Buffer.from(JSON.stringify(errand)), ABOUT), {
    path: OPEN_ID_CALLBACK,
    httpOnly: true,
    sameSite: 'lax',
    secure: parts.settings.https,
    maxAge: ERRAND_SECONDS,
  });
}

function readErrand(parts: IdentityParts, cookie: string | undefined): OpenIdErrand | null {
  const opened = cookie === undefined ? null : parts.box.open(cookie, ABOUT);
  return opened ? errandSchema.parse(JSON.parse(opened.toString('utf8'))) : null;
}

function backToSignIn(reply: FastifyReply, code: string) {
  return reply.redirect(`/sign-in?problem=${encodeURIComponent(code)}`);
}
