import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browserOf } from '../../kernel/identity/testing.ts';
import type { Planted, Seed } from './testing.ts';
import { createDirectoryWeb, type DirectoryWeb } from './testing-web.ts';

const seeds: readonly Seed[] = [
  {
    key: 'd-office',
    jurisdiction: '500110',
    name: '区府办',
    kind: 'office',
    tier: 'county',
    roles: [['supervisor', '500110']],
    posts: { 'filing-officer': ['区备案员'], administrator: ['区管理员'] },
  },
  {
    key: 'centre',
    jurisdiction: '500110',
    name: '电子政务中心',
    kind: 'institution',
    tier: 'county',
    parent: 'd-office',
    roles: [['executing-body', '500110']],
    posts: { administrator: ['中心管理员'] },
  },
  {
    key: 'civil',
    jurisdiction: '500110',
    name: '区民政局',
    kind: 'department',
    tier: 'county',
    posts: { administrator: ['民政管理员'], 'info-officer': ['民政信息员', '两地任职'] },
  },
  {
    key: 'health',
    jurisdiction: '500110',
    name: '区卫健委',
    kind: 'department',
    tier: 'county',
    posts: { administrator: ['卫健管理员'], 'deputy-leader': ['民政信息员'] },
  },
  {
    key: 'data',
    jurisdiction: '220621',
    name: '县政数局',
    kind: 'department',
    tier: 'county',
    roles: [['supervisor', '220621']],
    posts: { administrator: ['县管理员', '两地任职'], 'info-officer': [] },
  },
];
const signedIn = [
  '区备案员',
  '区管理员',
  '中心管理员',
  '民政管理员',
  '民政信息员',
  '卫健管理员',
  '县管理员',
  '两地任职',
];

let district: DirectoryWeb;
let at: Planted;
let as: DirectoryWeb['as'];

beforeAll(async () => {
  district = await createDirectoryWeb(seeds, signedIn);
  ({ at, as } = district);
});
afterAll(() => district?.close());

const newcomer = (userName: string, more: object = {}) => ({
  unitId: at.unit('civil'),
  name: '演示新人',
  phone: '13900000001',
  isStaff: true,
  userName,
  ...more,
});
const noticesOf = async (name: string) =>
  (
    await sql<{
      code: string;
      facts: object;
    }>`select code, facts from notices where person_id = ${at.person(name)} order by created_at, id`.execute(
      district.kernel.database.owner,
    )
  ).rows;

test('QJ-6 a personal, real-name user: initial password shown once, changed at the first sign-in, the change reported', async () => {
  const made = await as(
    '民政管理员',
    'POST',
    '/people',
    newcomer('xinren', { postId: at.post('civil', 'info-officer') }),
  );
  expect(made.status).toBe(200);
  const { userName, password } = made.body.initial;
  const dump =
    JSON.stringify(
      (await sql`select facts from audit_entries`.execute(district.kernel.database.owner)).rows,
    ) +
    JSON.stringify((await sql`select password_hash from users`.execute(district.kernel.database.owner)).rows);
  expect(dump).not.toContain(password);

  const answer = await district.web.app.inject({
    method: 'POST',
    url: '/api/v1/session',
    payload: { userName, password },
  });
  expect(answer.json()).toMatchObject({ mustChangePassword: true, posts: [{ unitName: '区民政局' }] });
  const browser = browserOf(answer);
  expect((await district.web.app.inject({ url: '/api/v1/units', ...browser })).json().problems[0].code).toBe(
    'password-change-required',
  );
  const changed = await district.web.app.inject({
    method: 'PUT',
    url: '/api/v1/session/password',
    ...browser,
    payload: { current: password, next: 'Qing3-Feng8' },
  });
  expect((await district.web.app.inject({ url: '/api/v1/units', ...browserOf(changed) })).statusCode).toBe(
    200,
  );

  for (const told of ['区备案员', '区管理员', '中心管理员'])
    expect(await noticesOf(told)).toContainEqual({
      code: 'directory.staff-appointed',
      facts: { unit: '区民政局', post: '信息员' },
    });
});

