import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../../kernel/db/uuid.ts';
import { knownAreas } from './know-area.ts';
import { type CheckingWorld, createCheckingWorld } from './testing.ts';

let world: CheckingWorld;
beforeAll(async () => {
  world = await createCheckingWorld();
});
afterAll(() => world.kernel.drop());

const COUNTY = '220621';
const run = (query: ReturnType<typeof sql>) => query.execute(world.kernel.database.owner);
const phone = (name: string, number: string) =>
  run(sql`update people set phone = ${number} where name = ${name}`);

test('LZ-17b landlines of people and contacts are the office’s, mobile numbers never; kept for a minute', async () => {
  await phone('小编', '0439-6211234');
  await phone('局长', '13812345678');
  await phone('邻居', '（0439）6215678转8012');
  await phone('外人', '023-48612345');
  await run(sql`insert into contacts (jurisdiction_id, id, unit_id, partner, organisation, person_name, phone, created_at)
    values (${COUNTY}, ${newId()}, ${world.at.unit('bureau')}, 'publicity', '县委宣传部', '张科长', '6219999', now())`);
  const site = newId();
  await run(sql`insert into sites (jurisdiction_id, id, name, host_unit_id, host_name, version, created_at)
    values (${COUNTY}, ${site}, '抚松县人民政府网', ${world.at.unit('office')}, '抚松县政务服务和数字化建设管理局', 1, now())`);
  await run(sql`insert into site_domains (jurisdiction_id, domain, site_id, position)
    values (${COUNTY}, 'fusong.gov.cn', ${site}, 0)`);
  const areaOf = knownAreas();
  const known = () => world.ask('小编', (ctx) => areaOf(ctx, COUNTY));
  const first = await known();
  expect(first).toMatchObject({
    phones: ['04396211234', '04396215678', '6219999'],
    siteDomains: ['fusong.gov.cn'],
    accountHosts: [],
  });
  expect(first.unitNames).toContain('抚松县卫生健康局');
  await phone('局长', '0439-6210000');
  expect(await known()).toBe(first);
  await world.kernel.setNow('2026-11-24');
  expect((await known()).phones).toContain('04396210000');
});
