import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActor } from '../../kernel/actor.ts';
import type { Context } from '../../kernel/context.ts';
import { createTestKernel, type TestKernel } from '../../kernel/testing.ts';
import { getUnit, holdersOf, loadActor, resolveSeat, unitWithRole } from './index.ts';
import { type Planted, plant } from './testing.ts';

let kernel: TestKernel;
let at: Planted;

beforeAll(async () => {
  kernel = await createTestKernel();
  await kernel.setNow('2026-11-23');
  at = await plant(kernel, [
    { key: 'govt', jurisdiction: '440000', name: '省政府', kind: 'government', tier: 'province' },
    {
      key: 'p-office',
      jurisdiction: '440000',
      name: '省政府办公厅',
      kind: 'office',
      tier: 'province',
      parent: 'govt',
      roles: [['supervisor', '440000']],
      posts: { 'filing-officer': ['省备案员'] },
    },
    {
      key: 'c-office',
      jurisdiction: '440100',
      name: '市政府办公厅',
      kind: 'office',
      tier: 'city',
      parent: 'govt',
      roles: [['supervisor', '440100']],
      posts: { 'filing-officer': ['市备案员'] },
    },
    {
      key: 'c-dept',
      jurisdiction: '440100',
      name: '市教育局',
      kind: 'department',
      tier: 'city',
      parent: 'govt',
      posts: { 'info-officer': ['市信息员'] },
    },
    {
      key: 'county',
      jurisdiction: '440117',
      name: '区政府',
      kind: 'government',
      tier: 'county',
      posts: { 'info-officer': ['区信息员'] },
    },
    { key: 'admin', jurisdiction: '620171', name: '管委会', kind: 'government', tier: 'city' },
    {
      key: 'a-office',
      jurisdiction: '620171',
      name: '管委会办公室',
      kind: 'office',
      tier: 'city',
      parent: 'admin',
      roles: [['supervisor', '620171']],
    },
    { key: 'park', jurisdiction: '620171', name: '中川园区', kind: 'park', tier: 'county', parent: 'admin' },
    {
      key: 'town',
      jurisdiction: '620171',
      name: '中川镇',
      kind: 'town',
      tier: 'town',
      parent: 'park',
      posts: { 'principal-leader': ['镇长甲', '镇长乙'] },
    },
    {
      key: 'press',
      jurisdiction: '620171',
      name: '党群工作部',
      kind: 'party',
      tier: 'city',
      parent: 'admin',
      roles: [['oversight', '620171', 'publicity']],
      posts: { 'section-head': ['宣传员'] },
    },
    {
      key: 'd-office',
      jurisdiction: '500110',
      name: '区府办',
      kind: 'office',
      tier: 'county',
      roles: [['supervisor', '500110']],
    },
    {
      key: 'centre',
      jurisdiction: '500110',
      name: '电子政务中心',
      kind: 'institution',
      tier: 'county',
      parent: 'd-office',
      roles: [['executing-body', '500110']],
    },
    {
      key: 'd-dept',
      jurisdiction: '500110',
      name: '区民政局',
      kind: 'department',
      tier: 'county',
      posts: { 'info-officer': ['民政信息员'] },
    },
  ]);
});
afterAll(() => kernel?.drop());

const asSystem = <T>(work: (ctx: Context) => Promise<T>) => kernel.runner.query(systemActor, work);
const seat = (host: string, place: Parameters<typeof resolveSeat>[2]) =>
  asSystem(async (ctx) => (await resolveSeat(ctx, await getUnit(ctx, at.unit(host)), place))?.name ?? null);

test('LZ-6 one unit supervises all accounts of the area, its parks and towns included', async () => {
  expect(await seat('town', { unit: 'supervisor' })).toBe('管委会办公室');
  expect(await seat('press', { unit: 'supervisor' })).toBe('管委会办公室');
  expect(await seat('town', { unit: 'park' })).toBe('中川园区');
  expect(await seat('press', { unit: 'park' })).toBeNull();
  expect(await seat('town', { unit: 'oversight', role: 'publicity' })).toBe('党群工作部');
  expect(await seat('town', { unit: 'oversight', role: 'police' })).toBeNull();
});

test('GD-2a supervisors form a tree: county to city to province', async () => {
  expect(await seat('county', { unit: 'supervisor' })).toBe('市政府办公厅');
  expect(await seat('county', { unit: 'supervisor', tier: 'province' })).toBe('省政府办公厅');
  expect(await seat('county', { unit: 'supervisor', tier: 'county' })).toBeNull();
  expect(await seat('c-dept', { unit: 'supervisor', tier: 'city' })).toBe('市政府办公厅');
});

