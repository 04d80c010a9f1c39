import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actionNames } from '../../contracts/words.ts';
import { systemActor } from '../kernel/actor.ts';
import { createTestApp } from '../kernel/identity/testing.ts';
import { createTestKernel, type TestKernel } from '../kernel/testing.ts';
import { resolveRoute } from '../modules/approvals/index.ts';
import { caseFactsOf, getUnit, loadActor } from '../modules/directory/index.ts';
import { createFirstAdministrator, demoRoutes, demoSignIns, endDemo, fillDemo } from './index.ts';
import { DEMO_PASSWORD } from './sign-ins.ts';
import { demoUnits } from './units.ts';

let kernel: TestKernel;
let printed: string[];
beforeAll(async () => {
  kernel = await createTestKernel();
  // Two processes of one installation may start together: one of them fills.
  const lines = await Promise.all([fillDemo(kernel.runner), fillDemo(kernel.runner)]);
  printed = lines[0];
  expect(lines[1]).toEqual(printed);
});
afterAll(() => kernel.drop());

const count = async (table: 'units' | 'people' | 'users') => {
  const row = await kernel.database.owner
    .withTables<Record<string, { id: string }>>()
    .selectFrom(table)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirst();
  return row?.n;
};

/** A day on which the regulation of the host is in force. */
const fittingDay = (jurisdiction: string) => (jurisdiction === '620171' ? '2021-03-01' : '2026-11-20');

/** Hosts that a regulation does not let open an account at all: their openings have no way. */
const WITHOUT_WAY = ['ch-nn', 'ch-lt'];
/** Not hosts: a section is refused before any way is looked for; oversight reads. */
const NO_HOSTS = ['wj-jy', 'lz-xc', 'lz-wx', 'fs-xc', 'qj-xc'];

async function routeOf(key: string, matter: 'open' | 'change' | 'close' | 'cancel') {
  const demo = demoUnits.find((unit) => unit.key === key);
  const id = await unitId(demo?.name ?? '');
  return kernel.runner.query(systemActor, async (ctx) => {
    const host = await getUnit(ctx, id);
    const facts = caseFactsOf(host);
    const chain = ctx.policy(host.jurisdiction).get(`filing.chain.${matter}`, facts);
    return resolveRoute(ctx, { host, chain, facts, matter });
  });
}

async function unitId(name: string): Promise<string> {
  const rows = await kernel.database.owner
    .withTables<{ units: { id: string; name: string } }>()
    .selectFrom('units')
    .select('id')
    .where('name', '=', name)
    .execute();
  return rows[0]?.id ?? '';
}

