import { generateKeyPairSync } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { portalWords as w } from '../../contracts/portal/words.ts';
import { problemWords } from '../../contracts/words.ts';
import { publicVisitor, systemActor } from '../kernel/actor.ts';
import { newId } from '../kernel/db/uuid.ts';
import { createHttp } from '../kernel/http/app.ts';
import { createSentences } from '../kernel/http/problems.ts';
import type { TestKernel } from '../kernel/testing.ts';
import { createWorld } from '../modules/accounts/testing.ts';
import { gramsOf } from '../modules/directory/index.ts';
import { portalRoutes } from './routes.tsx';
import { createSigner } from './statement.ts';

const SITE = 'https://wx.example.gov.cn';
const LIMIT_BYTES = 80 * 1024;
let kernel: TestKernel;
let app: FastifyInstance;

beforeAll(async () => {
  const world = await createWorld('2026-09-29');
  kernel = world.kernel;
  await world.draft('fs-jy', {});
  await plant('220621', '抚松教育', { number: '220621-2026-0001', uid: 'MzA4MjQxNjQzMA==' });
  await plant('220621', '抚松旅游', { number: '220621-2026-0002', state: 'closed' });
  await plant('620171', '=1+1|新区', { number: '新备〔2026〕3号', host: '兰州新区"某"局,一科' });
  for (let n = 0; n < 45; n++) await plant('500110', `綦江号${n}`, { number: `qj-${n}` });
  app = await createHttp(
    { logLevel: 'silent', https: false, requestsPerMinute: 100_000, trustProxy: [] },
    createSentences(problemWords),
  );
  await portalRoutes({
    app,
    runner: kernel.runner,
    publicUrl: SITE,
    signer: await createSigner(generateKeyPairSync('ed25519').privateKey, SITE),
    openDataSeconds: 0,
  });
});
afterAll(async () => {
  await app.close();
  await kernel.drop();
});

interface Sown {
  readonly number: string;
  readonly uid?: string;
  readonly state?: string;
  readonly host?: string;
}

async function plant(jurisdiction: string, name: string, { number, uid, state, host }: Sown): Promise<void> {
  await kernel.database.owner.transaction().execute(async (tx) => {
    await sql`set local juzhen.scope = '*'`.execute(tx);
    const id = newId();
    const hostName = host ?? '某局';
    await sql`insert into public_accounts (jurisdiction_id, id, filing_number, name, platform, platform_name,
      channel_kind, platform_uid, url, host_unit_id, host_name, state, opened_on)
      values (${jurisdiction}, ${id}, ${number}, ${name}, 'wechat', '微信公众号', 'account', ${uid ?? null},
        'javascript:alert(1)', gen_random_uuid(), ${hostName}, ${state ?? 'operating'}, '2026-09-01')`.execute(
      tx,
    );
    const texts = [name, hostName];
    await sql`insert into account_terms (jurisdiction_id, account_id, texts, grams)
      values (${jurisdiction}, ${id}, ${texts.join('\n').toLowerCase()}, ${gramsOf(texts)})`.execute(tx);
    if (uid)
      await sql`insert into uid_claims (platform, uid, holder_jurisdiction, filing_id, account_id, account_name, host_name,
        claimed_at) values ('wechat', ${uid}, ${jurisdiction}, ${newId()}, ${id}, ${name}, ${hostName}, now())`.execute(
        tx,
      );
  });
}

async function get(url: string, headers: Record<string, string> = {}) {
  const answer = await app.inject({ method: 'GET', url, headers, remoteAddress: next() });
  return { status: answer.statusCode, text: answer.body, headers: answer.headers };
}

let visitor = 0;
/** Every call of a test comes from another address, but where the test is about one address. */
const next = () => `10.0.${Math.floor(++visitor / 250)}.${visitor % 250}`;

test('the list is searched by name, host and number; an ended account says so', async () => {
  const all = await get('/public/accounts?q=抚松');
  expect(all.text).toContain('抚松教育');
  expect(all.text).toContain('抚松旅游');
  expect(all.text).not.toContain('綦江号');
  expect((await get('/public/accounts?q=220621-2026-0001')).text).toContain('抚松教育');
  expect((await get('/public/accounts?q=某局&state=closed')).text).not.toContain('抚松教育');
  expect((await get('/public/accounts?q=抚松&platform=&state=')).status).toBe(200);
  expect((await get('/public/accounts?q=没有这样的')).text).toContain(w.foundNone);
  expect((await get('/public/accounts/220621/220621-2026-0002')).text).toContain(w.stateNotes.closed);
});

