import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { auditQuery } from '../../../contracts/audit/wire.ts';
import { systemActor } from '../actor.ts';
import { createTestKernel, type TestKernel } from '../testing.ts';
import { createHttp } from './app.ts';
import { createSentences } from './problems.ts';
import { moduleRoutes } from './routes.ts';

let kernel: TestKernel;
let app: Awaited<ReturnType<typeof createHttp>>;
beforeAll(async () => {
  kernel = await createTestKernel();
  const sentences = createSentences([]);
  const settings = { logLevel: 'silent', https: false, requestsPerMinute: 1000, trustProxy: [] };
  app = await createHttp(settings, sentences);
  moduleRoutes({ app, runner: kernel.runner, sentences, who: () => systemActor }, 'test').query({
    url: '/api/v1/trail',
    summary: 'test',
    query: auditQuery,
    response: z.strictObject({ from: z.string().nullable() }),
    handle: async (_ctx, { query }) => ({ from: query.from ?? null }),
  });
});
afterAll(async () => {
  await app?.close();
  await kernel?.drop();
});

test.each([
  ['a day that does not exist', '/api/v1/trail?from=2026-02-30', 'bad-field'],
  ['a month that does not exist', '/api/v1/trail?to=2026-13-01', 'bad-field'],
  ['a day beyond the calendar', '/api/v1/trail?to=9999-01-01', 'bad-field'],
  ['a character no text may hold', '/api/v1/trail?person=%00', 'bad-field'],
  ['an unknown field', '/api/v1/trail?bogus=1', 'unknown-field'],
  ['an address that cannot be decoded', '/api/v1/%zz', 'bad-input'],
])('%s is refused in problem details', async (_name, url, code) => {
  const answer = await app.inject({ url });
  expect(answer.statusCode).toBe(400);
  expect(answer.headers['content-type']).toContain('application/problem+json');
  expect(answer.json().problems[0].code).toBe(code);
});

test('a leap day is a day', async () => {
  expect((await app.inject({ url: '/api/v1/trail?from=2028-02-29' })).json()).toEqual({ from: '2028-02-29' });
});