test('QJ-6 one person, one user; a name that is taken anywhere is refused', async () => {
  expect((await as('民政管理员', 'POST', '/people', newcomer('xinren-2'))).codes).toEqual([
    'directory.person-exists',
  ]);
  const other = { name: '演示他人', phone: '13900000002' };
  expect((await as('民政管理员', 'POST', '/people', newcomer('XINREN', other))).codes).toEqual([
    'directory.user-name-taken',
  ]);
  expect(
    (await as('县管理员', 'POST', '/people', newcomer('xinren', { ...other, unitId: at.unit('data') })))
      .codes,
  ).toEqual(['directory.user-name-taken']);
  for (const bad of [
    { phone: '12345' },
    { userName: '新人' },
    { userName: 'ab' },
    { email: 'x' },
    { name: '甲' },
    { role: 'x' },
  ])
    expect(
      (await as('民政管理员', 'POST', '/people', newcomer('someone', { ...other, ...bad }))).status,
    ).toBe(400);
  const both = await Promise.all(
    ['13900000003', '13900000004'].map((phone, index) =>
      as(
        index ? '民政管理员' : '卫健管理员',
        'POST',
        '/people',
        newcomer('same-name', {
          name: `演示同名${index}`,
          phone,
          unitId: at.unit(index ? 'civil' : 'health'),
        }),
      ),
    ),
  );
  expect(both.map((each) => each.status).sort()).not.toEqual([200, 200]);
  expect(both.filter((each) => each.status === 200)).toHaveLength(1);
});

test('the four openings of an appointment, and its end takes the rights away', async () => {
  const person = at.person('卫健管理员');
  const post = at.post('civil', 'info-officer');
  const path = `/posts/${post}/appointments`;
  const body = { personId: person, fromDay: '2026-11-23' };
  expect((await as('nobody', 'POST', path, body)).status).toBe(401);
  expect((await as('卫健管理员', 'POST', path, body)).status).toBe(403);
  expect((await as('县管理员', 'POST', path, body)).status).toBe(404);
  expect((await as('民政管理员', 'POST', path, { ...body, fromDay: '2026-13-01' })).status).toBe(400);
  expect((await as('民政管理员', 'POST', path, { ...body, toDay: '2026-11-01' })).codes).toEqual([
    'directory.impossible-days',
  ]);
  const made = await as('民政管理员', 'POST', path, body);
  expect(made.status).toBe(200);
  expect((await as('民政管理员', 'POST', path, body)).codes).toEqual(['directory.appointed-already']);
  const ofUnit = async () =>
    (await as('卫健管理员', 'GET', '/session')).body.posts.map((each: { unitName: string }) => each.unitName);
  expect(await ofUnit()).toEqual(['区卫健委', '区民政局']);
  const end = (toDay: string) =>
    as('民政管理员', 'POST', `/appointments/${made.body.id}/end`, { toDay, reason: '调离' });
  expect((await end('2026-11-22')).codes).toEqual(['directory.end-before-start']);
  expect((await end('2026-11-23')).status).toBe(200);
  expect(await ofUnit()).toEqual(['区卫健委', '区民政局']);
  await district.kernel.setNow('2026-11-24');
  expect(await ofUnit()).toEqual(['区卫健委']);
  expect((await end('2026-11-24')).codes).toEqual(['directory.ended-already']);
  expect(await noticesOf('区备案员')).toContainEqual({
    code: 'directory.staff-left',
    facts: { unit: '区民政局', post: '信息员', day: '2026-11-23' },
  });
});

