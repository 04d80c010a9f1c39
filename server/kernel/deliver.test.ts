import { createHmac } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActor } from './actor.ts';
import { openScope } from './clock.ts';
import type { Db } from './db/database.ts';
import { newId } from './db/uuid.ts';
import { callWebhook, type DeliveryParts, deliverNotice, webhookRequest } from './deliver.ts';
import { notify } from './notify.ts';
import { done } from './outcome.ts';
import { createTestKernel, type TestKernel } from './testing.ts';

let kernel: TestKernel;
beforeAll(async () => {
  kernel = await createTestKernel();
});
afterAll(() => kernel.drop());

const words = { 'test.due': ({ day }: Record<string, unknown>) => `请在 ${String(day)} 前办结。` };

async function tell(dedupeKey?: string, people = [PERSON], day = '2026-10-14'): Promise<number> {
  const outcome = await kernel.runner.command(systemActor, async (ctx) => {
    const told = await notify(ctx, {
      jurisdiction: '220621',
      people,
      code: 'test.due',
      facts: { day },
      subject: { type: 'filing', id: 'x' },
      ...(dedupeKey === undefined ? {} : { dedupeKey }),
    });
    ctx.audit({ jurisdiction: '220621', action: 'test', subject: { type: 'test', id: '1' } });
    return done(told);
  });
  return outcome.ok ? outcome.value : -1;
}

const PERSON = newId();
/** The notices queued last. */
const latest = (n: number) => kernel.jobs.slice(-n).map(({ data }) => (data as { id: string }).id);

function parts(more: Partial<DeliveryParts>): DeliveryParts {
  return {
    settings: { publicUrl: 'http://localhost:8600', mail: null, webhook: null },
    words,
    inScope: <T>(jurisdiction: string, work: (db: Db) => Promise<T>) =>
      kernel.database.app.transaction().execute(async (tx) => {
        await openScope(tx, [jurisdiction], [jurisdiction]);
        return work(tx);
      }),
    contactOf: async () => ({ email: 'officer@example.cn', phone: '13800000000' }),
    send: () => Promise.reject(new Error('nothing is sent')),
    ...more,
  };
}

