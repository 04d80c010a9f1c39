import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '../actor.ts';
import { newId } from '../db/uuid.ts';
import { createTestKernel, type TestKernel } from '../testing.ts';
import { browserOf, createTestApp, plantUser, TEST_PASSWORD, type TestApp } from './testing.ts';
import { stepOf, totpAt } from './totp.ts';

let kernel: TestKernel;
let at: TestApp;
const people = new Map<string, { name: string; jurisdiction: string; posts: Actor['posts'] }>();

beforeAll(async () => {
  kernel = await createTestKernel();
  await kernel.setNow('2026-11-23');
  at = await createTestApp(kernel, { loadActor: async (_tx, personId) => actorOf(personId) });
});
afterAll(async () => {
  await at?.app.close();
  await kernel?.drop();
});

function actorOf(personId: string): Actor {
  const person = people.get(personId);
  if (!person) throw new Error(`no person ${personId}`);
  const scope = person.posts.map((post) => post.jurisdiction);
  return { kind: 'person', personId, name: person.name, posts: person.posts, scope, reach: scope };
}

async function person(
  userName: string,
  jurisdiction = '220621',
  more: { openIdSubject?: string; posts?: Actor['posts'] } = {},
) {
  const id = newId();
  const post = {
    postId: newId(),
    kind: 'info-officer',
    title: '信息员',
    unitId: newId(),
    unitName: '县人社局',
    jurisdiction,
    roles: [],
    unitPath: [],
  };
  people.set(id, { name: `测试${userName}`, jurisdiction, posts: more.posts ?? [post] });
  await plantUser(kernel, {
    jurisdiction,
    personId: id,
    userName,
    ...(more.openIdSubject ? { openIdSubject: more.openIdSubject } : {}),
  });
  return id;
}

const attempt = (
  userName: string,
  password: string,
  more: object = {},
  headers: Record<string, string> = {},
) =>
  at.app.inject({
    method: 'POST',
    url: '/api/v1/session',
    payload: { userName, password, ...more },
    headers,
  });
const codesOf = (answer: { json(): { problems?: { code: string }[] } }) =>
  answer.json().problems?.map((each) => each.code);
const actions = async (personId: string) => {
  const { rows } = await sql<{ action: string; facts: object }>`
    select action, facts from audit_entries where subject_id = ${personId} order by at, seq`.execute(
    kernel.database.owner,
  );
  return rows;
};

test('signs in, knows who it is, signs out; the session ends there', async () => {
  const id = await person('one-day');
  const answer = await attempt('One-Day', TEST_PASSWORD);
  expect(answer.statusCode).toBe(200);
  expect(answer.json()).toMatchObject({
    person: { id },
    userName: 'one-day',
    mustChangePassword: false,
    totpEnabled: false,
    today: '2026-11-23',
  });
  const browser = browserOf(answer);
  expect((await at.app.inject({ url: '/api/v1/session', ...browser })).statusCode).toBe(200);
  expect((await at.app.inject({ method: 'DELETE', url: '/api/v1/session', ...browser })).statusCode).toBe(
    200,
  );
  expect((await at.app.inject({ url: '/api/v1/session', ...browser })).statusCode).toBe(401);
  expect((await actions(id)).map((each) => each.action)).toEqual([
    'directory.create-person',
    'identity.sign-in',
    'identity.sign-out',
  ]);
});