test('QJ-4 the executing body acts for the supervisor of the district', async () => {
  expect(await seat('d-dept', { unit: 'executing-body' })).toBe('电子政务中心');
  expect(await seat('d-dept', { unit: 'supervisor' })).toBe('区府办');
  expect(await seat('town', { unit: 'executing-body' })).toBeNull();
  expect(await seat('d-dept', { unit: 'named', name: '电子政务中心' })).toBe('电子政务中心');
  expect(await seat('centre', { unit: 'parent' })).toBe('区府办');
});

test('the holders of a post are those of today', async () => {
  const names = await asSystem(async (ctx) =>
    (await holdersOf(ctx, at.unit('town'), 'principal-leader')).map((h) => h.name),
  );
  expect(names).toEqual(['镇长甲', '镇长乙']);
  expect(await asSystem((ctx) => holdersOf(ctx, at.unit('town'), 'info-officer'))).toEqual([]);
});

test('the scope comes from the posts: a supervisor sees what is below, a host only its own area', async () => {
  const actor = (name: string) =>
    asSystem((ctx) => loadActor(ctx.tx, at.person(name), ctx.now.day, ctx.geography));
  const province = await actor('省备案员');
  expect(province.scope).toContain('440117');
  expect(province.reach).toEqual(expect.arrayContaining(['100000', '440000']));
  const city = await actor('市备案员');
  expect(city.scope).toEqual(['440100', '440117']);
  const county = await actor('区信息员');
  expect(county.scope).toEqual(['440117']);
  expect(county.reach).toEqual(['100000', '440000', '440100', '440117']);
  expect(county.posts[0]).toMatchObject({ kind: 'info-officer', unitName: '区政府', roles: [] });
});

test('LZ-8 the publicity department reads across the area', async () => {
  const actor = await asSystem((ctx) => loadActor(ctx.tx, at.person('宣传员'), ctx.now.day, ctx.geography));
  expect(actor.scope).toEqual(['620171']);
  expect(actor.posts[0]?.roles).toEqual([{ role: 'oversight', over: '620171' }]);
});

test('a host sees its supervisor but not the units of a neighbour; without a scope nothing is seen', async () => {
  const county = await asSystem((ctx) =>
    loadActor(ctx.tx, at.person('区信息员'), ctx.now.day, ctx.geography),
  );
  await kernel.runner.query(county, async (ctx) => {
    expect((await unitWithRole(ctx, '440100', 'supervisor'))?.name).toBe('市政府办公厅');
    await expect(getUnit(ctx, at.unit('town'))).rejects.toMatchObject({ kind: 'not-found' });
  });
  await kernel.runner.query({ ...county, scope: [], reach: [] }, async (ctx) => {
    await expect(getUnit(ctx, at.unit('county'))).rejects.toMatchObject({ kind: 'not-found' });
  });
});

test('GD-2a province, city and county are each supervised by their office, a provincial department by its own', async () => {
  const seeds = [
    { key: 'dept', jurisdiction: '440000-hrss', name: '省人社厅', kind: 'department', tier: 'province' },
    {
      key: 'dept-office',
      jurisdiction: '440000-hrss',
      name: '厅办公室',
      kind: 'office',
      tier: 'province',
      parent: 'dept',
      roles: [['supervisor', '440000-hrss']],
      posts: { 'filing-officer': ['厅备案员'] },
    },
    {
      key: 'dept-centre',
      jurisdiction: '440000-hrss',
      name: '省社保中心',
      kind: 'institution',
      tier: 'province',
      parent: 'dept',
    },
    {
      key: 'k-office',
      jurisdiction: '440117',
      name: '区府办',
      kind: 'office',
      tier: 'county',
      roles: [['supervisor', '440117']],
    },
  ] as const;
  const own = await plant(kernel, seeds);
  const supervisorOf = (unitId: string, tier?: 'province') =>
    kernel.runner.query(systemActor, async (ctx) =>
      resolveSeat(ctx, await getUnit(ctx, unitId), { unit: 'supervisor', ...(tier ? { tier } : {}) }),
    );
  expect((await supervisorOf(at.unit('govt')))?.name).toBe('省政府办公厅');
  expect((await supervisorOf(at.unit('c-dept')))?.name).toBe('市政府办公厅');
  expect((await supervisorOf(at.unit('county')))?.name).toBe('区府办');
  expect((await supervisorOf(own.unit('dept')))?.name).toBe('厅办公室');
  expect((await supervisorOf(own.unit('dept-centre')))?.name).toBe('厅办公室');
  // What a department opens is still approved by the province (GD-4.2b).
  expect((await supervisorOf(own.unit('dept'), 'province'))?.name).toBe('省政府办公厅');
});
