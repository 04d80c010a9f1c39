import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as wire from '../../../contracts/sites/wire.ts';
import { columnRequest, requestPage } from '../../../contracts/sites/wire-requests.ts';
import { problemWords } from '../../../contracts/words.ts';
import type { Actor } from '../../kernel/actor.ts';
import { createHttp } from '../../kernel/http/app.ts';
import { createSentences } from '../../kernel/http/problems.ts';
import { Refused } from '../../kernel/outcome.ts';
import { sitesRoutes } from './index.ts';
import { createWorld, QJ, type World } from './testing.ts';

let world: World;
let app: FastifyInstance;
beforeAll(async () => {
  world = await createWorld('2026-09-21');
  const people: Record<string, Actor> = {
    clerk: await world.actor('rs信息员'),
    leader: await world.actor('rs分管领导'),
    centre: await world.actor('dz备案员'),
    stranger: await world.actor('fs信息员'),
  };
  const sentences = createSentences(problemWords);
  app = await createHttp(
    { logLevel: 'silent', https: false, requestsPerMinute: 10_000, trustProxy: [] },
    sentences,
  );
  const who = ({ headers }: { headers: Record<string, unknown> }) => {
    const actor = people[String(headers['x-who'])];
    if (!actor) throw new Refused('not-signed-in');
    return actor;
  };
  sitesRoutes({ app, runner: world.kernel.runner, sentences, who });
});
afterAll(async () => {
  await app.close();
  await world.kernel.drop();
});

type Method = 'GET' | 'POST' | 'PUT';
async function call(who: string, method: Method, url: string, payload?: object) {
  const answer = await app.inject({
    method,
    url: `/api/v1${url}`,
    headers: { 'x-who': who },
    ...(payload ? { payload } : {}),
  });
  const type = String(answer.headers['content-type']);
  return { status: answer.statusCode, type, body: type.includes('json') ? answer.json() : answer.rawPayload };
}
const at = () => `/sites/${QJ}/${world.site.id}`;
const message = (body: { problems?: { message: string }[]; detail?: string }) =>
  body.problems?.[0]?.message ?? body.detail;

test('QJ-9 over HTTP: a request from its draft to the column that stands, with form and list', async () => {
  const unitId = world.planted.unit('rs');
  const withSection = await call('centre', 'POST', `${at()}/sections`, { unitId });
  const [section] = wire.site.parse(withSection.body).sections;
  const wish = { name: '就业服务', updateClass: 'notices', purpose: '集中发布就业政策' };
  const started = await call('clerk', 'POST', `/column-requests/${QJ}`, {
    ...wish,
    siteId: world.site.id,
    unitId,
    kind: 'column',
    sectionId: section?.id,
  });
  const draft = columnRequest.parse(started.body);
  const path = `/column-requests/${QJ}/${draft.id}`;
  const saved = columnRequest.parse(
    (await call('clerk', 'PUT', `${path}/draft`, { ...wish, purpose: '每周更新', version: draft.version }))
      .body,
  );
  const stale = await call('clerk', 'POST', `${path}/submit`, { version: draft.version });
  expect(stale.status).toBe(409);
  const unseen = await call('clerk', 'POST', `${path}/submit`, {
    version: saved.version,
    digest: draft.digest,
  });
  expect([unseen.status, message(unseen.body)]).toEqual([
    409,
    '您看到的内容与现在保存的不一致，请刷新核对后再提交。',
  ]);
  const { version, digest } = saved;
  const submitted = await call('clerk', 'POST', `${path}/submit`, { version, digest });
  expect(columnRequest.parse(submitted.body).state).toBe('in-approval');
  await world.decide('rs分管领导', draft);
  await world.decide('dz备案员', draft);
  const agreed = columnRequest.parse((await call('centre', 'GET', path)).body);
  expect(agreed.abilities).toMatchObject({ build: true, edit: false, withdraw: false });
  const body = { version: agreed.version, builtOn: '2026-09-21' };
  expect((await call('clerk', 'POST', `${path}/built`, body)).status).toBe(403);
  const built = await call('centre', 'POST', `${path}/built`, body);
  expect(columnRequest.parse(built.body)).toMatchObject({
    state: 'built',
    address: 'http://www.cqqj.gov.cn/bm/qjrs/jyfw',
  });
  expect((await call('clerk', 'GET', `${path}/form.pdf`)).type).toBe('application/pdf');
  expect((await call('clerk', 'GET', `${path}/form.docx`)).status).toBe(200);
  expect((await call('clerk', 'GET', `${at()}/columns.xlsx`)).type).toContain('spreadsheetml');
  expect(requestPage.parse((await call('leader', 'GET', '/column-requests')).body).total).toBe(1);
  expect(wire.sitePage.parse((await call('clerk', 'GET', '/sites')).body)).toMatchObject({
    items: [{ sections: 1, columns: 1 }],
    abilities: { register: false },
  });
});

