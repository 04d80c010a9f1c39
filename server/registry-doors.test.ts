import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problemWords } from '../contracts/words.ts';
import type { Actor } from './kernel/actor.ts';
import { newId } from './kernel/db/uuid.ts';
import { createHttp } from './kernel/http/app.ts';
import { createSentences } from './kernel/http/problems.ts';
import { done, Refused } from './kernel/outcome.ts';
import { must } from './kernel/testing-outcome.ts';
import { accountsRoutes } from './modules/accounts/index.ts';
import { createWorld, startFiling, type World } from './modules/accounts/testing.ts';
import { plantAccount } from './modules/accounts/testing-matters.ts';
import { intakeRoutes } from './modules/intake/index.ts';
import { sightingsRoutes } from './modules/sightings/index.ts';
import { insertDrift } from './modules/sightings/store.ts';

/** Another unit of the place; another place; a department that only looks on; the supervisor; the host itself. */
type Caller = 'nobody' | 'peer' | 'elsewhere' | 'oversight' | 'supervisor' | 'host';
const CALLERS: readonly Caller[] = ['nobody', 'peer', 'elsewhere', 'oversight', 'supervisor', 'host'];

let world: World;
let app: FastifyInstance;
let known: Readonly<Record<'account' | 'filing' | 'drift', string>>;

beforeAll(async () => {
  world = await createWorld('2026-09-29');
  const people: Partial<Record<string, Actor>> = {
    peer: await world.actor('fs-jy', '经办人'),
    elsewhere: await world.actor('gd-rs', '经办人'),
    oversight: await world.actor('fs-xc', '经办人'),
    supervisor: await world.actor('fs-zs', '备案员'),
    host: await world.actor('fs-ws', '经办人'),
  };
  const account = await plantAccount(world, 'fs-ws', { platform: 'weibo', platformUid: '2803301701' });
  const filing = must(
    await world.change(people.host as Actor, (ctx) => startFiling(ctx, { kind: 'change', account })),
  );
  const drift = newId();
  must(
    await world.change(people.host as Actor, async (ctx) => {
      await insertDrift(ctx.tx, {
        ...DRIFT,
        id: drift,
        accountId: account.id,
        hostUnitId: account.hostUnitId,
        hostPath: account.hostPath,
        firstSightingId: newId(),
        lastSightingId: newId(),
      });
      ctx.audit({
        jurisdiction: '220621',
        action: 'drift.found',
        subject: { type: 'account', id: account.id },
      });
      return done(undefined);
    }),
  );
  known = { account: account.id, filing: filing.id, drift };
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
  const parts = { app, runner: world.kernel.runner, sentences, who };
  accountsRoutes(parts);
  sightingsRoutes(parts);
  intakeRoutes(parts);
});
afterAll(async () => {
  await app.close();
  await world.kernel.drop();
});

const DAY = '2026-09-28T04:00:00.000Z';
const DRIFT = {
  jurisdiction: '220621',
  accountName: '某某发布',
  hostName: '抚松县卫生健康局',
  platform: 'weibo',
  platformName: '微博',
  kind: 'renamed',
  filed: '某某发布',
  seen: '别的',
  firstSeenAt: DAY,
  lastSeenAt: DAY,
  times: 1,
  agreedAt: null,
  state: 'open',
  explanation: null,
  explainedBy: null,
  explainedAt: null,
  filingId: null,
  closedReason: null,
  closedBy: null,
  closedAt: null,
  version: 1,
} as const;

type Row = readonly [
  method: 'GET' | 'POST' | 'PUT',
  url: string,
  body: object | null,
  answers: readonly number[],
];

/** What each caller is answered, in the order of CALLERS. Writing is tried with what is out of date or unknown, so that nothing changes. */
const TABLE: readonly Row[] = [
  ['GET', '/accounts/220621/$account', null, [401, 403, 404, 200, 200, 200]],
  ['GET', '/accounts/220621/$account/sightings', null, [401, 403, 404, 200, 200, 200]],
  ['GET', '/filings/220621/$filing', null, [401, 403, 404, 200, 200, 200]],
  ['GET', '/filings/220621/$filing/form.docx', null, [401, 403, 404, 200, 200, 200]],
  [
    'POST',
    '/filings',
    { kind: 'close', account: { jurisdiction: '220621', id: '$account' } },
    [401, 403, 404, 403, 403, 409],
  ],
  ['PUT', '/filings/220621/$filing/draft', { version: 9, values: {} }, [401, 403, 404, 403, 403, 409]],
  ['POST', '/filings/220621/$filing/submit', { version: 9 }, [401, 403, 404, 403, 403, 409]],
  [
    'POST',
    '/filings/220621/$filing/withdraw',
    { version: 9, reason: '不办了' },
    [401, 403, 404, 403, 403, 409],
  ],
  [
    'POST',
    '/filings/220621/$filing/effected',
    { version: 9, effectOn: '2026-09-29' },
    [401, 403, 404, 403, 403, 409],
  ],
  [
    'POST',
    '/filings/220621/$filing/opened',
    { version: 9, openedOn: '2026-09-29', platformUid: 'x' },
    [401, 403, 404, 403, 403, 409],
  ],
  [
    'POST',
    '/accounts/220621/$account/sightings',
    { presence: 'there', seenOn: '2026-09-30', name: 'x' },
    [401, 403, 404, 422, 422, 422],
  ],
  [
    'POST',
    '/drifts/220621/$drift/explain',
    { version: 9, reason: '临时改名' },
    [401, 403, 404, 403, 409, 409],
  ],
  ['POST', '/drifts/220621/$drift/close', { version: 9, reason: '无须处理' }, [401, 403, 404, 403, 409, 403]],
  ['GET', '/intakes/220621/$drift', null, [401, 403, 403, 403, 404, 403]],
  ['GET', '/intakes/220621/$drift/problems', null, [401, 403, 403, 403, 200, 403]],
  ['POST', '/intakes/220621/$drift/run', { version: 1, partial: true }, [401, 403, 403, 403, 404, 403]],
  ['POST', '/intakes/220621/$drift/undo', { version: 1, reason: '传错了' }, [401, 403, 403, 403, 404, 403]],
];

describe('who comes through which door of the registry', () => {
  const real = (text: string) =>
    text.replace(/\$(account|filing|drift)/g, (_all, name: keyof typeof known) => known[name]);

  test.each(TABLE)('%s %s', async (method, url, body, answers) => {
    const told: number[] = [];
    for (const caller of CALLERS) {
      const payload = body ? { payload: JSON.parse(real(JSON.stringify(body))) } : {};
      const answer = await app.inject({
        method,
        url: `/api/v1${real(url)}`,
        headers: { 'x-who': caller },
        ...payload,
      });
      told.push(answer.statusCode);
    }
    expect(Object.fromEntries(told.map((status, at) => [CALLERS[at], status]))).toEqual(
      Object.fromEntries(answers.map((status, at) => [CALLERS[at], status])),
    );
  });
});