test('a genuine link is told from a false one, a short one and a piece of content; a name proves nothing', async () => {
  const ask = async (q: string) => (await get(`/public/check?q=${encodeURIComponent(q)}`)).text;
  expect(await ask('看看这个 https://mp.weixin.qq.com/s?__biz=MzA4MjQxNjQzMA==&mid=1')).toContain(
    w.check.official,
  );
  expect(await ask('MzA4MjQxNjQzMA==')).toContain(w.check.official);
  expect(await ask('https://mp.weixin.qq.com/s?__biz=MzA4MjQxNjQzMB==&mid=1')).toContain(w.check.noneNote);
  expect(await ask('https://mp.weixin.qq.com.evil.cn/s?__biz=MzA4MjQxNjQzMA==')).toContain(w.check.noneNote);
  expect(await ask('https://t.cn/A6abc')).toContain(w.check.shortLinkNote);
  expect(await ask('https://mp.weixin.qq.com/s/abcdefg')).toContain(w.check.contentLinkNote);
  expect(await ask('旅游')).toContain(w.check.nameSimilar);
  expect(await ask('没有这样的名字')).toContain(w.check.noneNote);
});

test('a page of twenty, and the next one keeps the question', async () => {
  const first = await get('/public/accounts?jurisdiction=500000');
  expect(first.text).toContain(w.page(1, 3));
  expect(first.text).toContain('jurisdiction=500000&amp;page=2');
  expect((await get('/public/accounts?jurisdiction=500000&page=3')).text.match(/class="name"/g)).toHaveLength(
    5,
  );
});

test('WJ-3b LZ-13c every notice is to be found, the latest first, twenty on a page, in large print as well', async () => {
  await kernel.database.owner.transaction().execute(async (tx) => {
    // The accounts and filings of the notices are not what this is about.
    await sql`set local session_replication_role = replica`.execute(tx);
    await sql`insert into public_notices (jurisdiction_id, id, filing_id, account_id, kind, account_name,
        platform_name, host_name, title, body, published_on, provisional, derivation, basis, rule, state, created_at)
      select '320509-hrss', gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'close', '吴江人社', '微信公众号',
        '区人社局', '第' || n || '号公告', '停止更新', date '2026-09-29' - n, false, '[]', '[]', 'close.notice',
        case when n = 3 then 'withdrawn' else 'done' end, now()
      from generate_series(1, 206) n`.execute(tx);
  });
  const first = await get('/public/notices?large=1');
  expect(first.text).toContain(w.notices.found(205));
  expect(first.text).toContain(w.page(1, 11));
  expect(first.text).toContain('/public/notices?page=2&amp;large=1');
  const seen: string[] = [];
  for (let page = 1; page <= 11; page++) {
    const { text } = await get(`/public/notices?page=${page}`);
    seen.push(...[...text.matchAll(/第(\d+)号公告/g)].map(([, n]) => n ?? ''));
  }
  const all = Array.from({ length: 206 }, (_, at) => String(at + 1));
  expect(seen).toEqual(all.filter((n) => n !== '3'));
  expect((await get('/public')).text.match(/号公告/g)).toHaveLength(5);
  expect((await get('/public/notices?page=0')).status).toBe(400);
  expect((await get('/public/notices?page=12')).text).not.toContain(w.notices.none);
});