test('nobody signed in, no right, not there, bad input', async () => {
  const unitId = world.planted.unit('jt');
  const site = { name: '某网站', domains: ['x.example.cn'], hostUnitId: unitId };
  const column = { name: '自设栏目' };
  const cases: [string, Method, string, object | undefined, number][] = [
    ['nobody', 'GET', '/sites', undefined, 401],
    ['nobody', 'POST', '/sites', site, 401],
    ['clerk', 'POST', '/sites', site, 403],
    ['stranger', 'GET', at(), undefined, 404],
    ['stranger', 'GET', `${at()}/columns.xlsx`, undefined, 404],
    ['clerk', 'POST', `${at()}/columns`, column, 403],
    ['clerk', 'POST', `${at()}/sections`, { unitId }, 403],
    ['centre', 'POST', `${at()}/columns`, { ...column, updateClass: 'daily' }, 422],
    ['centre', 'POST', `${at()}/columns`, { ...column, colour: 'red' }, 400],
    ['centre', 'POST', `${at()}/columns`, { name: 'x'.repeat(41) }, 400],
    ['centre', 'POST', `${at()}/columns`, { name: '坏\u0000名' }, 400],
    ['centre', 'POST', `${at()}/sections`, { unitId, address: 'javascript:alert(1)' }, 422],
    ['centre', 'POST', `${at()}/sections`, { unitId: 'x' }, 400],
    ['centre', 'PUT', at(), { ...site, hostUnitId: undefined, domains: [], version: 1 }, 400],
    ['centre', 'GET', `/sites/${QJ}/not-an-id`, undefined, 400],
    ['centre', 'GET', `/column-requests/${QJ}/${unitId}`, undefined, 404],
    ['centre', 'GET', '/site-choices/nowhere', undefined, 404],
  ];
  for (const [who, method, url, payload, status] of cases) {
    const answer = await call(who, method, url, payload);
    expect([who, method, url, JSON.stringify(payload), answer.status]).toEqual([
      who,
      method,
      url,
      JSON.stringify(payload),
      status,
    ]);
    expect(message(answer.body)).toMatch(/\p{Script=Han}/u);
  }
});

test('the centre is named to those who would build themselves, with the article', async () => {
  const { body } = await call('clerk', 'POST', `${at()}/columns`, { name: '自设栏目' });
  expect(body.detail ?? message(body)).toContain('綦江区电子政务中心');
  expect(body.problems[0].basis[0].article).toBe('第九条');
});

test('what a form offers: units and the address each would get', async () => {
  const choices = wire.siteChoices.parse((await call('centre', 'GET', `/site-choices/${QJ}`)).body);
  expect(choices.units.map(({ name }) => name)).toContain('綦江区交通局');
  const unit = world.planted.unit('jt');
  const proposal = wire.proposal.parse((await call('centre', 'GET', `${at()}/proposal?unit=${unit}`)).body);
  expect(proposal).toMatchObject({ address: 'http://www.cqqj.gov.cn/bm/qjjt', initials: 'qjjt' });
});
