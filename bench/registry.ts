import { type Bench, type Figure, median } from './bench.ts';
import { type BenchSite, perSecond, withSite } from './site.ts';

const ACCOUNTS = 10_000;
const COUNTY = '220621';
const REQUESTS = 200;
const ROUNDS = 5;
const PORT = 18_612;
const ACCOUNT_TABLES = /from "accounts"/;
const RESOLVE_TABLES = /uid_claims|public_accounts|account_names/;
const list = (query: string) => `/api/v1/accounts?size=50&jurisdiction=${COUNTY}&${query}`;
const resolve = (text: string) => `/api/v1/resolve?q=${encodeURIComponent(text)}`;

const QUESTIONS: readonly { name: string; path: string; tables: RegExp; found: RegExp }[] = [
  { name: '列表', path: list('page=1'), tables: ACCOUNT_TABLES, found: /"total":1\d{4}/ },
  { name: '列表末页', path: list('page=200'), tables: ACCOUNT_TABLES, found: /"total":1\d{4}/ },
  {
    name: '筛选并排序',
    path: list('page=3&platform=weibo&sort=-opened'),
    tables: ACCOUNT_TABLES,
    found: /"total":25\d\d/,
  },
  { name: '搜一个字', path: list('page=1&q=卫'), tables: ACCOUNT_TABLES, found: /"total":20\d\d/ },
  { name: '搜两个字', path: list('page=1&q=卫健'), tables: ACCOUNT_TABLES, found: /"total":20\d\d/ },
  { name: '搜名称中的一段', path: list('page=1&q=发布4567'), tables: ACCOUNT_TABLES, found: /"total":1,/ },
  {
    name: '按链接辨认',
    path: resolve('https://weibo.com/u/2900004569'),
    tables: RESOLVE_TABLES,
    found: /official/,
  },
  { name: '按名称辨认', path: resolve('政务发布4569住建'), tables: RESOLVE_TABLES, found: /same-name/ },
  {
    name: '辨认没有登记的',
    path: resolve('https://weibo.com/u/1000000001'),
    tables: RESOLVE_TABLES,
    found: /none/,
  },
];

/** List, search and resolve over HTTP, each against its own statements sent straight through the driver, in turns. */
export const registryBench: Bench = {
  name: 'registry',
  describe: `账号的列表、搜索和辨认（${ACCOUNTS} 个账号，8 路并发）与各自的查询直接经数据库驱动发出相比`,
  run: () => withSite({ port: PORT, county: COUNTY, accounts: ACCOUNTS }, measure),
};

async function measure(site: BenchSite): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const { name, path, tables, found } of QUESTIONS) {
    const body = await site.ask(path);
    if (!found.test(body)) throw new Error(`${name}: ${body.slice(0, 300)}`);
    const raw = await site.raw(path, tables);
    const ask = () => site.ask(path);
    await perSecond(REQUESTS, ask);
    await perSecond(REQUESTS, raw.run);
    const rates: { api: number; raw: number }[] = [];
    for (let round = 0; round < ROUNDS; round++)
      rates.push({ api: await perSecond(REQUESTS, ask), raw: await perSecond(REQUESTS, raw.run) });
    await raw.close();
    figures.push(
      { name: `${name}，接口`, value: median(rates.map((r) => r.api)), unit: '次/秒' },
      {
        name: `${name}，接口与直接查询之比`,
        value: median(rates.map((r) => r.api / r.raw)),
        unit: '倍',
        against: '同一次运行中经 pg 驱动发出的同样语句',
      },
    );
  }
  return figures;
}
