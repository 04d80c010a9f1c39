import { type Bench, type Figure, median } from './bench.ts';
import { type BenchSite, perSecond, withSite } from './site.ts';

const ACCOUNTS = 10_000;
const COUNTY = '220621';
const REQUESTS = 800;
const ROUNDS = 5;
const PORT = 18_611;
const LIST = `/api/v1/accounts?page=1&size=50&jurisdiction=${COUNTY}`;

/** The account list over HTTP against its own two statements sent straight through the driver, in turns. */
export const apiBench: Bench = {
  name: 'api',
  describe: `账号列表接口（${ACCOUNTS} 个账号，每页 50 个，8 路并发）每秒请求数，与同样的查询直接经数据库驱动发出相比`,
  run: () => withSite({ port: PORT, county: COUNTY, accounts: ACCOUNTS }, measure),
};

async function measure(site: BenchSite): Promise<readonly Figure[]> {
  const ask = () => site.ask(LIST);
  const total = (JSON.parse(await ask()) as { total: number }).total;
  if (total < ACCOUNTS) throw new Error(`the list shows ${total} of ${ACCOUNTS} accounts`);
  const raw = await site.raw(LIST, /from "accounts"/);
  const rates: { api: number; raw: number }[] = [];
  await perSecond(REQUESTS, ask);
  await perSecond(REQUESTS, raw.run);
  for (let round = 0; round < ROUNDS; round++)
    rates.push({ api: await perSecond(REQUESTS, ask), raw: await perSecond(REQUESTS, raw.run) });
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
