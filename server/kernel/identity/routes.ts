import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  changePasswordBody,
  nothing,
  passwordBody,
  session,
  signInBody,
  signInWays,
  totpConfirmBody,
  totpSetup,
} from '../../../contracts/identity/wire.ts';
import { identityNames } from '../../../contracts/identity/words.ts';
import { type RouteParts, sendOutcome } from '../http/routes.ts';
import { changePassword } from './change-password.ts';
import { requireSession, type SessionGuard, tokenOf } from './guard.ts';
import { OPEN_ID_START, openIdRoutes } from './routes-open-id.ts';
import { requireSameOrigin } from './same-origin.ts';
import { confirmTotp, removeTotp, setUpTotp } from './second-factor.ts';
import { clearSessionCookie, setSessionCookie } from './session-cookie.ts';
import type { IdentityParts } from './settings.ts';
import { type Begun, signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { viewSession } from './view.ts';

const TAG = identityNames.tag;
const names = identityNames.routes;
const SESSION = '/api/v1/session';
const none = z.strictObject({});
const SIGN_INS_PER_MINUTE = 120;

/** Signing in and out, one's password and second factor. */
export function identityRoutes(routes: RouteParts, parts: IdentityParts, guard: SessionGuard): void {
  signInRoutes(routes, parts);
  sessionRoutes(routes, parts, guard);
  passwordRoutes(routes, parts, guard);
  totpRoutes(routes, parts, guard);
  openIdRoutes(routes, parts);
}

const shape = (summary: string) => ({ tags: [TAG], summary, querystring: none });

/** Open to everybody. */
function signInRoutes(routes: RouteParts, parts: IdentityParts): void {
  const app = routes.app.withTypeProvider<ZodTypeProvider>();
  app.get(
    '/api/v1/sign-in-ways',
    { schema: { ...shape(names.ways), response: { 200: signInWays } } },
    async () => ({
      password: true,
      openId: parts.openId ? { name: identityNames.openId, url: OPEN_ID_START } : null,
      demo: parts.settings.demoSignIns.map(({ userName, password, post, unit }) => ({
        userName,
        password,
        post,
        unit,
      })),
    }),
  );
  app.post(
    SESSION,
    {
      schema: { ...shape(names.signIn), body: signInBody, response: { 200: session } },
      config: { rateLimit: { max: SIGN_INS_PER_MINUTE, timeWindow: '1 minute' } },
    },
    async (request, reply) => {
      requireSameOrigin(request);
      return begun(reply, parts, await signIn(parts, request.body));
    },
  );
}

function sessionRoutes(routes: RouteParts, parts: IdentityParts, guard: SessionGuard): void {
  const app = routes.app.withTypeProvider<ZodTypeProvider>();
  app.get(SESSION, { schema: { ...shape(names.session), response: { 200: session } } }, async (request) => {
    const token = tokenOf(parts, request);
    return parts.runner.query(guard.whoOfSession(request), async (ctx) =>
      viewSession(parts, ctx, {
        actor: ctx.actor,
        session: await requireSession(parts, ctx.tx, token),
        token,
      }),
    );
  });
  app.delete(
    SESSION,
    { schema: { ...shape(names.signOut), response: { 200: nothing } } },
    async (request, reply) => {
      await signOut(parts, changing(parts, guard, request));
      clearSessionCookie(reply, parts.settings.https);
      return {};
    },
  );
}

function passwordRoutes(routes: RouteParts, parts: IdentityParts, guard: SessionGuard): void {
  const app = routes.app.withTypeProvider<ZodTypeProvider>();
  app.put(
    `${SESSION}/password`,
    { schema: { ...shape(names.password), body: changePasswordBody, response: { 200: session } } },
    async (request, reply) => {
      const outcome = await changePassword(parts, changing(parts, guard, request), request.body);
      return outcome.ok ? begun(reply, parts, outcome.value) : sendOutcome(reply, routes.sentences, outcome);
    },
  );
}

function totpRoutes(routes: RouteParts, parts: IdentityParts, guard: SessionGuard): void {
  const app = routes.app.withTypeProvider<ZodTypeProvider>();
  const totp = `${SESSION}/totp`;
  app.post(
    totp,
    { schema: { ...shape(names.totpSetUp), body: passwordBody, response: { 200: totpSetup } } },
    async (request, reply) =>
      sendOutcome(
        reply,
        routes.sentences,
        await setUpTotp(parts, changing(parts, guard, request), request.body.password),
      ),
  );
  app.put(
    totp,
    {
      schema: {
        ...shape(names.totpConfirm),
        body: totpConfirmBody,
        response: { 200: nothing },
      },
    },
    async (request, reply) =>
      sendOutcome(
        reply,
        routes.sentences,
        await confirmTotp(parts, changing(parts, guard, request), request.body.code),
      ),
  );
  app.delete(
    totp,
    {
      schema: {
        ...shape(names.totpRemove),
        body: passwordBody,
        response: { 200: nothing },
      },
    },
    async (request, reply) =>
      sendOutcome(
        reply,
        routes.sentences,
        await removeTotp(parts, changing(parts, guard, request), request.body.password),
      ),
  );
}

/** The token of a request that changes something, once the guard has let it pass. Throws Refused. */
function changing(parts: IdentityParts, guard: SessionGuard, request: FastifyRequest): string {
  guard.whoOfSession(request);
  return tokenOf(parts, request);
}

function begun(reply: FastifyReply, parts: IdentityParts, { token, session: view }: Begun) {
  setSessionCookie(reply, token, parts.settings.https);
  reply.header('cache-control', 'no-store');
  return view;
}
