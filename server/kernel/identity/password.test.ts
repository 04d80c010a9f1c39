import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { policyFor } from '../../policy/index.ts';
import type { Actor } from '../actor.ts';
import { newId } from '../db/uuid.ts';
import { moduleRoutes } from '../http/routes.ts';
import { createTestKernel, type TestKernel } from '../testing.ts';
import { hashInitialPassword, initialPassword, verifyPassword } from './password-hash.ts';
import { checkNewPassword, passwordRulesOf } from './password-rules.ts';
import { type Browser, browserOf, createTestApp, plantUser, TEST_PASSWORD, type TestApp } from './testing.ts';

let kernel: TestKernel;
let at: TestApp;

beforeAll(async () => {
  kernel = await createTestKernel();
  await kernel.setNow('2026-08-31');
  const loadActor = async (_tx: unknown, personId: string): Promise<Actor> => ({
    kind: 'person',
    personId,
    name: '张三丰',
    posts: [
      {
        postId: newId(),
        kind: 'info-officer',
        title: '信息员',
        unitId: newId(),
        unitName: '办公室',
        jurisdiction: '320509-hrss',
        roles: [],
        unitPath: [],
      },
    ],
    scope: ['320509-hrss'],
    reach: ['320509-hrss'],
  });
  at = await createTestApp(kernel, {
    loadActor,
    routes: (parts) =>
      moduleRoutes(parts, 'test').query({
        url: '/api/v1/business',
        summary: 'business',
        response: z.strictObject({}),
        handle: async () => ({}),
      }),
  });
});
afterAll(async () => {
  await at?.app.close();
  await kernel?.drop();
});

const rulesIn = (jurisdiction: string) =>
  passwordRulesOf(policyFor(kernel.packs, jurisdiction, '2026-11-23'));
const change = (browser: Browser, current: string, next: string) =>
  at.app.inject({ method: 'PUT', url: '/api/v1/session/password', ...browser, payload: { current, next } });
const codesOf = (answer: { json(): { problems: { code: string }[] } }) =>
  answer.json().problems.map((each) => each.code);
const business = async (browser: Browser) =>
  (await at.app.inject({ url: '/api/v1/business', ...browser })).statusCode;

test('WJ-12a the bureau wants two classes and a change every three months, and says by which article', () => {
  const rules = rulesIn('320509-hrss');
  expect(rules.classes).toBeGreaterThanOrEqual(2);
  expect(rules.changeEvery).toEqual({ n: 3, unit: 'month' });
  expect(rules.basis.change[0]?.pack).toBe('wujiang-hrss');
});

test('QJ-24 the district wants eight characters, changed at intervals', () => {
  const rules = rulesIn('500110');
  expect(rules.minLength).toBe(8);
  expect(rules.basis.length[0]?.pack).toBe('qijiang-district');
  expect(rules.changeEvery).toEqual({ n: 6, unit: 'month' });
  expect(checkNewPassword(rules, 'Ab3-xyz', []).map((each) => each.code)).toContain(
    'identity.password-too-short',
  );
  expect(checkNewPassword(rules, 'Ab3-xyzw', [])).toEqual([]);
});

test.each([
  ['蓝天白云山高水长', 'identity.password-too-plain'],
  ['xlanting-2026', 'identity.password-is-name'],
  ['Password-2024', 'identity.password-common'],
  ['admin123456!', 'identity.password-common'],
  ['1234567890-', 'identity.password-common'],
  ['1qaz@WSX', 'identity.password-common'],
])('%s is refused', (password, code) => {
  expect(
    checkNewPassword(rulesIn('320509-hrss'), password, ['lanting', '张三丰']).map((each) => each.code),
  ).toContain(code);
});

test('an initial password opens once it is right, and is long enough to be hashed fast', async () => {
  const password = initialPassword();
  expect(password).toMatch(/^[a-z]{6}-\d{8}-[a-z]{6}$/);
  const hash = hashInitialPassword(password);
  expect(await verifyPassword(hash, password)).toBe(true);
  expect(await verifyPassword(hash, `${password}x`)).toBe(false);
  expect(await verifyPassword(null, password)).toBe(false);
});

