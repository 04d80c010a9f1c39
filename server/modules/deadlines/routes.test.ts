import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deadlinesWords } from '../../../contracts/deadlines/words.ts';
import type { Actor, ActorPost } from '../../kernel/actor.ts';
import { newId } from '../../kernel/db/uuid.ts';
import { createHttp } from '../../kernel/http/app.ts';
import { createSentences } from '../../kernel/http/problems.ts';
import { Refused } from '../../kernel/outcome.ts';
import type { Deadline } from './model.ts';
import { deadlineRoutes } from './routes.ts';
import { startDeadline } from './start-deadline.ts';
import { createDeadlineTest, type DeadlineTest, objection } from './testing.ts';

const bureau = newId();
const office = newId();
let at: DeadlineTest;
let app: FastifyInstance;
let mine: Deadline;

const post = (unitId: string, kind: string, roles: ActorPost['roles'] = []): ActorPost => ({
  postId: newId(),
  kind,
  title: kind,
  unitId,
  unitName: unitId,
  jurisdiction: '620171',
  roles,
  unitPath: [unitId],
});
const person = (...posts: ActorPost[]): Actor => ({
  kind: 'person',
  personId: newId(),
  name: '某人',
  posts,
  scope: ['620171'],
  reach: ['620171', '620000', '100000'],
});
const supervises = [{ role: 'supervisor', over: '620171' }];
const people: Record<string, Actor> = {
  clerk: person(post(bureau, 'info-officer')),
  head: person(post(bureau, 'principal-leader')),
  otherHead: person(post(newId(), 'principal-leader')),
  clerkAdmin: person(post(bureau, 'administrator')),
  stranger: person(post(newId(), 'info-officer')),
  supervisor: person(post(office, 'filing-officer', supervises)),
  admin: person(post(office, 'administrator', supervises)),
};

beforeAll(async () => {
  at = await createDeadlineTest();
  await at.setNow('2026-11-12');
  mine = await at.system((ctx) =>
    startDeadline(ctx, objection(bureau, { from: '2026-11-02', escalationUnitId: office })),
  );
  await at.system((ctx) => startDeadline(ctx, objection(bureau, { from: '2026-11-10' })));
  const sentences = createSentences([deadlinesWords]);
  app = await createHttp(
    { logLevel: 'silent', https: false, requestsPerMinute: 1000, trustProxy: [] },
    sentences,
  );
  const who = ({ headers }: { headers: Record<string, unknown> }) => {
    const actor = people[String(headers['x-who'])];
    if (!actor) throw new Refused('not-signed-in');
    return actor;
  };
  deadlineRoutes({ app, runner: at.runner, sentences, who });
});
afterAll(async () => {
  await app.close();
  await at.drop();
});

async function ask(who: string, url: string, put?: object, method: 'PUT' | 'POST' = 'PUT') {
  const answer = await app.inject({
    method: put ? method : 'GET',
    url: `/api/v1${url}`,
    headers: { 'x-who': who },
    ...(put ? { payload: put } : {}),
  });
  return { status: answer.statusCode, body: answer.json() };
}

