import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { systemActor } from '../actor.ts';
import { done } from '../outcome.ts';
import { createTestKernel, type TestKernel } from '../testing.ts';
import { createHttp } from './app.ts';
import { createSentences } from './problems.ts';
import { moduleRoutes } from './routes.ts';

let kernel: TestKernel;
let app: Awaited<ReturnType<typeof createHttp>>;
let port: number;
beforeAll(async () => {
  kernel = await createTestKernel();
  const sentences = createSentences([]);
  const settings = { logLevel: 'silent', https: false, requestsPerMinute: 1000, trustProxy: [] };
  app = await createHttp(settings, sentences);
  const routes = moduleRoutes({ app, runner: kernel.runner, sentences, who: () => systemActor }, 'test');
  routes.command({
    method: 'POST',
    url: '/api/v1/paper',
    summary: 'test',
    response: z.strictObject({ bytes: z.number() }),
    upload: async (request) => done(((await (await request.file())?.toBuffer()) ?? Buffer.of()).length),
    handle: async (ctx, { upload }) => {
      ctx.audit({ jurisdiction: '220621', action: 'test.done', subject: { type: 'test', id: '1' } });
      return done({ bytes: upload });
    },
  });
  routes.query({
    url: '/api/v1/quick',
    summary: 'test',
    response: z.strictObject({}),
    handle: async () => ({}),
  });
  port = Number(new URL(await app.listen({ host: '127.0.0.1', port: 0 })).port);
});
afterAll(async () => {
  await app.close();
  await kernel.drop();
});

const BEGUN =
  '--b\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\ncontent-type: application/pdf\r\n\r\n%PDF';
const headOf = (length: number) =>
  `POST /api/v1/paper HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: ${length}\r\ncontent-type: multipart/form-data; boundary=b\r\n\r\n`;

/** Writes to the server as a line does, and collects what it answers. */
function line(text: string) {
  const socket = connect(port, '127.0.0.1');
  let heard = '';
  socket.on('data', (chunk) => {
    heard += chunk.toString();
  });
  socket.on('error', () => undefined);
  socket.write(text);
  const answer = new Promise<string>((resolve) => socket.on('close', () => resolve(heard)));
  return { socket, answer };
}

test('uploads over slow lines, however many, hold up nobody else, and arrive', async () => {
  const rest = '\r\n--b--\r\n';
  const slow = Array.from({ length: 30 }, () => line(headOf(BEGUN.length + rest.length) + BEGUN));
  await new Promise((resolve) => setTimeout(resolve, 300));
  const quick = await fetch(`http://127.0.0.1:${port}/api/v1/quick`, { signal: AbortSignal.timeout(5_000) });
  expect(quick.status).toBe(200);
  for (const { socket } of slow) socket.write(rest);
  for (const { answer } of slow) expect(await answer).toMatch(/^HTTP\/1\.1 200[\s\S]*\{"bytes":4\}$/);
});

test.each([
  [
    'an address longer than the server reads',
    `GET /api/v1/quick?q=${'x'.repeat(40_000)} HTTP/1.1\r\nhost: x\r\n\r\n`,
    431,
  ],
  ['something that is not HTTP', 'nonsense\r\n\r\n', 400],
])('%s is refused in problem details too', async (_name, text, status) => {
  const [head, body] = (await line(text).answer).split('\r\n\r\n');
  expect(head).toContain(`HTTP/1.1 ${status} `);
  expect(head).toContain('application/problem+json');
  expect(JSON.parse(body ?? '')).toMatchObject({ status, title: expect.stringMatching(/\p{Script=Han}/u) });
});