test('nobody reaches higher rights through a colleague: who serves two units is managed by who manages both', async () => {
  const path = `/people/${at.person('民政信息员')}/reset-password`;
  expect((await as('民政管理员', 'POST', path)).status).toBe(403);
  expect((await as('卫健管理员', 'POST', path)).status).toBe(403);
  expect((await as('民政管理员', 'POST', `/people/${at.person('区管理员')}/reset-password`)).status).toBe(
    403,
  );
  expect((await as('县管理员', 'POST', path)).status).toBe(404);
  expect((await as('区备案员', 'POST', path)).status).toBe(403);
  expect((await as('民政信息员', 'GET', '/session')).status).toBe(200);
  const reset = await as('区管理员', 'POST', path);
  expect(reset.status).toBe(200);
  expect((await as('民政信息员', 'GET', '/session')).status).toBe(401);
  const again = await district.web.app.inject({
    method: 'POST',
    url: '/api/v1/session',
    payload: reset.body,
  });
  expect(again.json().mustChangePassword).toBe(true);
  district.browsers.set('民政信息员', browserOf(again));
});

test('a lock is lifted and a user shut out and let in again by an administrator', async () => {
  const id = at.person('民政信息员');
  const user = (await as('中心管理员', 'GET', `/people/${id}`)).body.user.userName;
  for (let n = 0; n < 5; n++)
    await district.web.app.inject({
      method: 'POST',
      url: '/api/v1/session',
      payload: { userName: user, password: 'x' },
    });
  expect((await as('中心管理员', 'GET', `/people/${id}`)).body).toMatchObject({
    user: { lockedMinutes: 15 },
    abilities: { unlock: true },
  });
  expect((await as('中心管理员', 'POST', `/people/${id}/unlock`)).status).toBe(200);
  expect((await as('中心管理员', 'GET', `/people/${id}`)).body.user.lockedMinutes).toBe(0);
  expect((await as('中心管理员', 'POST', `/people/${id}/disable`)).status).toBe(200);
  expect((await as('民政信息员', 'GET', '/session')).status).toBe(401);
  expect((await as('中心管理员', 'POST', `/people/${id}/disable`)).codes).toEqual([
    'identity.disabled-already',
  ]);
  expect((await as('中心管理员', 'POST', `/people/${id}/enable`)).status).toBe(200);
});

test('a change of name or telephone is versioned and reported; people are found within the own area only', async () => {
  const found = (await as('区管理员', 'GET', `/people?q=${encodeURIComponent('新人')}`)).body;
  expect(found).toMatchObject({
    total: 1,
    items: [{ name: '演示新人', posts: [{ unitName: '区民政局', title: '信息员' }] }],
  });
  const id = found.items[0].id;
  const body = { name: '演示新人', phone: '13900000009', email: null, isStaff: true, version: 1 };
  expect((await as('卫健管理员', 'PUT', `/people/${id}`, body)).status).toBe(403);
  expect((await as('民政管理员', 'PUT', `/people/${id}`, body)).status).toBe(200);
  expect((await as('民政管理员', 'PUT', `/people/${id}`, body)).status).toBe(409);
  expect(await noticesOf('区备案员')).toContainEqual({
    code: 'directory.staff-changed',
    facts: { unit: '区民政局' },
  });
  expect((await as('县管理员', 'GET', `/people?q=${encodeURIComponent('新人')}`)).body.total).toBe(0);
  expect((await as('县管理员', 'GET', `/people/${id}`)).status).toBe(404);
  expect(
    (await as('区管理员', 'GET', `/people?unit=${at.unit('civil')}`)).body.items.map(
      (each: { name: string }) => each.name,
    ),
  ).toEqual(expect.arrayContaining(['民政管理员', '民政信息员', '演示新人']));
});

test('nobody comes by the rights of an area out of sight through a person who serves there too', async () => {
  const person = `/people/${at.person('两地任职')}`;
  for (const who of ['区管理员', '民政管理员', '中心管理员'])
    for (const action of ['reset-password', 'unlock', 'disable', 'enable'])
      expect([who, action, (await as(who, 'POST', `${person}/${action}`)).status]).toEqual([
        who,
        action,
        403,
      ]);
  const page = (await as('区管理员', 'GET', person)).body;
  expect(page.user).toBeNull();
  expect(Object.values(page.abilities)).not.toContain(true);
});
