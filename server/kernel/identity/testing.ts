import type { FastifyInstance } from 'fastify';
import { identityWords } from '../../../contracts/identity/words.ts';
import type { ProblemWords } from '../../../contracts/kernel/problem-words.ts';
import { SHIPPED_CALENDAR } from '../../policy/calendar/index.ts';
import { policyFor } from '../../policy/index.ts';
import { systemActor } from '../actor.ts';
import { createHttp } from '../http/app.ts';
import { createSentences } from '../http/problems.ts';
import type { RouteParts } from '../http/routes.ts';
import { done } from '../outcome.ts';
import type { TestKernel } from '../testing.ts';
import { sessionGuard } from './guard.ts';
import type { OpenIdProvider } from './open-id.ts';
import { hashPassword } from './password-hash.ts';
import { identityRoutes } from './routes.ts';
import { createSecretBox } from './secret-box.ts';
import { sessionCookieName } from './session-token.ts';
import type { IdentityParts } from './settings.ts';
import { insertUsers } from './store.ts';

/** A password that every shipped pack accepts. */
export const TEST_PASSWORD = 'Lan2Ting-Xu9';

/** A browser's share of a session: what the next requests carry. */
export interface Browser {
  readonly cookies: Record<string, string>;
  readonly headers: Record<string, string>;
}

export interface TestApp {
  readonly app: FastifyInstance;
  readonly parts: IdentityParts;
  signIn(userName: string, password?: string): Promise<Browser>;
}

/** A web server on the kernel of a test, with sessions and the routes of the modules under test. */
export async function createTestApp(
  kernel: TestKernel,
  wired: {
    loadActor: IdentityParts['loadActor'];
    words?: readonly ProblemWords[];
    routes?: (parts: RouteParts) => void;
    openId?: OpenIdProvider;
    offers?: IdentityParts['offers'];
    settings?: Partial<IdentityParts['settings']>;
  },
): Promise<TestApp> {
  const sentences = createSentences([identityWords, ...(wired.words ?? [])]);
  const app = await createHttp(
    { logLevel: 'silent', https: false, requestsPerMinute: 100_000, trustProxy: [] },
    sentences,
  );
  const parts: IdentityParts = {
    db: kernel.database.app,
    runner: kernel.runner,
    geography: kernel.geography,
    loadActor: wired.loadActor,
    loadCalendar: async () => SHIPPED_CALENDAR,
    policyFor: (jurisdiction, on) => policyFor(kernel.packs, jurisdiction, on),
    box: createSecretBox(Buffer.alloc(32, 7)),
    openId: wired.openId ?? null,
    onError: () => undefined,
    offers: {
      audit: () => false,
      file: () => false,
      intake: () => false,
      consolidation: () => false,
      ...wired.offers,
    },
    settings: {
      https: false,
      idleMinutes: 30,
      longestHours: 12,
      lockAttempts: 5,
      lockMinutes: 15,
      refusalMs: 0,
      demo: false,
      demoSignIns: [],
      ...wired.settings,
    },
  };
  const guard = sessionGuard(parts);
  const routes: RouteParts = { app, runner: kernel.runner, sentences, who: guard.who };
  identityRoutes(routes, parts, guard);
  wired.routes?.(routes);
  await app.ready();
  return { app, parts, signIn: (userName, password = TEST_PASSWORD) => signInAs(app, userName, password) };
}

async function signInAs(app: FastifyInstance, userName: string, password: string): Promise<Browser> {
  const answer = await app.inject({
    method: 'POST',
    url: '/api/v1/session',
    payload: { userName, password },
  });
  if (answer.statusCode !== 200) throw new Error(`${userName}: ${answer.body}`);
  return browserOf(answer);
}

/** What a browser keeps of an answer that begins a session. */
export function browserOf(answer: { cookies: unknown[]; json(): { csrf: string } }): Browser {
  const cookies = answer.cookies as { name: string; value: string }[];
  const names = [sessionCookieName(false), sessionCookieName(true)];
  const { name = '', value = '' } = cookies.find((each) => names.includes(each.name)) ?? {};
  return { cookies: { [name]: value }, headers: { 'x-csrf-token': answer.json().csrf } };
}

/** Makes a user with the test password, changed today by the kernel's clock. */
export async function plantUser(
  kernel: TestKernel,
  user: { jurisdiction: string; personId: string; userName: string; openIdSubject?: string },
): Promise<void> {
  const passwordHash = await hashPassword(TEST_PASSWORD);
  await kernel.runner.command(systemActor, async (ctx) => {
    await insertUsers(ctx.tx, [
      {
        ...user,
        openIdSubject: user.openIdSubject ?? null,
        passwordHash,
        at: ctx.now.iso,
        mustChange: false,
      },
    ]);
    ctx.audit({
      jurisdiction: user.jurisdiction,
      action: 'directory.create-person',
      subject: { type: 'person', id: user.personId },
    });
    return done(undefined);
  });
}
