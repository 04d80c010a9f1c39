import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ledger as ledgerSchema } from '../../../contracts/stewardship/wire.ts';
import { problemWords } from '../../../contracts/words.ts';
import type { Actor } from '../../kernel/actor.ts';
import { createHttp } from '../../kernel/http/app.ts';
import { createSentences } from '../../kernel/http/problems.ts';
import { Refused } from '../../kernel/outcome.ts';
import { stewardshipRoutes } from './index.ts';
import { createLedgerWorld, type LedgerWorld } from './testing.ts';

let world: LedgerWorld;
let app: FastifyInstance;
const people = new Map<string, Actor>();

beforeAll(async () => {
  world = await createLedgerWorld();
  await world.kernel.setNow('2021-03-01');
  for (const [who, name] of [
    ['clerk', 'lz-jf信息员'],
    ['office', 'lz-bg备案员'],
    ['other', 'fs-jy信息员'],
  ] as const)
    people.set(who, await world.actor(name));
  const sentences = createSentences(problemWords);
  app = await createHttp(
    { logLevel: 'silent', https: false, requestsPerMinute: 10_000, trustProxy: [] },
    sentences,
  );
  const who = ({ headers }: { headers: Record<string, unknown> }) => {
    const actor = people.get(String(headers['x-who']));
    if (!actor) throw new Refused('not-signed-in');
    return actor;
  };
  stewardshipRoutes({ app, runner: world.kernel.runner, sentences, who });
});
afterAll(async () => {
  await app.close();
  await world.kernel.drop();
});

async function ask(who: string, method: 'GET' | 'POST', path: string, payload?: object) {
  const answer = await app.inject({
    method,
    url: `/api/v1/stewardship${path}`,
    headers: { 'x-who': who },
    ...(payload ? { payload } : {}),
  });
  const body = answer.json();
  return { status: answer.statusCode, body, codes: body.problems?.map((p: { code: string }) => p.code) };
}

const account = () => `/accounts/620171/${world.accountOf('lz-jf').id}`;
const funding = { kind: 'funding', source: '部门预算', fromDay: '2021-01-01' };

test('nobody signed in, nobody from elsewhere, nobody who only supervises, and no bad input', async () => {
  expect((await ask('nobody', 'GET', account())).status).toBe(401);
  expect((await ask('nobody', 'POST', `${account()}/records`, funding)).status).toBe(401);
  expect((await ask('nobody', 'GET', '/gaps')).status).toBe(401);
  expect((await ask('other', 'GET', account())).status).toBe(404);
  expect((await ask('other', 'GET', `/units/${world.at.unit('lz-jf')}`)).status).toBe(404);
  // A filing officer of the supervisor reads and keeps nothing for a host.
  expect((await ask('office', 'GET', account())).body.abilities).toEqual({ keep: false, keepForUnit: false });
  expect((await ask('office', 'POST', `${account()}/records`, funding)).status).toBe(403);
  for (const bad of [{}, { kind: 'other' }, { ...funding, fromDay: '2021-02-30' }, { ...funding, more: 1 }])
    expect((await ask('clerk', 'POST', `${account()}/records`, bad)).status).toBe(400);
});

test('what is refused says why with the basis; what is kept comes back in the ledger', async () => {
  const refused = await ask('clerk', 'POST', `${account()}/records`, { ...funding, validTo: '2020-12-31' });
  expect([refused.status, refused.codes]).toEqual([422, ['stewardship.impossible-days']]);
  expect((await ask('clerk', 'POST', `${account()}/records`, funding)).status).toBe(200);
  const { body } = await ask('clerk', 'GET', account());
  const read = ledgerSchema.parse(body);
  expect(read.records).toMatchObject([{ kind: 'funding', title: '部门预算', standing: true }]);
  expect(read.gaps.every(({ basis }) => basis.length > 0)).toBe(true);
});

test('of two people who fill an empty role at once, one is told', async () => {
  const named = {
    kind: 'person',
    key: 'safety-officer',
    appointmentId: await world.post('lz-jf分管'),
    fromDay: '2021-02-01',
  };
  const both = await Promise.all([1, 2, 3].map(() => ask('clerk', 'POST', `${account()}/records`, named)));
  expect(both.map(({ status }) => status).sort()).toEqual([200, 422, 422]);
  expect(both.flatMap(({ codes }) => codes ?? [])).toEqual([
    'stewardship.role-taken',
    'stewardship.role-taken',
  ]);
});

test('of two people who name somebody for the same role at once, one is told', async () => {
  const named = {
    kind: 'person',
    key: 'responsible',
    appointmentId: await world.post('lz-jf分管'),
    fromDay: '2021-02-01',
  };
  await ask('clerk', 'POST', `${account()}/records`, named);
  const { body } = await ask('clerk', 'GET', account());
  const old = body.records.find(({ kind }: { kind: string }) => kind === 'person');
  const change = { ...named, fromDay: '2021-03-01', replaces: old.id };
  const both = await Promise.all([1, 2].map(() => ask('clerk', 'POST', `${account()}/records`, change)));
  expect(both.map(({ status }) => status).sort()).toEqual([200, 422]);
  expect(both.flatMap(({ codes }) => codes ?? [])).toContain('stewardship.replaces-other');
  const end = { toDay: '2021-03-01', reason: '调离' };
  expect((await ask('clerk', 'POST', `/records/620171/${old.id}/end`, end)).codes).toEqual([
    'stewardship.ended-already',
  ]);
});

test('the list of gaps filters, counts and is taken away as a spreadsheet', async () => {
  const all = await ask('office', 'GET', '/gaps');
  const papers = await ask('office', 'GET', '/gaps?kind=paper&state=missing');
  expect(papers.body.total).toBeLessThan(all.body.total);
  expect(papers.body.counts).toEqual(all.body.counts);
  const sheet = await app.inject({
    method: 'GET',
    url: '/api/v1/stewardship/gaps.xlsx?kind=paper',
    headers: { 'x-who': 'office' },
  });
  expect(sheet.statusCode).toBe(200);
  expect(sheet.rawPayload.subarray(0, 2).toString()).toBe('PK');
});