test('WJ-12c no automatic sign-in: the cookie ends with the browser and no script reads it', async () => {
  await person('no-remember');
  const cookie = (await attempt('no-remember', TEST_PASSWORD)).headers['set-cookie'];
  expect(cookie).toMatch(/^juzhen_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
  const { rows } = await sql<{
    n: number;
  }>`select count(*) as n from sessions where token_hash like '%' || ${String(cookie).slice(15, 58)} || '%'`.execute(
    kernel.database.owner,
  );
  expect(rows[0]?.n).toBe(0);
});

test('an unknown name and a wrong password look the same, and both are locked alike', async () => {
  await person('known');
  const bodies: unknown[] = [];
  for (const name of ['known', 'unknown']) {
    const seen: unknown[] = [];
    for (let n = 0; n < 7; n++) {
      const answer = await attempt(name, 'wrong-9-Password');
      const { instance: _, ...body } = answer.json();
      seen.push([answer.statusCode, body]);
    }
    bodies.push(seen);
  }
  expect(bodies[0]).toEqual(bodies[1]);
  expect((bodies[0] as [number][]).map(([status]) => status)).toEqual([401, 401, 401, 401, 401, 429, 429]);
});

test('a locked name is refused even with the right password, for longer each time, and then let in', async () => {
  const id = await person('locked');
  for (let n = 0; n < 5; n++) await attempt('locked', 'wrong');
  const refused = await attempt('locked', TEST_PASSWORD);
  expect(refused.statusCode).toBe(429);
  expect(refused.json().detail).toContain('15 分钟');
  const lift = () =>
    sql`update sign_in_attempts set locked_until = now() - interval '1 second' where locked_until > now()`.execute(
      kernel.database.owner,
    );
  await lift();
  expect((await attempt('locked', 'wrong')).statusCode).toBe(401);
  expect((await attempt('locked', TEST_PASSWORD)).json().detail).toContain('30 分钟');
  await lift();
  expect((await attempt('locked', TEST_PASSWORD)).statusCode).toBe(200);
  expect((await attempt('locked', 'wrong')).statusCode).toBe(401);
  expect((await attempt('locked', TEST_PASSWORD)).statusCode).toBe(200);
  const trail = await actions(id);
  expect(trail.filter((each) => each.action === 'identity.lock').map((each) => each.facts)).toEqual([
    { failures: 5 },
    { failures: 6 },
  ]);
  expect(JSON.stringify(trail)).not.toContain('wrong');
});

test('fifty guesses at once are not more guesses than the lock allows', async () => {
  const id = await person('raced');
  const answers = await Promise.all(Array.from({ length: 50 }, () => attempt('raced', 'wrong')));
  expect(answers.filter((each) => each.statusCode === 401)).toHaveLength(5);
  expect(answers.filter((each) => each.statusCode === 429)).toHaveLength(45);
  expect((await actions(id)).filter((each) => each.action === 'identity.sign-in-failed')).toHaveLength(5);
});

test('bad input, a page of another origin, a missing token', async () => {
  await person('careful');
  expect((await attempt('careful', TEST_PASSWORD, { remember: true })).statusCode).toBe(400);
  expect((await attempt('a'.repeat(65), 'x')).statusCode).toBe(400);
  expect((await attempt('a\u0000b', 'x')).statusCode).toBe(400);
  expect((await attempt('careful', TEST_PASSWORD, {}, { origin: 'https://evil.example' })).statusCode).toBe(
    403,
  );
  expect((await attempt('careful', TEST_PASSWORD, {}, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(
    403,
  );
  expect((await attempt('careful', TEST_PASSWORD, {}, { origin: 'null' })).statusCode).toBe(403);
  const { cookies } = browserOf(
    await attempt('careful', TEST_PASSWORD, {}, { origin: 'http://localhost', host: 'localhost' }),
  );
  const change = { method: 'DELETE', url: '/api/v1/session', cookies } as const;
  expect(codesOf(await at.app.inject(change))).toEqual(['bad-csrf']);
  expect(codesOf(await at.app.inject({ ...change, headers: { 'x-csrf-token': 'x' } }))).toEqual(['bad-csrf']);
  expect((await at.app.inject({ method: 'DELETE', url: '/api/v1/session' })).statusCode).toBe(401);
  expect(
    (await at.app.inject({ url: '/api/v1/session', cookies: { juzhen_session: 'forged' } })).statusCode,
  ).toBe(401);
});

test('a session ends when idle, when too old and when its user is disabled, but not while in use', async () => {
  const id = await person('idler');
  const browser = await at.signIn('idler');
  const ask = async () => (await at.app.inject({ url: '/api/v1/session', ...browser })).statusCode;
  const set = (text: string) =>
    sql.raw(`update sessions set ${text} where person_id = '${id}'`).execute(kernel.database.owner);
  await set("last_seen_at = now() - interval '29 minutes'");
  expect(await ask()).toBe(200);
  await expect
    .poll(
      async () =>
        (
          await sql<{
            fresh: boolean;
          }>`select last_seen_at > now() - interval '1 minute' as fresh from sessions where person_id = ${id}`.execute(
            kernel.database.owner,
          )
        ).rows[0]?.fresh,
    )
    .toBe(true);
  await set("last_seen_at = now() - interval '31 minutes'");
  expect(await ask()).toBe(401);
  await set("last_seen_at = now(), created_at = now() - interval '13 hours'");
  expect(await ask()).toBe(401);
  await set('created_at = now()');
  expect(await ask()).toBe(200);
  await sql`update users set disabled_at = now() where person_id = ${id}`.execute(kernel.database.owner);
  expect(await ask()).toBe(401);
  expect(codesOf(await attempt('idler', TEST_PASSWORD))).toEqual(['identity.wrong-sign-in']);
});

test('WJ-12c a page that asks by itself does not keep an unattended session alive', async () => {
  const id = await person('unattended');
  const browser = await at.signIn('unattended');
  const minutesIdle = async () => {
    const { rows } = await sql<{ minutes: number }>`
      select round(extract(epoch from now() - last_seen_at) / 60)::int as minutes from sessions where person_id = ${id}`.execute(
      kernel.database.owner,
    );
    return rows[0]?.minutes;
  };
  const idle = (minutes: number) =>
    sql`update sessions set last_seen_at = now() - make_interval(mins => ${minutes}) where person_id = ${id}`.execute(
      kernel.database.owner,
    );
  const ask = async (headers: Record<string, string>) =>
    (await at.app.inject({ url: '/api/v1/session', cookies: browser.cookies, headers })).statusCode;
  const background = { 'x-juzhen-background': '1' };
  await idle(20);
  expect(await ask(background)).toBe(200);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(await minutesIdle()).toBe(20);
  expect(await ask({})).toBe(200);
  await expect.poll(minutesIdle).toBe(0);
  await idle(31);
  expect(await ask(background)).toBe(401);
});

test('over TLS the cookie is taken from this host only, and ends as it began', async () => {
  await person('over-tls');
  const tls = await createTestApp(kernel, {
    loadActor: async (_tx, personId) => actorOf(personId),
    settings: { https: true },
  });
  const answer = await tls.app.inject({
    method: 'POST',
    url: '/api/v1/session',
    payload: { userName: 'over-tls', password: TEST_PASSWORD },
  });
  expect(answer.headers['set-cookie']).toMatch(
    /^__Host-juzhen_session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  );
  const browser = browserOf(answer);
  const plain = { juzhen_session: Object.values(browser.cookies)[0] ?? '' };
  expect((await tls.app.inject({ url: '/api/v1/session', cookies: plain })).statusCode).toBe(401);
  const out = await tls.app.inject({ method: 'DELETE', url: '/api/v1/session', ...browser });
  expect(out.statusCode).toBe(200);
  expect(out.headers['set-cookie']).toMatch(/^__Host-juzhen_session=; Max-Age=0; Path=\/; .*Secure/);
  await tls.app.close();
});

test('the menu offers what the modules say, and nothing of its own', async () => {
  await person('offered');
  const asked = await createTestApp(kernel, {
    loadActor: async (_tx, personId) => actorOf(personId),
    offers: {
      audit: ({ posts }) => posts.length === 1,
      file: () => false,
      intake: () => false,
      consolidation: () => false,
    },
  });
  const browser = await asked.signIn('offered');
  const { abilities } = (await asked.app.inject({ url: '/api/v1/session', ...browser })).json();
  expect(abilities).toMatchObject({ audit: true, file: false });
  await asked.app.close();
});

test('without a post nobody gets in', async () => {
  await person('retired', '220621', { posts: [] });
  expect(codesOf(await attempt('retired', TEST_PASSWORD))).toEqual(['identity.no-post']);
});

test('a second factor: set up, confirmed, asked for, used once, removed by the password', async () => {
  const id = await person('careful-two');
  const browser = await at.signIn('careful-two');
  const totp = (method: 'POST' | 'PUT' | 'DELETE', payload?: object) =>
    at.app.inject({ method, url: '/api/v1/session/totp', ...browser, ...(payload ? { payload } : {}) });
  expect(codesOf(await totp('POST', { password: 'wrong' }))).toEqual(['identity.current-wrong']);
  expect((await totp('POST')).statusCode).toBe(400);
  const { secret: text } = (await totp('POST', { password: TEST_PASSWORD })).json();
  const stored = await sql<{
    secret: string;
  }>`select totp_secret as secret from users where person_id = ${id}`.execute(kernel.database.owner);
  const secret = at.parts.box.open(stored.rows[0]?.secret ?? '', id) ?? Buffer.alloc(0);
  expect(stored.rows[0]?.secret).not.toContain(text);
  expect(at.parts.box.open(stored.rows[0]?.secret ?? '', newId())).toBeNull();
  expect(codesOf(await totp('PUT', { code: '000000' }))).toEqual(['identity.totp-wrong']);
  const step = stepOf(Date.now());
  expect((await totp('PUT', { code: totpAt(secret, step - 1) })).statusCode).toBe(200);
  expect(codesOf(await totp('POST', { password: TEST_PASSWORD }))).toEqual(['identity.totp-on-already']);

  expect(codesOf(await attempt('careful-two', TEST_PASSWORD))).toEqual(['identity.totp-needed']);
  expect(codesOf(await attempt('careful-two', TEST_PASSWORD, { totp: totpAt(secret, step - 1) }))).toEqual([
    'identity.totp-wrong',
  ]);
  const code = totpAt(secret, step);
  const both = await Promise.all([1, 2].map(() => attempt('careful-two', TEST_PASSWORD, { totp: code })));
  expect(both.map((each) => each.statusCode).sort()).toEqual([200, 401]);
  expect(codesOf(await totp('DELETE', { password: 'wrong' }))).toEqual(['identity.current-wrong']);
  expect((await totp('DELETE', { password: TEST_PASSWORD })).statusCode).toBe(200);
  expect((await attempt('careful-two', TEST_PASSWORD)).statusCode).toBe(200);
});
