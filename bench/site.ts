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
import { fillAccounts } from './fill-accounts.ts';

const CONCURRENCY = 8;

/** A running system with a filled registry, and somebody signed in who supervises it. */
export interface BenchSite {
  /** Asks the interface for a path; the answer's body. */
  ask(path: string): Promise<string>;
  /** Runs the statements that asking for a path sends on some tables, straight through the driver. */
  raw(path: string, tables: RegExp): Promise<RawQuery>;
}

interface RawQuery {
  run(): Promise<void>;
  close(): Promise<void>;
}

/** Starts the whole product on a database of its own, fills the registry of a county, and hands it to the work. */
export async function withSite<T>(
  about: { readonly port: number; readonly county: string; readonly accounts: number },
  work: (site: BenchSite) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'juzhen-bench-'));
  const embedded = await startEmbedded({ folder });
  const base = `http://127.0.0.1:${about.port}`;
  const agent = new Agent({ keepAlive: true, maxSockets: CONCURRENCY });
  try {
    const server = await startServer(
      readConfig({
        DATABASE_URL: embedded.url,
        JUZHEN_DATA: folder,
        PORT: String(about.port),
        DEMO: 'on',
        REQUESTS_PER_MINUTE: '1000000',
        LOG_LEVEL: 'silent',
      }),
    );
    try {
      const owner = openPool({ url: embedded.url, as: 'owner', max: 1 });
      await fillAccounts(owner.db, about.county, about.accounts);
      await owner.close();
      const cookie = await signIn(agent, base);
      const ask = (path: string) => get(agent, base, path, cookie);
      return await work({
        ask,
        raw: async (path, tables) => rawQuery(embedded.url, await statementsOf(tables, () => ask(path))),
      });
    } finally {
      agent.destroy();
      await server.close();
    }
  } finally {
    await embedded.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs the work a number of times, some at once, and answers how often a second. */
export async function perSecond(requests: number, work: () => Promise<unknown>): Promise<number> {
  let left = requests;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: CONCURRENCY }, async () => {
      while (left-- > 0) await work();
    }),
  );
  return requests / ((performance.now() - start) / 1000);
}

interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** The statements on some tables that one request sends, as the driver gets them. */
async function statementsOf(tables: RegExp, ask: () => Promise<unknown>): Promise<readonly Statement[]> {
  const seen: Statement[] = [];
  const { query } = pg.Client.prototype;
  const spy = function (this: pg.Client, ...call: unknown[]) {
    const [text, values] = call;
    if (typeof text === 'string' && tables.test(text))
      seen.push({ text, values: Array.isArray(values) ? values : [] });
    return Reflect.apply(query, this, call);
  };
  pg.Client.prototype.query = spy as typeof query;
  try {
    await ask();
  } finally {
    pg.Client.prototype.query = query;
  }
  if (seen.length === 0) throw new Error('the request sends no statements on these tables');
  return seen;
}

/** Sends statements straight through a pool of the driver, as somebody who may see everything. */
function rawQuery(url: string, statements: readonly Statement[]): RawQuery {
  const pool = new pg.Pool(poolConfig(url, 'owner', CONCURRENCY));
  pool.on('error', () => undefined);
  return {
    run: async () => {
      for (const { text, values } of statements) await pool.query(text, [...values]);
    },
    close: () => pool.end(),
  };
}

async function signIn(agent: Agent, base: string): Promise<string> {
  const who = demoSignIns.find((d) => d.userName.startsWith('fs-zs'));
  if (!who) throw new Error('the demonstration has no supervisor of the county');
  const body = JSON.stringify({ userName: who.userName, password: who.password });
  const { headers } = await send(agent, base, { method: 'POST', path: '/api/v1/session', cookie: '', body });
  return (headers['set-cookie'] ?? []).map((c) => c.split(';')[0]).join('; ');
}

async function get(agent: Agent, base: string, path: string, cookie: string): Promise<string> {
  return (await send(agent, base, { method: 'GET', path, cookie })).body;
}

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly cookie: string;
  readonly body?: string;
}

function send(agent: Agent, base: string, { method, path, cookie, body }: Sent) {
  return new Promise<{ headers: Record<string, string[] | undefined>; body: string }>((resolve, reject) => {
    const headers = {
      cookie,
      origin: base,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    const call = httpRequest(`${base}${path}`, { method, agent, headers }, (answer) => {
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
