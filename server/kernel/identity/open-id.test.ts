import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '../actor.ts';
import { newId } from '../db/uuid.ts';
import { createTestKernel, type TestKernel } from '../testing.ts';
import { createOpenIdProvider } from './open-id.ts';
import { OPEN_ID_CALLBACK, OPEN_ID_START } from './routes-open-id.ts';
import { createTestApp, plantUser, type TestApp } from './testing.ts';

const OURS = 'http://127.0.0.1:8600';

let kernel: TestKernel;
let web: TestApp;
let server: Server;
let issuer: string;
let personId: string;

beforeAll(async () => {
  server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'juzhen',
        client_secret: 'a-secret-of-the-test',
        redirect_uris: [`${OURS}${OPEN_ID_CALLBACK}`],
      },
    ],
    pkce: { required: () => true },
    findAccount: async (_ctx, id) => ({ accountId: id, claims: async () => ({ sub: id }) }),
  });
  server.on('request', provider.callback());

  kernel = await createTestKernel();
  const loadActor = async (_tx: unknown, id: string): Promise<Actor> => ({
    kind: 'person',
    personId: id,
    name: '演示',
    posts: [
      {
        postId: newId(),
        kind: 'info-officer',
        title: '信息员',
        unitId: newId(),
        unitName: '省厅',
        jurisdiction: '440000',
        roles: [],
        unitPath: [],
      },
    ],
    scope: ['440000'],
    reach: ['440000'],
  });
  const settings = {
    issuer,
    clientId: 'juzhen',
    clientSecret: 'a-secret-of-the-test',
    redirectUri: `${OURS}${OPEN_ID_CALLBACK}`,
  };
  web = await createTestApp(kernel, { loadActor, openId: createOpenIdProvider(settings) });
  personId = newId();
  await plantUser(kernel, {
    jurisdiction: '440000',
    personId,
    userName: 'linked',
    openIdSubject: 'subject-of-linked',
  });
});
afterAll(async () => {
  await web?.app.close();
  server?.close();
  server?.closeAllConnections();
  await kernel?.drop();
});

/** Walks the provider's own pages as a browser would, and answers the address it sends the browser back to. */
async function consentAs(subject: string, start: string): Promise<URL> {
  const jar = new Map<string, string>();
  let next: { url: string; form?: Record<string, string> } = { url: start };
  for (let steps = 0; steps < 12; steps++) {
    const answer = await fetch(next.url, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(next.form ? { method: 'POST', body: new URLSearchParams(next.form) } : {}),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const location = answer.headers.get('location');
    if (location?.startsWith(OURS)) return new URL(location);
    if (location) next = { url: new URL(location, next.url).href };
    else {
      const page = await answer.text();
      const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? '';
      next = {
        url: new URL(/action="([^"]+)"/.exec(page)?.[1] ?? '', next.url).href,
        form: { prompt, login: subject, password: 'any' },
      };
    }
  }
  throw new Error('the provider never sent us back');
}

async function leave() {
  const out = await web.app.inject({ url: OPEN_ID_START });
  const cookies = Object.fromEntries(out.cookies.map((each) => [each.name, each.value]));
  return { url: String(out.headers.location), cookies };
}
const comeBack = (back: URL, cookies: Record<string, string>) =>
  web.app.inject({ url: `${back.pathname}${back.search}`, cookies });

test('the sign-in page offers the provider', async () => {
  const ways = (await web.app.inject({ url: '/api/v1/sign-in-ways' })).json();
  expect(ways).toEqual({ password: true, openId: { name: '统一身份认证', url: OPEN_ID_START }, demo: [] });
});

test('who is linked to a subject of 统一身份认证 signs in by it, with code and PKCE', async () => {
  const { url, cookies } = await leave();
  expect(new URL(url).searchParams.get('code_challenge_method')).toBe('S256');
  const back = await consentAs('subject-of-linked', url);
  const answer = await comeBack(back, cookies);
  expect(answer.headers.location).toBe('/');
  const session = answer.cookies.find((each) => each.name === 'juzhen_session');
  const who = await web.app.inject({
    url: '/api/v1/session',
    cookies: { juzhen_session: session?.value ?? '' },
  });
  expect(who.json()).toMatchObject({
    person: { id: personId },
    userName: 'linked',
    mustChangePassword: false,
    passwordDueDay: null,
  });
  expect((await comeBack(back, cookies)).headers.location).toBe('/sign-in?problem=identity.openid-failed');
});

test('a subject nobody is linked to is told so; a forged or foreign errand fails', async () => {
  const mine = await leave();
  const back = await consentAs('somebody-else', mine.url);
  expect((await comeBack(back, {})).headers.location).toBe('/sign-in?problem=identity.openid-failed');
  expect((await comeBack(back, (await leave()).cookies)).headers.location).toBe(
    '/sign-in?problem=identity.openid-failed',
  );
  const unknown = await comeBack(await consentAs('somebody-else', (await leave()).url), mine.cookies);
  expect(unknown.headers.location).toBe('/sign-in?problem=identity.openid-failed');
  const own = await leave();
  const answer = await comeBack(await consentAs('somebody-else', own.url), own.cookies);
  expect(answer.headers.location).toBe('/sign-in?problem=identity.openid-unknown');
  expect(answer.cookies.some((each) => each.name === 'juzhen_session')).toBe(false);
});

test('a provider that cannot be reached leads back to the sign-in page', async () => {
  const gone = createOpenIdProvider({
    issuer: 'http://127.0.0.1:9',
    clientId: 'x',
    clientSecret: 'y',
    redirectUri: `${OURS}/`,
  });
  await expect(gone.begin()).rejects.toThrow();
});
