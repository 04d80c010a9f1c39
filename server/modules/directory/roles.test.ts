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
  await county.kernel.setNow('2027-01-01');
  expect((await as('市管理员', 'GET', `/units/${at.unit('hr')}`)).body.supervisor.name).toBe('县教育局');
  await county.kernel.setNow('2026-11-23');
  expect((await as('市管理员', 'GET', `/units/${at.unit('hr')}`)).body.supervisor.name).toBe('县政数局');
  expect((await role('县管理员', 'edu', { role: 'oversight', detail: 'cyberspace' })).status).toBe(200);
  expect((await role('县管理员', 'edu', { role: 'oversight' })).status).toBe(400);
  expect((await role('县管理员', 'edu', { role: 'executing-body', over: '500110' })).status).toBe(403);
});

test('LZ-7 FS-5 the host may name a section or an agency, WJ-2 an agency only with contract and secrecy agreement', async () => {
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
  expect((await name('县管理员', 'data', { kind: 'outside', name: '某运维公司' })).status).toBe(200);
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

test('GD-2c a line department guides the institutions of its sector, which answer to the supervisor all the same', async () => {
  const guided = (more: object) =>
    as(
      '县管理员',
      'POST',
      '/units',
      unitBody('县实验小学', at.unit('county'), { guidedById: at.unit('edu'), ...more }),
    );
  expect((await guided({ kind: 'department' })).codes).toEqual(['directory.not-guided']);
  expect((await guided({ guidedById: at.unit('section') })).codes).toEqual(['directory.no-guide']);
  expect((await guided({ guidedById: at.unit('civil') })).codes).toEqual(['directory.no-guide']);
  const made = await guided({});
  const page = await as('人社信息员', 'GET', `/units/${made.body.id}`);
  expect(page.body).toMatchObject({ guidedBy: { name: '县教育局' }, supervisor: { name: '县政数局' } });
  const guide = await as('人社信息员', 'GET', `/units/${at.unit('edu')}`);
  expect(guide.body.guides).toEqual([{ id: made.body.id, name: '县实验小学' }]);
});
