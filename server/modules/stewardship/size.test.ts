import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countSupervisedGaps, listLedgerDuties } from './list-duties.ts';
import { listGaps } from './list-gaps.ts';
import { createLedgerWorld, type LedgerWorld } from './testing.ts';

/** By hand with 10,000: half a second on two idle cores, of 72,000 records. */
const ACCOUNTS = 1_500;
const HOSTS = 600;
/** A plan that goes through all records for each account took eight seconds at this size, the right one 0.1. */
const MOST_MS = 4_000;

let world: LedgerWorld;
beforeAll(async () => {
  world = await createLedgerWorld();
  await world.kernel.setNow('2021-03-01');
  const { owner } = world.kernel.database;
  const like = world.at.unit('lz-jf');
  await sql`insert into units (jurisdiction_id, id, name, kind, tier, path, created_at)
    select u.jurisdiction_id, n.id, '单位' || n.i, u.kind, u.tier, array[n.id], now()
    from units u, (select gen_random_uuid() as id, i from generate_series(1, ${HOSTS}::int) i) n
    where u.id = ${like}`.execute(owner);
  await sql`insert into accounts (jurisdiction_id, id, host_unit_id, host_name, host_path, platform, platform_name,
      channel_kind, name, exceptions, state, opened_on, filing_id, filing_number, version, created_at)
    select a.jurisdiction_id, gen_random_uuid(), h.id, h.name, h.path, a.platform, a.platform_name, a.channel_kind,
      '账号' || h.n, '[]', 'operating', a.opened_on, a.filing_id, gen_random_uuid()::text, 1, now()
    from accounts a, (select u.*, n from generate_series(1, ${ACCOUNTS}::int) n
      join (select *, row_number() over () as i from units where name like '单位%') u on u.i = 1 + n % ${HOSTS}) h
    where a.id = ${world.accountOf('lz-jf').id}`.execute(owner);
  // Of a hundred accounts one lacks its responsible person; a hundred licences run out.
  await sql`insert into stewardship_records (jurisdiction_id, id, account_id, unit_id, kind, key, appointment_id,
      title, content, flaws, from_day, valid_to, created_at, created_by)
    select a.jurisdiction_id, gen_random_uuid(), a.id, a.host_unit_id, k.kind, k.key,
      case when k.kind = 'person' then ${await world.post('lz-jf分管')}::uuid end, k.kind, '{}', '{}',
      date '2021-01-01', case when k.kind = 'licence' then date '2025-01-01' end, now(), '某人'
    from (select *, row_number() over (order by id) as n from accounts where name like '账号%') a,
      (values ('person', 'responsible'), ('funding', 'funding'), ('tasks', 'tasks'), ('activity', 'news'),
        ('licence', 'news'), ('service', 'service')) k (kind, key)
    where not (k.kind = 'person' and a.n % 100 = 0)`.execute(owner);
  await sql`update stewardship_records set valid_to = date '2021-03-15' where id in (
      select id from stewardship_records where kind = 'licence' order by id limit 100)`.execute(owner);
  await sql`insert into stewardship_records (jurisdiction_id, id, unit_id, kind, key, title, content, flaws, from_day,
      created_at, created_by)
    select u.jurisdiction_id, gen_random_uuid(), u.id, 'paper', k.key, k.key, '{}', '{}', date '2021-01-01', now(), '某人'
    from units u, (values ('security-rules'), ('confidentiality-review'), ('emergency-plan')) k (key)
    where u.name like '单位%'`.execute(owner);
  await sql`analyze`.execute(owner);
}, 120_000);
afterAll(() => world.kernel.drop());

test('all accounts of an area are one statement: what they lack, the counts, and what one host lacks', async () => {
  const office = await world.actor('lz-bg备案员');
  const clerk = await world.actor('lz-jf信息员');
  const { runner } = world.kernel;
  const start = performance.now();
  const page = await runner.query(office, (ctx) =>
    listGaps(ctx, { page: 1, size: 5, state: 'missing', kind: 'person' }),
  );
  expect(performance.now() - start).toBeLessThan(MOST_MS);
  // The two accounts of the world lack theirs too.
  expect(page).toMatchObject({ total: ACCOUNTS / 100 + 2, items: { length: 5 } });
  expect(page.counts).toContainEqual({
    kind: 'licence',
    kindName: '资质许可',
    state: 'expiring',
    n: 100,
    accounts: 100,
  });
  // Two planted accounts lack person, funding, tasks; their two units three papers each.
  expect(await runner.query(office, countSupervisedGaps)).toEqual({
    gaps: ACCOUNTS / 100 + 2 * (3 + 3),
    places: ACCOUNTS / 100 + 4,
  });
  expect(await runner.query(clerk, listLedgerDuties)).toHaveLength(2);
});
