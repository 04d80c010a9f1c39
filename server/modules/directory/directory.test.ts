import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { directoryWords } from '../../../contracts/directory/words.ts';
import { type Browser, createTestApp, plantUser, type TestApp } from '../../kernel/identity/testing.ts';
import { createTestKernel, type TestKernel } from '../../kernel/testing.ts';
import { directoryRoutes, loadActor } from './index.ts';
import { type Planted, plant } from './testing.ts';

let kernel: TestKernel;
let web: TestApp;
let at: Planted;
const browsers = new Map<string, Browser>();

beforeAll(async () => {
  kernel = await createTestKernel();
  await kernel.setNow('2026-11-23');
  at = await plant(kernel, [
    {
      key: 'city-office',
      jurisdiction: '220600',
      name: '市政府办公室',
      kind: 'office',
      tier: 'city',
      roles: [['supervisor', '220600']],
      posts: { administrator: ['市管理员'], 'filing-officer': ['市备案员'] },
    },
    { key: 'county', jurisdiction: '220621', name: '县政府', kind: 'government', tier: 'county' },
    {
      key: 'data',
      jurisdiction: '220621',
      name: '县政数局',
      kind: 'department',
      tier: 'county',
      parent: 'county',
      roles: [['supervisor', '220621']],
      posts: { administrator: ['县管理员'], 'filing-officer': ['县备案员'] },
    },
    {
      key: 'hr',
      jurisdiction: '220621',
      name: '县人社局',
      kind: 'department',
      tier: 'county',
      parent: 'county',
      code: '2206210012',
      posts: {
        administrator: ['人社管理员'],
        'info-officer': ['人社信息员'],
        'principal-leader': ['人社局长'],
      },
    },
    {
      key: 'section',
      jurisdiction: '220621',
      name: '人社局办公室',
      kind: 'section',
      tier: 'county',
      parent: 'hr',
    },
    {
      key: 'edu',
      jurisdiction: '220621',
      name: '县教育局',
      kind: 'department',
      tier: 'county',
      parent: 'county',
      posts: { 'info-officer': ['教育信息员'] },
    },
    {
      key: 'press',
      jurisdiction: '220621',
      name: '县委宣传部',
      kind: 'party',
      tier: 'county',
      roles: [['oversight', '220621', 'publicity']],
      posts: { administrator: ['宣传管理员'] },
    },
    {
      key: 'd-office',
      jurisdiction: '500110',
      name: '区府办',
      kind: 'office',
      tier: 'county',
      roles: [['supervisor', '500110']],
      posts: { 'filing-officer': ['区备案员'] },
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
      posts: { administrator: ['民政管理员'], 'info-officer': [] },
    },
    {
      key: 'bureau',
      jurisdiction: '320509-hrss',
      name: '区人社局',
      kind: 'department',
      tier: 'county',
      posts: { administrator: ['局管理员'] },
    },
    {
      key: 'lead',
      jurisdiction: '320509-hrss',
      name: '局办公室',
      kind: 'section',
      tier: 'county',
      parent: 'bureau',
      roles: [['supervisor', '320509-hrss']],
    },
    {
      key: 'station',
      jurisdiction: '320509-hrss',
      name: '就业管理中心',
      kind: 'institution',
      tier: 'county',
      parent: 'bureau',
    },
  ]);
  web = await createTestApp(kernel, { loadActor, routes: directoryRoutes, words: [directoryWords] });
  const names = [
    '市管理员',
    '市备案员',
    '县管理员',
    '县备案员',
    '人社管理员',
    '人社信息员',
    '宣传管理员',
    '区备案员',
    '中心管理员',
    '民政管理员',
    '局管理员',
  ];
  for (const [index, name] of names.entries()) {
    const { rows } = await sql<{
      j: string;
    }>`select jurisdiction_id as j from people where id = ${at.person(name)}`.execute(kernel.database.owner);
    await plantUser(kernel, {
      jurisdiction: rows[0]?.j ?? '',
      personId: at.person(name),
      userName: `user-${index}`,
    });
    browsers.set(name, await web.signIn(`user-${index}`));
  }
});
afterAll(async () => {
  await web?.app.close();
  await kernel?.drop();
});

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
async function as(who: string, method: Method, path: string, payload?: object) {
  const browser = browsers.get(who);
  const answer = await web.app.inject({
    method,
    url: `/api/v1${path}`,
    ...(browser ?? {}),
    ...(payload ? { payload } : {}),
  });
  return {
    status: answer.statusCode,
    body: answer.json(),
    codes: answer.json().problems?.map((each: { code: string }) => each.code),
  };
}
const unitBody = (name: string, parentId: string, more: object = {}) => ({
  name,
  parentId,
  kind: 'institution',
  tier: 'county',
  ...more,
});
const trail = async (subject: string) =>
  (
    await sql<{
      action: string;
      post_title: string;
    }>`select action, post_title from audit_entries where subject_id = ${subject} order by seq`.execute(
      kernel.database.owner,
    )
  ).rows;
