import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { readConfig } from '../server/config.ts';
import { demoSignIns } from '../server/demo/index.ts';
import { startEmbedded } from '../server/kernel/db/embedded.ts';
import { openPool, poolConfig } from '../server/kernel/db/pool.ts';
import { startServer } from '../server/main.ts';
import { type Bench, type Figure, median } from './bench.ts';
import { fillAccounts } from './fill-accounts.ts';

const ACCOUNTS = 10_000;
const COUNTY = '220621';
const CONCURRENCY = 8;
const REQUESTS = 800;
const ROUNDS = 5;
const PORT = 18_611;
const BASE = `http://127.0.0.1:${PORT}`;
const LIST = `/api/v1/accounts?page=1&size=50&jurisdiction=${COUNTY}`;

/** The account list over HTTP against its own two statements sent straight through the driver, in turns. */
export const apiBench: Bench = {
  name: 'api',
  describe: `账号列表接口（${ACCOUNTS} 个账号，每页 50 个，${CONCURRENCY} 路并发）每秒请求数，与同样的查询直接经数据库驱动发出相比`,
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'juzhen-bench-'));
    const embedded = await startEmbedded({ folder });
    try {
      const config = readConfig({
        DATABASE_URL: embedded.url,
        JUZHEN_DATA: folder,
        PORT: String(PORT),
        DEMO: 'on',
        REQUESTS_PER_MINUTE: '1000000',
        LOG_LEVEL: 'silent',
      });
      const server = await startServer(config);
      try {
        return await measure(embedded.url);
      } finally {
        await server.close();
      }
    } finally {
      await embedded.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function measure(url: string): Promise<readonly Figure[]> {
  const owner = openPool({ url, as: 'owner', max: 1 });
  await fillAccounts(owner.db, COUNTY, ACCOUNTS);
  await owner.close();
  const agent = new Agent({ keepAlive: true, maxSockets: CONCURRENCY });
  const cookie = await signIn(agent);
  const ask = () => get(agent, LIST, cookie);
  const total = (JSON.parse(await ask()) as { total: number }).total;
  if (total < ACCOUNTS) throw new Error(`the list shows ${total} of ${ACCOUNTS} accounts`);
  const raw = rawQuery(url, await statementsOf(ask));
  const rates: { api: number; raw: number }[] = [];
  await perSecond(ask);
  await perSecond(raw.run);
  for (let round = 0; round < ROUNDS; round++)
    rates.push({ api: await perSecond(ask), raw: await perSecond(raw.run) });
  agent.destroy();
  await raw.close();
  return [
    { name: '接口每秒请求数', value: median(rates.map((r) => r.api)), unit: '次/秒' },
    { name: '直接查询每秒次数', value: median(rates.map((r) => r.raw)), unit: '次/秒' },
    {
      name: '接口与直接查询之比',
      value: median(rates.map((r) => r.api / r.raw)),
      unit: '倍',
      against: '同一次运行中经 pg 驱动发出的同样两条语句',
    },
  ];
}

/** Runs the work a number of times, some at once, and answers how often a second. */
async function perSecond(work: () => Promise<unknown>): Promise<number> {
  let left = REQUESTS;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: CONCURRENCY }, async () => {
      while (left-- > 0) await work();
    }),
  );
  return REQUESTS / ((performance.now() - start) / 1000);
}

interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** The statements on the registry that one request of the list sends, as the driver gets them. */
async function statementsOf(ask: () => Promise<unknown>): Promise<readonly Statement[]> {
  const seen: Statement[] = [];
  const { query } = pg.Client.prototype;
  const spy = function (this: pg.Client, ...call: unknown[]) {
    const [text, values] = call;
    if (typeof text === 'string' && /from "accounts"/.test(text))
      seen.push({ text, values: Array.isArray(values) ? values : [] });
    return Reflect.apply(query, this, call);
  };
  pg.Client.prototype.query = spy as typeof query;
  try {
    await ask();
  } finally {
    pg.Client.prototype.query = query;
  }
  if (seen.length < 2) throw new Error('the list sends no statements on the registry');
  return seen;
}

/** Sends statements straight through a pool of the driver, as somebody who may see everything. */
function rawQuery(
  url: string,
  statements: readonly Statement[],
): { run(): Promise<void>; close(): Promise<void> } {
  const pool = new pg.Pool(poolConfig(url, 'owner', CONCURRENCY));
  pool.on('error', () => undefined);
  return {
    run: async () => {
      for (const { text, values } of statements) await pool.query(text, [...values]);
    },
    close: () => pool.end(),
  };
}

async function signIn(agent: Agent): Promise<string> {
  const who = demoSignIns.find((d) => d.userName.startsWith('fs-zs'));
  if (!who) throw new Error('the demonstration has no supervisor of the county');
  const { headers } = await send(
    agent,
    'POST',
    '/api/v1/session',
    '',
    JSON.stringify({ userName: who.userName, password: who.password }),
  );
  return (headers['set-cookie'] ?? []).map((c) => c.split(';')[0]).join('; ');
}

async function get(agent: Agent, path: string, cookie: string): Promise<string> {
  return (await send(agent, 'GET', path, cookie)).body;
}

function send(agent: Agent, method: string, path: string, cookie: string, body?: string) {
  return new Promise<{ headers: Record<string, string[] | undefined>; body: string }>((resolve, reject) => {
    const headers = {
      cookie,
      origin: BASE,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    const call = httpRequest(`${BASE}${path}`, { method, agent, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => {
        text += part;
      });
      answer.on('end', () => {
        if (answer.statusCode !== 200) reject(new Error(`${method} ${path}: ${answer.statusCode} ${text}`));
        else resolve({ headers: { 'set-cookie': answer.headers['set-cookie'] }, body: text });
      });
    });
    call.on('error', reject);
    call.end(body);
  });
}