test('no script runs, whatever a name or an address says, and no page is heavier than 80 kB', async () => {
  await plant('220621', '<script>alert(1)</script>', { number: 'x-script' });
  for (const url of [
    '/public',
    '/public/accounts',
    '/public/accounts/220621/x-script',
    '/public/check?q=%3Cscript%3E',
    '/public/data',
    '/public/notices',
    '/public/verify',
  ]) {
    const { status, text, headers } = await get(url);
    expect(status, url).toBe(200);
    expect(text).not.toMatch(/<script|href="javascript/i);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    const style = await get(String(/href="([^"]+\.css)"/.exec(text)?.[1]));
    expect(gzipSync(text).length + gzipSync(style.text).length).toBeLessThan(LIMIT_BYTES);
  }
});

test('what a page shows is not fetched twice: the mark of an unchanged page answers 304', async () => {
  const first = await get('/public/accounts?q=抚松');
  const again = await get('/public/accounts?q=抚松', { 'if-none-match': String(first.headers.etag) });
  expect(again.status).toBe(304);
  expect(first.headers['set-cookie']).toBeUndefined();
});

test('open data: the same accounts as JSON and as CSV that no spreadsheet takes for a formula', async () => {
  const json = JSON.parse((await get('/public/data/accounts.json?jurisdiction=620171')).text);
  expect(json).toMatchObject({ asOf: '2026-09-29', total: 1 });
  expect(json.accounts[0]).toMatchObject({ name: '=1+1|新区', jurisdictionName: '兰州新区' });
  const csv = (await get('/public/data/accounts.csv?jurisdiction=620171')).text;
  expect(csv.split('\r\n')[1]).toBe(
    `新备〔2026〕3号,'=1+1|新区,wechat,微信公众号,,javascript:alert(1),"兰州新区""某""局,一科",620171,兰州新区,operating,2026-09-01,${SITE}/public/accounts/620171/${encodeURIComponent('新备〔2026〕3号')}`,
  );
  expect(JSON.parse((await get('/public/data/accounts.json')).text).total).toBeGreaterThan(45);
  expect(Object.keys(json.accounts[0])).toEqual(Object.keys(w.data.meanings));
});

test('a statement verifies on its page, a changed one does not, and one that time overtook says so', async () => {
  const text = (await get('/public/accounts/220621/220621-2026-0001/statement')).text.trim();
  const page = (statement: string) => get(`/public/verify?statement=${encodeURIComponent(statement)}`);
  expect((await page(text)).text).toContain(w.verify.good);
  expect((await page(`${text.slice(0, -4)}AAAA`)).text).toContain(w.verify.bad);
  await kernel.database.owner.transaction().execute(async (tx) => {
    await sql`set local juzhen.scope = '*'`.execute(tx);
    await sql`update public_accounts set name = '抚松教育发布' where filing_number = '220621-2026-0001'`.execute(
      tx,
    );
  });
  expect((await page(text)).text).toContain(w.verify.changed);
});

test('the QR code is a drawing that leads to the account', async () => {
  const { text, headers } = await get('/public/accounts/220621/220621-2026-0002/qr.svg');
  expect(headers['content-type']).toContain('image/svg+xml');
  expect(text).toMatch(/^<svg [^>]*role="img"/);
});

test('bad questions, pages that are not there and a visitor in a hurry are told so on a page', async () => {
  for (const [url, status] of [
    [`/public/accounts?q=${'长'.repeat(200)}`, 400],
    ['/public/accounts?page=-1', 400],
    ['/public/accounts?state=secret', 400],
    ['/public/accounts?q=%00', 400],
    ['/public/notices/220621/not-an-id', 400],
    ['/public/accounts/220621/nothing', 404],
    ['/public/accounts/999999/220621-2026-0001', 404],
    ['/public/notices/220621/0190a0a0-0000-7000-8000-000000000000', 404],
    ['/public/nowhere', 404],
  ] as const) {
    const answer = await get(url);
    expect(answer.status, url).toBe(status);
    expect(answer.headers['content-type']).toContain('text/html');
    expect(answer.text).toContain(w.lost.home);
  }
  const hurried = Array.from({ length: 125 }, () =>
    app.inject({ method: 'GET', url: '/public/check?q=x', remoteAddress: '10.9.9.9' }),
  );
  const answers = await Promise.all(hurried);
  const last = answers.at(-1);
  expect(last?.statusCode).toBe(429);
  expect(last?.body).toContain(w.busy.title);
});

test('a visitor sees the public columns and nothing else of the registry', async () => {
  const tables = ['public_accounts', 'filings', 'people', 'units', 'audit_entries'];
  const seen = (actor: typeof publicVisitor) =>
    kernel.runner.query(actor, async (ctx) =>
      Promise.all(
        tables.map(async (table) => {
          const { rows } = await sql<{
            n: number;
          }>`select count(*)::int as n from ${sql.table(table)}`.execute(ctx.tx);
          return { table, some: Number(rows[0]?.n) > 0 };
        }),
      ),
    );
  const some = (found: readonly { table: string; some: boolean }[]) =>
    found.flatMap((each) => (each.some ? [each.table] : []));
  expect(some(await seen(systemActor))).toEqual(expect.arrayContaining(tables.slice(0, 5)));
  expect(some(await seen(publicVisitor))).toEqual(['public_accounts']);
});
