import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countyPeople, countySeeds } from './county.test-data.ts';
import type { Planted } from './testing.ts';
import { createDirectoryWeb, type DirectoryWeb } from './testing-web.ts';

let county: DirectoryWeb;
let at: Planted;
let as: DirectoryWeb['as'];

beforeAll(async () => {
  county = await createDirectoryWeb(countySeeds, countyPeople);
  ({ at, as } = county);
});
afterAll(() => county?.close());

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
      county.kernel.database.owner,
    )
  ).rows;
const rowsIn = async (table: string) =>
  Number(
    (
      await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(
        county.kernel.database.owner,
      )
    ).rows[0]?.n,
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

test('LZ-10 FS-8 below the own unit an administrator sets up what belongs to it, not a department', async () => {
  const below = {
    name: '就业科',
    shortName: null,
    code: null,
    kind: 'section',
    tier: 'county',
    secret: false,
  };
  const body = { ...below, inward: false, guidedById: null, parentId: at.unit('hr') };
  const refused = await as('人社管理员', 'POST', '/units', { ...body, kind: 'department', tier: 'city' });
  expect([refused.status, refused.codes]).toEqual([
    422,
    ['directory.nature-from-above', 'directory.nature-from-above'],
  ]);
  expect((await as('人社管理员', 'POST', '/units', body)).status).toBe(200);
});

test('LZ-10 GD-4.2a FS-8 a unit does not say of itself what it is; those above it do', async () => {
  const hr = at.unit('hr');
  const { body: page } = await as('人社管理员', 'GET', `/units/${hr}`);
  const { name, shortName, code, kind, tier, secret, inward, parentId, version } = page;
  const body = { name, shortName, code, kind, tier, secret, inward, guidedById: null, parentId, version };
  for (const nature of [{ kind: 'office' }, { tier: 'city' }, { secret: true }, { inward: true }]) {
    const refused = await as('人社管理员', 'PUT', `/units/${hr}`, { ...body, ...nature });
    expect([refused.status, refused.codes]).toEqual([422, ['directory.nature-from-above']]);
  }
  expect((await as('人社管理员', 'PUT', `/units/${hr}`, { ...body, shortName: '人社' })).status).toBe(200);
  const above = { ...body, version: version + 1 };
  expect((await as('县管理员', 'PUT', `/units/${hr}`, { ...above, inward: true })).status).toBe(200);
  expect((await as('县管理员', 'PUT', `/units/${hr}`, { ...above, version: version + 2 })).status).toBe(200);
});
