import { afterEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { apiUrl, get, onSignedOut, post, setCsrf } from './api.ts';
import { ApiProblem } from './problem.ts';

const schema = z.strictObject({ id: z.string() });

function answer(status: number, body: unknown) {
  const mock = vi.fn(
    async (_url: string, _init: RequestInit) => new Response(JSON.stringify(body), { status }),
  );
  vi.stubGlobal('fetch', mock);
  return mock;
}

async function caught(promise: Promise<unknown>): Promise<ApiProblem> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ApiProblem)) throw new Error('expected an ApiProblem');
  return error;
}

afterEach(() => vi.unstubAllGlobals());

test('a query leaves out what is empty and repeats lists', () => {
  expect(apiUrl('/accounts', { q: '', page: 2, platform: ['a', 'b'] })).toBe(
    '/api/v1/accounts?page=2&platform=a&platform=b',
  );
});

test('a changing call carries the token of the session, a reading one does not', async () => {
  const mock = answer(200, { id: '1' });
  setCsrf('t0ken');
  await post('/things', { schema, body: {} });
  await get('/things/1', { schema });
  expect(mock.mock.calls[0]![1].headers).toMatchObject({ 'x-csrf-token': 't0ken' });
  expect(mock.mock.calls[1]![1].headers).not.toHaveProperty('x-csrf-token');
});

test('WJ-12c only what the page asks by itself says that nobody asked', async () => {
  const mock = answer(200, { id: '1' });
  await get('/workbench', { schema });
  await get('/workbench', { schema, background: true });
  expect(mock.mock.calls[0]![1].headers).not.toHaveProperty('x-juzhen-background');
  expect(mock.mock.calls[1]![1].headers).toMatchObject({ 'x-juzhen-background': '1' });
});

test('a double click is one call', async () => {
  const mock = answer(200, { id: '1' });
  await Promise.all([
    post('/filings/1/submit', { schema, body: { form: 1 } }),
    post('/filings/1/submit', { schema, body: { form: 1 } }),
  ]);
  expect(mock).toHaveBeenCalledTimes(1);
  await post('/filings/1/submit', { schema, body: { form: 1 } });
  expect(mock).toHaveBeenCalledTimes(2);
});

test('problem details arrive with their fields and sentences', async () => {
  answer(422, {
    type: 'about:blank',
    title: '填写有误',
    status: 422,
    detail: '有 1 处需要改正',
    problems: [{ code: 'one-per-platform', field: 'platform', message: '该平台已有账号' }],
  });
  const error = await caught(post('/filings', { schema, body: {} }));
  expect(error).toMatchObject({ status: 422, detail: '有 1 处需要改正' });
  expect(error.problems[0]?.field).toBe('platform');
});

test('a foreign error page becomes a Chinese sentence', async () => {
  answer(502, '<html>Bad gateway</html>');
  expect((await caught(get('/accounts', { schema }))).detail).toMatch(/系统正忙/);
});

test('no connection becomes a Chinese sentence with status 0', async () => {
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('fetch failed');
  });
  expect(await caught(get('/accounts', { schema }))).toMatchObject({ status: 0 });
});

test('an answer that does not fit its schema is refused', async () => {
  answer(200, { id: 1 });
  expect((await caught(get('/accounts', { schema }))).detail).toMatch(/刷新页面/);
});

test('a lost session is announced once, but not by the session check itself', async () => {
  answer(401, {});
  const handler = vi.fn();
  onSignedOut(handler);
  await caught(get('/accounts', { schema }));
  await caught(get('/session', { schema }));
  expect(handler).toHaveBeenCalledTimes(1);
});
