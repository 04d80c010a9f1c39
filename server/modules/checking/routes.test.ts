import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as wire from '../../../contracts/checking/wire.ts';
import { problemWords } from '../../../contracts/words.ts';
import { readInput } from '../../documents/read-input.ts';
import type { Actor } from '../../kernel/actor.ts';
import { createHttp } from '../../kernel/http/app.ts';
import { createSentences } from '../../kernel/http/problems.ts';
import { Refused } from '../../kernel/outcome.ts';
import { processBatch } from './jobs.ts';
import { checkingRoutes } from './routes.ts';
import { type CheckingWorld, createCheckingWorld } from './testing.ts';

let world: CheckingWorld;
let app: FastifyInstance;
let people: Record<string, Actor>;
const LEAK = '张三，身份证号11010519491231002X，请来领取。';

beforeAll(async () => {
  world = await createCheckingWorld();
  people = {
    clerk: await world.actor('小编'),
    neighbour: await world.actor('邻居'),
    leader: await world.actor('局长'),
    keeper: await world.actor('管库人'),
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
  checkingRoutes({ app, runner: world.kernel.runner, sentences, who }, world.checkers);
});
afterAll(async () => {
  await app.close();
  await world.kernel.drop();
});

async function call(who: string, method: 'GET' | 'POST', url: string, payload?: object) {
  const answer = await app.inject({
    method,
    url: `/api/v1${url}`,
    headers: { 'x-who': who },
    ...(payload === undefined ? {} : { payload }),
  });
  const json = String(answer.headers['content-type']).includes('json');
  return { status: answer.statusCode, body: json ? answer.json() : null, raw: answer.rawPayload };
}

async function upload(who: string, url: string, file: { name: string; content: Buffer }, unit?: string) {
  const edge = '----juzhen';
  const part = (head: string, value: Buffer | string) => [
    Buffer.from(`--${edge}\r\ncontent-disposition: form-data; ${head}\r\n\r\n`),
    Buffer.from(value),
    Buffer.from('\r\n'),
  ];
  const payload = Buffer.concat([
    ...part(`name="file"; filename="${file.name}"`, file.content),
    ...(unit === undefined ? [] : part('name="unit"', unit)),
    Buffer.from(`--${edge}--\r\n`),
  ]);
  const headers = { 'x-who': who, 'content-type': `multipart/form-data; boundary=${edge}` };
  const answer = await app.inject({ method: 'POST', url: `/api/v1${url}`, headers, payload });
  return { status: answer.statusCode, body: answer.json() };
}

const text = (more: object = {}) => ({ unit: world.at.unit('bureau'), text: LEAK, ...more });
const at = ({ jurisdiction, id }: { jurisdiction: string; id: string }) => `/checks/${jurisdiction}/${id}`;

describe('refusals are problem details with a Chinese sentence', () => {
  test('nobody signed in, no right, bad input, not there', async () => {
    const { body } = await call('clerk', 'POST', '/checks', text());
    const made = wire.checkedText.parse(body).check;
    const cases: [string, 'GET' | 'POST', string, object | undefined, number][] = [
      ['nobody', 'POST', '/checks', text(), 401],
      ['nobody', 'GET', '/checks', undefined, 401],
      ['nobody', 'GET', '/lexicons', undefined, 401],
      ['neighbour', 'POST', '/checks', text(), 403],
      ['neighbour', 'GET', at(made), undefined, 403],
      ['neighbour', 'GET', `${at(made)}/report.xlsx`, undefined, 403],
      ['neighbour', 'POST', `${at(made)}/documents/1/findings/1/override`, { reason: '依法公示' }, 403],
      ['clerk', 'POST', '/lexicons/220621/entries', { term: 'x' }, 400],
      ['clerk', 'POST', '/checks', text({ extra: 1 }), 400],
      ['clerk', 'POST', '/checks', text({ unit: 'x' }), 400],
      ['clerk', 'POST', '/checks', text({ text: 'x'.repeat(500_001) }), 400],
      ['clerk', 'POST', `${at(made)}/documents/1/findings/1/override`, { reason: '依法公示' }, 403],
      ['clerk', 'POST', `${at(made)}/documents/1/findings/1/override`, { reason: '' }, 400],
      ['nobody', 'GET', '/lexicons/220621/lists', undefined, 401],
      ['clerk', 'POST', '/lexicons/220621/lists', { kind: 'x' }, 400],
      ['clerk', 'POST', '/lexicons/220621/lists', { kind: 'phone', name: '本局', basis: '公开目录' }, 403],
      ['clerk', 'POST', `${at(made)}/documents/1/findings/99/override`, { reason: '依法公示' }, 404],
      ['clerk', 'GET', `${at(made)}/documents/7`, undefined, 404],
      ['clerk', 'POST', '/checks', text({ text: '' }), 422],
    ];
    for (const [who, method, url, payload, status] of cases) {
      const answer = await call(who, method, url, payload);
      expect([who, method, url, answer.status]).toEqual([who, method, url, status]);
      expect(answer.body.detail).toMatch(/[\u4e00-\u9fff]/);
    }
  });

  test('files: encrypted, broken, no unit, none at all', async () => {
    const unit = world.at.unit('bureau');
    const encrypted = { name: 'a.docx', content: Buffer.from('d0cf11e0a1b11ae1', 'hex') };
    const answer = await upload('clerk', '/checks/documents', encrypted, unit);
    expect([answer.status, answer.body.detail]).toEqual([422, expect.stringContaining('设有密码')]);
    const plain = { name: 'a.txt', content: Buffer.from(LEAK) };
    expect((await upload('clerk', '/checks/documents', plain)).status).toBe(422);
    expect((await upload('nobody', '/checks/documents', plain, unit)).status).toBe(401);
    expect((await upload('neighbour', '/checks/documents', plain, unit)).status).toBe(403);
    expect((await call('clerk', 'POST', '/checks/documents', {})).status).toBe(422);
  });
});

describe('the way of a text over HTTP', () => {
  test('checked, overridden, reported as Word, PDF and spreadsheet with the data masked', async () => {
    const file = { name: '通知.txt', content: Buffer.from(LEAK) };
    const { body } = await upload('clerk', '/checks/documents', file, world.at.unit('bureau'));
    const { check, findings, text: given } = wire.checkedText.parse(body);
    expect([check.title, findings[0]?.placeText, given]).toEqual(['通知.txt', '第 8 字', LEAK]);
    const url = `${at(check)}/documents/1/findings/1/override`;
    const done = await call('leader', 'POST', url, { reason: '依法公示处分决定' });
    expect(wire.checkedText.parse(done.body).findings[0]?.override?.reason).toBe('依法公示处分决定');
    expect((await call('leader', 'POST', url, { reason: '依法公示处分决定' })).status).toBe(409);
    for (const type of ['docx', 'pdf', 'xlsx']) {
      const report = await call('clerk', 'GET', `${at(check)}/report.${type}`);
      expect(report.status).toBe(200);
      const read = (await readInput(`a.${type}`, report.raw)).passages.map((each) => each.text).join('\n');
      expect(read.replace(/\s/g, '')).toContain('依法公示处分决定');
      expect(read).not.toContain('11010519491231002X');
    }
    expect(wire.overridePage.parse((await call('clerk', 'GET', '/checks/overrides')).body).total).toBe(1);
    const about = { text: `网友投诉：\n${LEAK}\n请处理。` };
    const found = await call('clerk', 'POST', '/checks/overrides/search', about);
    expect(wire.overrideSearchAnswer.parse(found.body).items).toHaveLength(1);
    expect((await call('neighbour', 'POST', '/checks/overrides/search', about)).body.items).toEqual([]);
    expect((await call('nobody', 'POST', '/checks/overrides/search', about)).status).toBe(401);
    expect(wire.checkPage.parse((await call('clerk', 'GET', '/checks')).body).total).toBeGreaterThan(0);
  });

  test('many files: opened, added, begun, worked through, read', async () => {
    const head = { unit: world.at.unit('bureau'), title: '历史文稿' };
    const batch = wire.check.parse((await call('clerk', 'POST', '/checks/batches', head)).body);
    for (const name of ['1.txt', '2.html']) {
      const file = { name, content: Buffer.from(`<p>${LEAK}</p>`) };
      expect((await upload('clerk', `${at(batch)}/files`, file)).status).toBe(200);
    }
    const begun = wire.check.parse((await call('clerk', 'POST', `${at(batch)}/start`)).body);
    expect(begun).toMatchObject({ state: 'running', checked: 0, documents: 2 });
    await processBatch(world.kernel.runner, world.checkers, batch);
    const shown = wire.check.parse((await call('clerk', 'GET', at(batch))).body);
    expect(shown).toMatchObject({ state: 'done', checked: 2, counts: { block: 2 } });
    const page = wire.checkedText.parse((await call('clerk', 'GET', `${at(batch)}/documents/2`)).body);
    expect(page.findings[0]?.place.at).toBe('source');
  });
});

test('the way of an entry over HTTP', async () => {
  const entry = {
    term: '县教育厅',
    detector: 'names',
    kind: 'body-name',
    severity: 'warn',
    right: '县教育局',
    source: '机构编制文件',
  };
  const base = '/lexicons/220621/entries';
  expect((await call('clerk', 'POST', base, entry)).status).toBe(403);
  const draft = wire.entryAnswer.parse((await call('keeper', 'POST', base, entry)).body);
  const url = `${base}/${draft.id}`;
  expect((await call('keeper', 'POST', `${url}/activate`, { version: 1 })).status).toBe(422);
  const sample = { version: 1, sample: '县教育厅' };
  const tried = wire.entryAnswer.parse((await call('keeper', 'POST', `${url}/try`, sample)).body);
  expect(tried.tried).toMatchObject({ places: 1, own: true });
  expect((await call('keeper', 'POST', `${url}/activate`, { version: 1 })).status).toBe(409);
  expect((await call('keeper', 'POST', `${url}/activate`, { version: 2 })).body.state).toBe('active');
  const { body } = await call('clerk', 'GET', '/lexicons/220621');
  expect(wire.lexicon.parse(body)).toMatchObject({
    version: 2,
    entries: { total: 1 },
    abilities: { add: false },
  });
  expect((await call('keeper', 'POST', `${url}/retire`, { version: 3, reason: '改革' })).status).toBe(200);
});
