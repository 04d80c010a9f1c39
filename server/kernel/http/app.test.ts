import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { auditQuery } from '../../../contracts/audit/wire.ts';
import { line, lines } from '../../../contracts/kernel/wire.ts';
import { systemActor } from '../actor.ts';
import type { Context } from '../context.ts';
import { done } from '../outcome.ts';
import { createTestKernel, type TestKernel } from '../testing.ts';
import { createHttp } from './app.ts';
import { createSentences } from './problems.ts';
import { moduleRoutes } from './routes.ts';

let kernel: TestKernel;
const logged: string[] = [];
let app: Awaited<ReturnType<typeof createHttp>>;
beforeAll(async () => {
  kernel = await createTestKernel();
  const sentences = createSentences([]);
  const settings = { logLevel: 'silent', https: false, requestsPerMinute: 1000, trustProxy: [] };
  app = await createHttp(
    { ...settings, logLevel: 'info', logTo: { write: (text) => void logged.push(text) } },
    sentences,
  );
  const routes = moduleRoutes({ app, runner: kernel.runner, sentences, who: () => systemActor }, 'test');
  const note = (ctx: Context) =>
    ctx.audit({ jurisdiction: '220621', action: 'test.done', subject: { type: 'test', id: '1' } });
  for (const method of ['POST', 'DELETE'] as const)
    routes.command({
      method,
      url: '/api/v1/act',
      summary: 'test',
      response: z.strictObject({}),
      handle: async (ctx) => {
        note(ctx);
        return done({});
      },
    });
  routes.command({
    method: 'PUT',
    url: '/api/v1/text',
    summary: 'test',
    body: z.strictObject({ line: line(20).optional(), lines: lines(20).optional() }),
    response: z.strictObject({}),
    handle: async (ctx) => {
      note(ctx);
      return done({});
    },
  });
  routes.query({
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

test.each(['POST', 'DELETE'] as const)(
  '%s of a route without a body refuses one, and says which field',
  async (method) => {
    const url = '/api/v1/act';
    const evil = await app.inject({ method, url, payload: { evil: 1 } });
    expect([evil.statusCode, evil.json().problems]).toMatchObject([
      400,
      [{ code: 'unknown-field', field: 'evil' }],
    ]);
    const text = await app.inject({
      method,
      url,
      payload: 'evil',
      headers: { 'content-type': 'text/plain' },
    });
    expect(text.statusCode).toBe(400);
    expect((await app.inject({ method, url, payload: {} })).statusCode).toBe(200);
    expect((await app.inject({ method, url })).statusCode).toBe(200);
  },
);

test.each([
  ['half a character', '\ud83d', 400],
  ['the other half', 'a\ude00b', 400],
  ['a whole one', '\ud83d\ude00', 200],
  ['a rare character of a name', '\ud842\udfb7', 200],
  ['NUL', 'a\u0000b', 400],
])('%s in a text that a person types', async (_name, text, status) => {
  for (const field of ['line', 'lines']) {
    const payload = `{"${field}": ${JSON.stringify(text)}}`;
    const headers = { 'content-type': 'application/json' };
    expect((await app.inject({ method: 'PUT', url: '/api/v1/text', payload, headers })).statusCode).toBe(
      status,
    );
  }
});

test('the log names the address asked for, and nothing that was asked', async () => {
  logged.length = 0;
  await app.inject({ url: '/api/v1/trail?person=%E5%BC%A0%E4%B8%89&code=secret-code&state=secret-state' });
  const text = logged.join('');
  expect(text).toContain('"url":"/api/v1/trail"');
  expect(text).not.toMatch(/secret|E5%BC|张三/);
});