/** A mail server of a few lines: keeps what it is given. */
async function mailServer(): Promise<{ url: string; mails: string[]; close(): void }> {
  const mails: string[] = [];
  const server = createServer((socket) => {
    let data = false;
    let text = '';
    socket.write('220 test\r\n');
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      text += chunk.toString();
      if (data) {
        if (!text.endsWith('\r\n.\r\n')) return;
        mails.push(text);
        data = false;
        text = '';
        socket.write('250 kept\r\n');
        return;
      }
      if (!text.endsWith('\r\n')) return;
      const line = text;
      text = '';
      if (line.startsWith('DATA')) data = true;
      socket.write(line.startsWith('QUIT') ? '221 bye\r\n' : data ? '354 go on\r\n' : '250 ok\r\n');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mails,
    close: () => server.close(),
  };
}

test('a notice is queued for delivery with its transaction, and said once under the same key', async () => {
  expect(await tell('once')).toBe(1);
  expect(await tell('once')).toBe(0);
  expect(kernel.jobs.filter((j) => j.queue === 'notice-deliver')).toHaveLength(1);
});

test('a notice goes out by e-mail and webhook once each, and a failed webhook does not repeat the e-mail', async () => {
  await tell();
  const id = latest(1)[0] ?? '';
  const mail = await mailServer();
  const calls: { body: string; headers: Headers }[] = [];
  let fails = true;
  const send = (async (_url, init) => {
    if (fails) return new Response('', { status: 503 });
    calls.push({ body: String(init?.body), headers: new Headers(init?.headers) });
    return new Response('ok');
  }) as typeof fetch;
  const configured = parts({
    send,
    settings: {
      publicUrl: 'http://localhost:8600',
      mail: { url: mail.url, from: 'juzhen@example.cn' },
      webhook: { url: 'https://example.cn/hook', kind: 'signed', secret: 'a-secret-of-sixteen' },
    },
  });
  await expect(deliverNotice(configured, '220621', id)).rejects.toThrow(/503/);
  fails = false;
  await deliverNotice(configured, '220621', id);
  await deliverNotice(configured, '220621', id);
  mail.close();
  expect(mail.mails).toHaveLength(1);
  expect(calls).toHaveLength(1);
  const [call] = calls;
  const stamp = call?.headers.get('x-juzhen-timestamp');
  const expected = createHmac('sha256', 'a-secret-of-sixteen').update(`${stamp}.${call?.body}`).digest('hex');
  expect(call?.headers.get('x-juzhen-signature')).toBe(expected);
  // Nothing personal but the number a gateway of text messages needs.
  expect(JSON.parse(call?.body ?? '')).toEqual({
    id,
    text: '请在 2026-10-14 前办结。',
    url: 'http://localhost:8600',
    to: { phone: '13800000000' },
  });
});

test.each([
  ['under one key', 'step 1'],
  ['without a key, on one day', undefined],
])('a group robot says once what five people are told %s', async (_name, key) => {
  const bodies: string[] = [];
  const robot = parts({
    send: (async (_url, init) => {
      bodies.push(String(init?.body));
      return Response.json({ errcode: 0 });
    }) as typeof fetch,
    contactOf: () => Promise.reject(new Error('a group robot needs nobody’s number')),
    settings: {
      publicUrl: 'http://localhost:8600',
      mail: null,
      webhook: { url: 'https://qyapi.weixin.qq.com/x', kind: 'wecom', secret: '' },
    },
  });
  const five = Array.from({ length: 5 }, () => newId());
  const day = `2026-11-${key === undefined ? '01' : '02'}`;
  expect(await tell(key, five, day)).toBe(5);
  const ids = latest(5);
  await Promise.all(ids.reverse().map((id) => deliverNotice(robot, '220621', id)));
  await Promise.all(ids.map((id) => deliverNotice(robot, '220621', id)));
  expect(bodies).toHaveLength(1);
  expect(bodies[0]).toContain(`请在 ${day} 前办结。`);
  expect(bodies[0]).not.toMatch(/1380|phone/);
  await tell(key === undefined ? undefined : 'step 2', five, '2026-12-01');
  for (const id of latest(5)) await deliverNotice(robot, '220621', id);
  expect(bodies).toHaveLength(2);
});

test('a notice outside the scope is not delivered', async () => {
  await tell();
  const id = latest(1)[0] ?? '';
  await deliverNotice(
    parts({
      settings: { publicUrl: '', mail: null, webhook: { url: 'https://x.cn', kind: 'wecom', secret: 'x' } },
    }),
    '500110',
    id,
  );
});

test('钉钉: the signature is over timestamp and secret, in the address', () => {
  const request = webhookRequest(
    { url: 'https://oapi.example.cn/robot?access_token=t', kind: 'dingtalk', secret: 'SEC' },
    { id: '1', text: '一', url: 'u' },
    1_700_000_000_000,
  );
  const url = new URL(request.url);
  expect(url.searchParams.get('access_token')).toBe('t');
  expect(url.searchParams.get('sign')).toBe(
    createHmac('sha256', 'SEC').update('1700000000000\nSEC').digest('base64'),
  );
  expect(JSON.parse(request.body)).toEqual({ msgtype: 'text', text: { content: '一\nu' } });
});

test.each(['wecom', 'dingtalk'] as const)(
  '%s: a refusal inside a 200 is a failure, to be tried again',
  async (kind) => {
    const settings = { url: 'https://robot.example.cn/send?key=k', kind, secret: 'SEC' };
    const call = (body: object) =>
      callWebhook(async () => Response.json(body), settings, { id: '1', text: '一', url: 'u' });
    await expect(call({ errcode: 45_009, errmsg: 'api freq out of limit' })).rejects.toThrow('errcode 45009');
    await expect(call({ errcode: 0, errmsg: 'ok' })).resolves.toBeUndefined();
  },
);