const rowsIn = async (table: string) =>
  Number(
    (await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(kernel.database.owner))
      .rows[0]?.n,
  );

test('the four openings of a new unit: nobody, no right, bad input, stale state', async () => {
  const before = await rowsIn('units');
  expect((await as('nobody', 'POST', '/units', unitBody('县档案馆', at.unit('county')))).status).toBe(401);
  expect((await as('人社信息员', 'POST', '/units', unitBody('县档案馆', at.unit('hr')))).status).toBe(403);
  expect((await as('人社管理员', 'POST', '/units', unitBody('县档案馆', at.unit('county')))).status).toBe(
    403,
  );
  expect((await as('人社管理员', 'POST', '/units', unitBody('区档案馆', at.unit('civil')))).status).toBe(404);
  const hr = at.unit('hr');
  for (const bad of [
    { owner: 'x' },
    { name: '字'.repeat(61) },
    { name: 'a\u0000b' },
    { code: '123' },
    { kind: 'club' },
    { parentId: 'x' },
    { secret: 'yes' },
  ])
    expect((await as('人社管理员', 'POST', '/units', { ...unitBody('县档案馆', hr), ...bad })).status).toBe(
      400,
    );
  expect((await as('人社管理员', 'POST', '/units', unitBody('县人社局', hr))).codes).toEqual([
    'directory.name-taken',
  ]);
  expect(
    (await as('人社管理员', 'POST', '/units', unitBody('县档案馆', hr, { code: '2206210012' }))).codes,
  ).toEqual(['directory.code-taken']);
  expect(
    (await as('人社管理员', 'POST', '/units', unitBody('县档案馆', hr, { jurisdiction: '220600' }))).codes,
  ).toEqual(['directory.wrong-jurisdiction']);
  expect((await as('人社管理员', 'POST', '/units', unitBody('县档案馆', at.unit('section')))).codes).toEqual([
    'directory.parent-section',
  ]);
  expect(await rowsIn('units')).toBe(before);
});

test('an administrator manages the own unit and those below, a change names the post it was made in', async () => {
  const made = await as('人社管理员', 'POST', '/units', unitBody('县社保中心', at.unit('hr')));
  expect(made.status).toBe(200);
  expect(await trail(made.body.id)).toEqual([
    { action: 'directory.create-unit', post_title: '县人社局 单位管理员' },
  ]);
  const page = await as('人社管理员', 'GET', `/units/${made.body.id}`);
  expect(page.body.path.map((each: { name: string }) => each.name)).toEqual([
    '县政府',
    '县人社局',
    '县社保中心',
  ]);
  expect(page.body).toMatchObject({
    supervisor: { name: '县政数局' },
    abilities: { change: true, assignRole: false },
  });
  expect((await as('人社信息员', 'GET', `/units/${made.body.id}`)).body.abilities).toMatchObject({
    change: false,
    addPost: false,
  });
});

test('a change on an old version is refused, and a ring too; what is below moves along', async () => {
  const made = (await as('县管理员', 'POST', '/units', unitBody('县服务中心', at.unit('county')))).body.id;
  const below = (await as('县管理员', 'POST', '/units', unitBody('服务大厅', made))).body.id;
  const body = (parentId: string | null, version: number) => ({
    ...unitBody('县服务中心', ''),
    parentId,
    version,
  });
  expect((await as('县管理员', 'PUT', `/units/${made}`, body(at.unit('hr'), 1))).status).toBe(200);
  const stale = await as('县管理员', 'PUT', `/units/${made}`, body(at.unit('county'), 1));
  expect([stale.status, stale.codes]).toEqual([409, ['stale']]);
  expect((await as('县管理员', 'PUT', `/units/${made}`, body(below, 2))).codes).toEqual(['directory.cycle']);
  expect(
    (await as('人社管理员', 'GET', `/units/${below}`)).body.path.map((each: { name: string }) => each.name),
  ).toEqual(['县政府', '县人社局', '县服务中心', '服务大厅']);
  expect((await as('人社管理员', 'PUT', `/units/${made}`, body(at.unit('edu'), 2))).status).toBe(403);
});