describe('deadlines', () => {
  test('nobody signed in sees nothing', async () => {
    for (const url of [
      '/deadlines',
      `/deadlines/620171/${mine.id}`,
      '/due?from=2026-09-29&term=7wd',
      '/calendar/2026',
    ]) {
      expect((await ask('nobody', url)).status).toBe(401);
    }
  });

  test('the list is that of my units, the most urgent first, with overdue and days left', async () => {
    const { status, body } = await ask('clerk', '/deadlines');
    expect(status).toBe(200);
    expect(body.total).toBe(2);
    expect(body.items[0]).toMatchObject({
      id: mine.id,
      due: '2026-11-11',
      dueText: '2026年11月11日',
      overdue: true,
      standingText: '已逾期',
      daysLeft: -1,
      workingDaysLeft: 0,
      basis: [{ article: '第三十三条' }],
    });
    expect(body.items[1]).toMatchObject({
      due: '2026-11-19',
      overdue: false,
      daysLeft: 7,
      workingDaysLeft: 5,
    });
    expect((await ask('clerk', '/deadlines?state=overdue')).body.total).toBe(1);
    expect((await ask('clerk', '/deadlines?state=closed')).body.total).toBe(0);
    expect((await ask('supervisor', '/deadlines?as=supervised')).body.total).toBe(1);
    expect((await ask('stranger', '/deadlines')).body.total).toBe(0);
  });

  test('one deadline shows its derivation and history to those it concerns, and does not exist for others', async () => {
    const { body } = await ask('clerk', `/deadlines/620171/${mine.id}`);
    expect(body.steps[0]).toEqual({ date: '2026-11-02', counted: false, why: '起算日，不计入' });
    expect(body.steps.filter((step: { counted: boolean }) => step.counted)).toHaveLength(7);
    expect(body.events).toMatchObject([{ kind: 'start' }]);
    expect((await ask('supervisor', `/deadlines/620171/${mine.id}`)).status).toBe(200);
    expect((await ask('stranger', `/deadlines/620171/${mine.id}`)).status).toBe(404);
    expect((await ask('clerk', `/deadlines/620171/${newId()}`)).status).toBe(404);
    expect((await ask('clerk', '/deadlines/620171/1')).status).toBe(400);
    expect((await ask('clerk', '/deadlines?size=9999')).status).toBe(400);
  });
});

describe('moving a clock', () => {
  const move = (who: string, id: string, kind: string, body: object) =>
    ask(who, `/deadlines/620171/${id}/${kind}`, body, 'POST');
  let clock: Deadline;
  beforeAll(async () => {
    clock = await at.system((ctx) =>
      startDeadline(ctx, objection(bureau, { from: '2026-11-11', escalationUnitId: office })),
    );
  });

  test('is for the head of the unit or of the one above; a stranger does not learn that it exists', async () => {
    const body = { reason: '等待上级答复' };
    expect((await move('clerk', clock.id, 'suspend', body)).status).toBe(403);
    expect((await move('otherHead', clock.id, 'suspend', body)).status).toBe(404);
    expect((await move('head', clock.id, 'suspend', { reason: '' })).status).toBe(400);
    expect((await move('head', clock.id, 'suspend', { ...body, until: '2027' })).status).toBe(400);
    expect((await move('nobody', clock.id, 'suspend', body)).status).toBe(401);
  });

  test('LZ-33b is stopped, run on and lengthened with reasons, never beyond the longest term', async () => {
    const stopped = await move('head', clock.id, 'suspend', { reason: '等待上级答复' });
    expect(stopped).toMatchObject({ status: 200, body: { standing: 'suspended' } });
    expect((await move('head', clock.id, 'suspend', { reason: '再次' })).status).toBe(409);
    expect((await move('head', clock.id, 'resume', { reason: '已答复' })).body.standing).toBe('in-time');
    const longer = { term: { n: 10, unit: 'workday' }, reason: '情况复杂' };
    expect((await move('head', clock.id, 'extend', longer)).body.due > stopped.body.due).toBe(true);
    const beyond = await move('head', clock.id, 'extend', { ...longer, term: { n: 60, unit: 'workday' } });
    expect(beyond.status).toBe(422);
    expect(beyond.body.detail).toContain('最长期限');
    const { body } = await ask('head', `/deadlines/620171/${clock.id}`);
    expect(body.suspensions).toMatchObject([{ reason: '等待上级答复' }]);
    expect(body.extensions).toMatchObject([{ reason: '情况复杂' }]);
  });
});