describe('the demonstration', () => {
  const hosts = demoUnits.filter(({ key }) => !NO_HOSTS.includes(key));

  test.each(hosts.map(({ key, jurisdiction }) => [key, jurisdiction]))(
    'has every seat taken on the ways of %s',
    async (key, jurisdiction) => {
      await kernel.setNow(fittingDay(jurisdiction));
      const open = await routeOf(key, 'open');
      if (WITHOUT_WAY.includes(key))
        expect(open.problems.map(({ code }) => code)).toEqual(['approvals.no-chain']);
      else {
        expect(open.problems).toEqual([]);
        expect(open.seats.length).toBeGreaterThan(1);
      }
      for (const matter of ['change', 'close', 'cancel'] as const)
        expect((await routeOf(key, matter)).problems).toEqual([]);
    },
  );

  test('LZ-13 sends the town by its park to the office', async () => {
    await kernel.setNow('2021-03-01');
    const route = await routeOf('lz-zcz', 'open');
    expect(route.seats.map(({ unit }) => unit?.name)).toEqual([
      '中川镇人民政府',
      '中川园区管理委员会',
      '兰州新区管委会办公室',
    ]);
  });

  test('is left alone by a second start, and keeps the first administrator away', async () => {
    const before = [await count('units'), await count('people'), await count('users')];
    expect(await fillDemo(kernel.runner)).toEqual(printed);
    expect(await createFirstAdministrator(kernel.runner)).toEqual([]);
    expect([await count('units'), await count('people'), await count('users')]).toEqual(before);
    expect(printed.join('\n')).toContain(DEMO_PASSWORD);
  });

  test('lets everybody shown sign in, today, years back and years on', async () => {
    await kernel.setNow('2026-11-20');
    await fillDemo(kernel.runner);
    const { app, signIn } = await createTestApp(kernel, {
      loadActor,
      routes: demoRoutes,
      settings: { demo: true },
    });
    for (const { userName, password } of demoSignIns) await signIn(userName, password);
    let browser = await signIn('wj-rs-info', DEMO_PASSWORD);
    for (const now of ['2021-03-01T09:00:00+08:00', '2029-05-04T09:00:00+08:00', null]) {
      const set = await app.inject({
        method: 'PUT',
        url: '/api/v1/demo/clock',
        payload: { now },
        ...browser,
      });
      expect(set.statusCode, set.body).toBe(200);
      browser = await signIn('wj-rs-info', DEMO_PASSWORD);
      const again = await app.inject({ method: 'GET', url: '/api/v1/session', ...browser });
      expect(again.json()).toMatchObject({ mustChangePassword: false });
      if (now) expect(again.json().today).toBe(now.slice(0, 10));
    }
    await app.close();
  });

  test('refuses the clock without a session and with a moment that is none', async () => {
    const { app, signIn } = await createTestApp(kernel, { loadActor, routes: demoRoutes });
    const put = (payload: object, browser = {}) =>
      app.inject({ method: 'PUT', url: '/api/v1/demo/clock', payload, ...browser });
    expect((await put({ now: null })).statusCode).toBe(401);
    const browser = await signIn('fs-rs-info', DEMO_PASSWORD);
    expect((await put({ now: '2026-02-30T09:00:00+08:00' }, browser)).statusCode).toBe(400);
    expect((await put({ now: null, other: 1 }, browser)).statusCode).toBe(400);
    await app.close();
  });

  test('ends when the system is started in earnest: real time, and nobody comes in by the password of the handbook', async () => {
    await kernel.setNow('2021-03-01');
    expect((await endDemo(kernel.runner)).join('')).toMatch(/停用[\s\S]*时钟/);
    expect(await endDemo(kernel.runner)).toEqual([]);
    const { app, signIn } = await createTestApp(kernel, { loadActor });
    for (const { userName } of demoSignIns.slice(0, 3))
      await expect(signIn(userName, DEMO_PASSWORD)).rejects.toThrow('wrong-sign-in');
    const { day } = await kernel.runner.query(systemActor, async ({ now }) => now);
    expect(day > '2021-03-01').toBe(true);
    await fillDemo(kernel.runner);
    await signIn('fs-rs-info', DEMO_PASSWORD);
    await app.close();
  });

  test('has a name for what it records', () => {
    for (const action of ['demo.end', 'demo.fill', 'demo.renew', 'clock.set', 'directory.fill'])
      expect(actionNames[action]).toBeTruthy();
  });
});

describe('the first administrator', () => {
  test('is made once, by one of two starts at the same time, with a password of its own', async () => {
    const fresh = await createTestKernel();
    try {
      const lines = await Promise.all([
        createFirstAdministrator(fresh.runner),
        createFirstAdministrator(fresh.runner),
      ]);
      expect(lines.flat()).toHaveLength(2);
      const password = /初始口令 ([^（]+)（/.exec(lines.flat()[0] ?? '')?.[1] ?? '';
      const { app, signIn } = await createTestApp(fresh, { loadActor });
      const browser = await signIn('admin', password);
      const session = await app.inject({ method: 'GET', url: '/api/v1/session', ...browser });
      expect(session.json()).toMatchObject({ mustChangePassword: true, abilities: { administer: true } });
      expect(await fillDemo(fresh.runner)).toEqual([]);
      await app.close();
    } finally {
      await fresh.drop();
    }
  });
});