test('two moves at once never close a ring', async () => {
  const make = async (name: string) =>
    (await as('县管理员', 'POST', '/units', unitBody(name, at.unit('county')))).body.id as string;
  const [one, two] = [await make('甲中心'), await make('乙中心')];
  const move = (id: string, name: string, parentId: string) =>
    as('县管理员', 'PUT', `/units/${id}`, { ...unitBody(name, ''), parentId, version: 1 });
  const answers = await Promise.all([move(one, '甲中心', two), move(two, '乙中心', one)]);
  expect(answers.map((each) => each.status).sort()).toEqual([200, 422]);
  expect(answers.flatMap((each) => each.codes ?? [])).toEqual(['directory.cycle']);
});

test('two new units of one name at once: one stands', async () => {
  const answers = await Promise.all(
    ['county', 'hr'].map((parent) =>
      as('县管理员', 'POST', '/units', unitBody('县融媒体中心', at.unit(parent))),
    ),
  );
  expect(answers.filter((each) => each.status === 200)).toHaveLength(1);
  expect(answers.flatMap((each) => each.codes ?? [])).toEqual(['directory.name-taken']);
});

test('a unit closes once nothing and nobody is left in it', async () => {
  const close = (id: string, version = 1) =>
    as('县管理员', 'POST', `/units/${id}/close`, { on: '2026-12-01', version });
  expect((await close(at.unit('hr'))).codes).toEqual(
    expect.arrayContaining(['directory.has-children', 'directory.has-holders']),
  );
  expect((await close(at.unit('press'))).codes).toEqual(['directory.has-holders', 'directory.has-roles']);
  const made = (await as('县管理员', 'POST', '/units', unitBody('临时机构', at.unit('county')))).body.id;
  expect((await close(made)).status).toBe(200);
  expect((await close(made, 2)).codes).toEqual(['directory.closed-already']);
  expect(
    (await as('县管理员', 'POST', `/units/${made}/posts`, { kind: 'info-officer', title: '信息员' })).codes,
  ).toEqual(['directory.unit-closed']);
});

test('FS-4 the county bureau manages the units of the county, LZ-8 publicity reads them and changes none', async () => {
  expect((await as('县管理员', 'GET', `/units/${at.unit('edu')}`)).body.abilities.change).toBe(true);
  const seen = await as('宣传管理员', 'GET', `/units/${at.unit('edu')}`);
  expect(seen.status).toBe(200);
  expect(Object.values(seen.body.abilities).some(Boolean)).toBe(false);
  expect(
    (await as('宣传管理员', 'POST', `/units/${at.unit('edu')}/posts`, { kind: 'info-officer', title: '乙' }))
      .status,
  ).toBe(403);
  expect(
    (await as('宣传管理员', 'POST', '/units', unitBody('新闻科', at.unit('press'), { kind: 'section' })))
      .status,
  ).toBe(200);
});

test('WJ-1 the office leads the bureau and its institutions', async () => {
  const page = await as('局管理员', 'GET', `/units/${at.unit('station')}`);
  expect(page.body.supervisor).toEqual({ id: at.unit('lead'), name: '局办公室' });
  const mine = await as('局管理员', 'GET', '/me/unit');
  expect(mine.body.items[0]).toMatchObject({ name: '区人社局', supervisor: { name: '局办公室' } });
  expect(mine.body.items[0].basis[0].pack).toBe('wujiang-hrss');
});