describe('due', () => {
  test('answers with the derivation', async () => {
    const { status, body } = await ask('clerk', '/due?from=2026-09-29&term=7wd');
    expect(status).toBe(200);
    expect(body).toMatchObject({ due: '2026-10-14', provisional: false });
  });

  test.each([
    ['from=2026-02-30&term=7wd', '不是有效的日期'],
    ['from=2026-02-20&term=7x', '不是有效期限'],
    ['from=2026-02-20&term=9999wd', '期限须是1至2500'],
    ['from=2100-02-20&term=99y', '1900年至2100年'],
  ])('refuses %s in Chinese', async (query, sentence) => {
    const { status, body } = await ask('clerk', `/due?${query}`);
    expect(status).toBe(422);
    expect(body.detail).toContain(sentence);
  });

  test('refuses unknown fields', async () => {
    expect((await ask('clerk', '/due?from=2026-02-20&term=1d&x=1')).status).toBe(400);
  });
});

describe('calendar', () => {
  const year = {
    source: '测试通知',
    holidays: [
      { name: '元旦', from: '2027-01-01', to: '2027-01-03' },
      { name: '春节', from: '2027-02-05', to: '2027-02-11' },
      { name: '清明节', from: '2027-04-05', to: '2027-04-05' },
      { name: '劳动节', from: '2027-05-01', to: '2027-05-05' },
      { name: '端午节', from: '2027-06-09', to: '2027-06-09' },
      { name: '中秋节', from: '2027-09-15', to: '2027-09-15' },
      { name: '国庆节', from: '2027-10-01', to: '2027-10-07' },
    ],
    makeUp: ['2027-02-13'],
  };
  const seen = async () => (await ask('admin', '/calendar/2027')).body.calendarVersion;

  test('a year without notice shows the days fixed by law', async () => {
    const { body } = await ask('clerk', '/calendar/2027');
    expect(body).toMatchObject({ year: 2027, status: 'statutory', makeUp: [], mayUpdate: false });
    expect((await ask('admin', '/calendar/2027')).body.mayUpdate).toBe(true);
  });

  test('only an administrator of a supervising unit loads a year', async () => {
    const calendarVersion = await seen();
    for (const who of ['clerk', 'clerkAdmin', 'supervisor']) {
      expect((await ask(who, '/calendar/2027', { ...year, calendarVersion })).status).toBe(403);
    }
  });

  test('a wrong year names every problem and changes nothing', async () => {
    const calendarVersion = await seen();
    const wrong = { ...year, source: '', makeUp: ['2027-02-15', '2027-02-30'], calendarVersion };
    const { status, body } = await ask('admin', '/calendar/2027', wrong);
    expect(status).toBe(422);
    expect(body.problems.map(({ code, field }: { code: string; field: string }) => [code, field])).toEqual([
      ['calendar.source-missing', 'source'],
      ['calendar.bad-day', 'makeUp.1'],
    ]);
    const weekday = await ask('admin', '/calendar/2027', {
      ...year,
      makeUp: ['2027-02-15'],
      calendarVersion,
    });
    expect(weekday.body.detail).toContain('2027年2月15日不是周末');
    expect((await ask('admin', '/calendar/2029', { ...year, calendarVersion })).body.detail).toContain(
      '尚未公布',
    );
    expect(await seen()).toBe(calendarVersion);
  });

  test('a year is loaded as a new version, recomputation is queued, and an outdated form is refused', async () => {
    const calendarVersion = await seen();
    const saved = await ask('admin', '/calendar/2027', { ...year, calendarVersion });
    expect(saved).toMatchObject({ status: 200, body: { calendarVersion: 'shipped-2026+1' } });
    expect(at.jobs.at(-1)).toMatchObject({ queue: 'deadline-recompute' });
    expect((await ask('clerk', '/calendar/2027')).body).toMatchObject({
      status: 'announced',
      makeUp: ['2027-02-13'],
    });
    expect((await ask('clerk', '/due?from=2027-02-11&term=2wd')).body).toMatchObject({
      due: '2027-02-13',
      provisional: false,
    });
    expect((await ask('admin', '/calendar/2027', { ...year, calendarVersion })).status).toBe(409);
  });

  test('of two administrators who load at once one is told to look again', async () => {
    const calendarVersion = await seen();
    const both = await Promise.all(
      [1, 2].map(() => ask('admin', '/calendar/2027', { ...year, calendarVersion })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});
