import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { up } from '../../../migrations/2026-11-22T08-identities.ts';
import { createTestDatabase, type TestDatabase } from '../../kernel/db/testing.ts';

let database: TestDatabase;
const HOST = '0190a000-0000-7000-8000-000000000001';
const FILING = '0190a000-0000-7000-8000-000000000002';

/** A registry as it stood before identities were kept: three accounts, two of which name one identifier. */
beforeAll(async () => {
  database = await createTestDatabase();
  for (const table of ['drifts', 'sightings', 'account_terms', 'account_names', 'uid_claims'])
    await sql`drop table ${sql.table(table)} cascade`.execute(database.owner);
  await sql`drop function juzhen_holds(text, text)`.execute(database.owner);
  await sql`insert into filings (jurisdiction_id, id, kind, host_unit_id, host_name, host_path, state, revision, version, "values",
      exceptions, platform, form, chain, timing, pinned_on, checks, created_at, updated_at)
    values ('220621', ${FILING}, 'open', ${HOST}, '抚松县卫生健康局', array[${HOST}]::uuid[], 'in-approval', 1, 1,
      '{"account.uid": "gh_00000000a001"}', '{}', 'wechat', '{}', '{}', 'after-opening', '2026-01-01', '[]', now(), now())`.execute(
    database.owner,
  );
  await sql`insert into accounts (jurisdiction_id, id, host_unit_id, host_name, host_path, platform, platform_name, channel_kind,
      name, platform_uid, url, exceptions, state, opened_on, filing_id, filing_number, version, created_at)
    select j, gen_random_uuid(), ${HOST}, '抚松县卫生健康局', array[${HOST}]::uuid[], 'weibo', '微博', 'account', name, uid, url, '[]',
      state, opened::date, ${FILING}, number, 1, at::timestamptz
    from (values ('220621', '抚松 卫健', '2803301701', 'https://www.weibo.com/fusong/', 'operating', '2026-03-01', 'a', '2026-03-02T20:00:00Z'),
                 ('220621', '健康抚松', '2803301702', null, 'cancelled', null, 'b', '2026-03-02T20:00:00Z')) as t
      (j, name, uid, url, state, opened, number, at)`.execute(database.owner);
  await up(database.owner);
});
afterAll(() => database.drop());

test('accounts that are there already have their claims, names and terms', async () => {
  const claims =
    await sql`select platform, uid, account_id is not null as held from uid_claims order by uid`.execute(
      database.owner,
    );
  expect(claims.rows).toEqual([
    { platform: 'weibo', uid: '2803301701', held: true },
    { platform: 'wechat', uid: 'gh_00000000a001', held: false },
  ]);
  const names = await sql`select kind, value, key, from_on, to_on from account_names order by value`.execute(
    database.owner,
  );
  expect(names.rows).toEqual(
    expect.arrayContaining([
      { kind: 'name', value: '抚松 卫健', key: '抚松卫健', from_on: '2026-03-01', to_on: null },
      // Filed at four in the morning of the third by the legal zone.
      { kind: 'name', value: '健康抚松', key: '健康抚松', from_on: '2026-03-03', to_on: null },
      {
        kind: 'url',
        value: 'https://www.weibo.com/fusong/',
        key: 'weibo.com/fusong',
        from_on: '2026-03-01',
        to_on: null,
      },
    ]),
  );
  expect(names.rows).toHaveLength(3);
  const found = async (gram: string) =>
    (await sql`select 1 from account_terms where grams @> ${[gram]}::text[]`.execute(database.owner)).rows
      .length;
  expect([await found('松卫'), await found('健'), await found('生健'), await found('教')]).toEqual([
    1, 2, 2, 0,
  ]);
});