test('LZ-6 one supervisor at a time, given only by a level above', async () => {
  const role = (who: string, unit: string, body: object) =>
    as(who, 'POST', `/units/${at.unit(unit)}/roles`, {
      role: 'supervisor',
      over: '220621',
      fromDay: '2027-01-01',
      ...body,
    });
  expect((await role('县管理员', 'edu', {})).status).toBe(403);
  const taken = await role('市管理员', 'edu', {});
  expect(taken.codes).toEqual(['directory.role-taken']);
  expect(taken.body.detail).toContain('县政数局');
  const held = (await as('市管理员', 'GET', `/units/${at.unit('data')}`)).body.roles[0];
  expect((await as('县管理员', 'POST', `/roles/${held.id}/end`, { toDay: '2026-12-31' })).status).toBe(403);
  expect((await as('市管理员', 'POST', `/roles/${held.id}/end`, { toDay: '2026-12-31' })).status).toBe(200);
  expect((await role('市管理员', 'edu', {})).status).toBe(200);
  await kernel.setNow('2027-01-01');
  expect((await as('市管理员', 'GET', `/units/${at.unit('hr')}`)).body.supervisor.name).toBe('县教育局');
  await kernel.setNow('2026-11-23');
  expect((await as('市管理员', 'GET', `/units/${at.unit('hr')}`)).body.supervisor.name).toBe('县政数局');
  expect((await role('县管理员', 'edu', { role: 'oversight', detail: 'cyberspace' })).status).toBe(200);
  expect((await role('县管理员', 'edu', { role: 'oversight' })).status).toBe(400);
  expect((await role('县管理员', 'edu', { role: 'executing-body', over: '500110' })).status).toBe(403);
});

test('LZ-7 the host may name a section or an agency, WJ-2 an agency only with contract and secrecy agreement', async () => {
  const name = (who: string, unit: string, body: object) =>
    as(who, 'POST', `/units/${at.unit(unit)}/operators`, {
      tasks: '日常发布',
      fromDay: '2026-11-23',
      ...body,
    });
  expect((await name('人社管理员', 'hr', { kind: 'section', unitId: at.unit('section') })).status).toBe(200);
  expect((await name('人社管理员', 'hr', { kind: 'section', unitId: at.unit('edu') })).codes).toEqual([
    'directory.operator-unit',
  ]);
  const bare = await name('局管理员', 'bureau', { kind: 'outside', name: '某传媒公司' });
  expect(bare.codes).toEqual(['directory.operator-contract', 'directory.operator-confidentiality']);
  expect(bare.body.problems[0].basis[0]).toMatchObject({ pack: 'wujiang-hrss', article: '第二条' });
  const whole = {
    kind: 'outside',
    name: '某传媒公司',
    contractNo: 'HT-1',
    confidentialitySignedOn: '2026-11-20',
  };
  const made = await name('局管理员', 'bureau', whole);
  expect(made.status).toBe(200);
  expect((await as('局管理员', 'GET', `/units/${at.unit('bureau')}`)).body.operators).toHaveLength(1);
  expect(
    (await as('局管理员', 'POST', `/operators/${made.body.id}/end`, { toDay: '2026-11-01' })).codes,
  ).toEqual(['directory.end-before-start']);
});

test('FS-26 contacts at the departments one coordinates with, for the own area only', async () => {
  const contact = {
    partner: 'cyberspace',
    organisation: '县委网信办',
    personName: '演示联络人',
    phone: '0439-6200000',
  };
  const made = await as('人社管理员', 'POST', `/units/${at.unit('hr')}/contacts`, contact);
  expect(made.status).toBe(200);
  expect((await as('人社信息员', 'GET', `/units/${at.unit('hr')}`)).body.contacts).toHaveLength(1);
  expect((await as('人社信息员', 'DELETE', `/contacts/${made.body.id}`)).status).toBe(403);
  expect((await as('人社管理员', 'DELETE', `/contacts/${made.body.id}`)).status).toBe(200);
  expect((await as('人社管理员', 'DELETE', `/contacts/${made.body.id}`)).status).toBe(404);
});

test('search finds units by a piece of the Chinese name or by code, within reach', async () => {
  const find = async (who: string, q: string) =>
    (await as(who, 'GET', `/units/search?q=${encodeURIComponent(q)}`)).body;
  expect((await find('人社信息员', '人社局')).items.map((each: { name: string }) => each.name)).toEqual([
    '县人社局',
    '人社局办公室',
  ]);
  expect((await find('人社信息员', '教')).items[0]).toMatchObject({
    name: '县教育局',
    pathNames: ['县政府'],
  });
  expect((await find('人社信息员', '2206210012')).total).toBe(1);
  expect((await find('人社信息员', '市政府')).total).toBe(1);
  expect((await find('人社信息员', '民政局')).total).toBe(0);
  expect((await find('人社信息员', '100%')).total).toBe(0);
  expect(
    (await as('人社信息员', 'GET', '/units')).body.items.map((each: { name: string }) => each.name),
  ).toEqual(['市政府办公室', '县政府', '县委宣传部']);
});