test('a change ends every other session, keeps this one under a new token and bars the last five passwords', async () => {
  const personId = newId();
  await plantUser(kernel, { jurisdiction: '320509-hrss', personId, userName: 'changer' });
  const here = await at.signIn('changer');
  const there = await at.signIn('changer');
  expect(codesOf(await change(here, 'wrong', 'Qing3-Feng8'))).toEqual(['identity.current-wrong']);
  expect(codesOf(await change(here, TEST_PASSWORD, 'short1'))).toEqual(['identity.password-too-short']);
  expect(codesOf(await change(here, TEST_PASSWORD, 'changer-88-Xy'))).toEqual(['identity.password-is-name']);
  expect(codesOf(await change(here, TEST_PASSWORD, TEST_PASSWORD))).toEqual(['identity.password-used']);
  const answer = await change(here, TEST_PASSWORD, 'Qing3-Feng8');
  expect(answer.statusCode).toBe(200);
  let browser = browserOf(answer as never);
  expect([await business(here), await business(there), await business(browser)]).toEqual([401, 401, 200]);
  let current = 'Qing3-Feng8';
  for (const next of ['Ming4-Yue5', 'Chun6-Hua7', 'Qiu8-Shi9x', 'Dong2-Xue3']) {
    browser = browserOf((await change(browser, current, next)) as never);
    current = next;
  }
  expect(codesOf(await change(browser, current, 'Qing3-Feng8'))).toEqual(['identity.password-used']);
  browser = browserOf((await change(browser, current, 'Xia5-Yu6-Lai')) as never);
  expect((await change(browser, 'Xia5-Yu6-Lai', 'Qing3-Feng8')).statusCode).toBe(200);
});

test('two changes at once: one holds, the other is told', async () => {
  const personId = newId();
  await plantUser(kernel, { jurisdiction: '320509-hrss', personId, userName: 'twice' });
  const [one, two] = [await at.signIn('twice'), await at.signIn('twice')];
  const answers = await Promise.all([
    change(one, TEST_PASSWORD, 'Qing3-Feng8'),
    change(two, TEST_PASSWORD, 'Ming4-Yue5'),
  ]);
  expect(answers.map((each) => each.statusCode).sort()).toEqual([200, 401]);
});

test('guessing the current password in a stolen session is locked as sign-in is', async () => {
  const personId = newId();
  await plantUser(kernel, { jurisdiction: '320509-hrss', personId, userName: 'stolen' });
  const browser = await at.signIn('stolen');
  const statuses = [];
  for (let n = 0; n < 6; n++) statuses.push((await change(browser, 'guess', 'Qing3-Feng8')).statusCode);
  expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
});

test('nor can it be guessed by switching the second factor off', async () => {
  await plantUser(kernel, { jurisdiction: '320509-hrss', personId: newId(), userName: 'stolen-too' });
  const browser = await at.signIn('stolen-too');
  const guess = {
    method: 'DELETE',
    url: '/api/v1/session/totp',
    ...browser,
    payload: { password: 'guess' },
  } as const;
  const statuses = [];
  for (let n = 0; n < 6; n++) statuses.push((await at.app.inject(guess)).statusCode);
  expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
});

test('many at once, more than there are connections, do not wait for each other without end', async () => {
  const names = Array.from({ length: 12 }, (_, n) => `crowd-${n}`);
  for (const userName of names)
    await plantUser(kernel, { jurisdiction: '320509-hrss', personId: newId(), userName });
  const browsers = await Promise.all(names.map((name) => at.signIn(name)));
  const count = async () =>
    (await sql<{ n: number }>`select count(*)::int as n from sign_in_attempts`.execute(kernel.database.owner))
      .rows[0]?.n;
  const before = await count();
  const answers = await Promise.all(browsers.map((browser) => change(browser, TEST_PASSWORD, TEST_PASSWORD)));
  expect(answers.map((answer) => codesOf(answer)[0])).toEqual(names.map(() => 'identity.password-used'));
  // The password was right: what was refused beyond it is no guess.
  expect(await count()).toBe(before);
}, 30_000);

test('nor can it be guessed by switching the second factor on', async () => {
  await plantUser(kernel, { jurisdiction: '320509-hrss', personId: newId(), userName: 'stolen-three' });
  const browser = await at.signIn('stolen-three');
  const guess = {
    method: 'POST',
    url: '/api/v1/session/totp',
    ...browser,
    payload: { password: 'guess' },
  } as const;
  const statuses = [];
  for (let n = 0; n < 6; n++) statuses.push((await at.app.inject(guess)).statusCode);
  expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
});

test('WJ-12a a password past its three months bars everything but its change', async () => {
  const personId = newId();
  await plantUser(kernel, { jurisdiction: '320509-hrss', personId, userName: 'expiring' });
  const browser = await at.signIn('expiring');
  const session = async () => (await at.app.inject({ url: '/api/v1/session', ...browser })).json();
  expect(await session()).toMatchObject({ passwordDueDay: '2026-11-30', mustChangePassword: false });
  await kernel.setNow('2026-11-30');
  expect(await business(browser)).toBe(200);
  await kernel.setNow('2026-12-01');
  expect(await session()).toMatchObject({ mustChangePassword: true });
  const barred = await at.app.inject({ url: '/api/v1/business', ...browser });
  expect(barred.statusCode).toBe(403);
  expect(codesOf(barred)).toEqual(['password-change-required']);
  const fresh = browserOf((await change(browser, TEST_PASSWORD, 'Qing3-Feng8')) as never);
  expect(await business(fresh)).toBe(200);
});

test('row-level security: without a scope no user and no session is seen', async () => {
  for (const table of ['users', 'sessions', 'used_passwords']) {
    const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(
      kernel.database.app,
    );
    expect(rows[0]?.n).toBe(0);
  }
});
