import { type Kysely, sql } from 'kysely';

/** Fills the registry of one jurisdiction with accounts of made-up names, all under one filing, and gathers statistics. */
export async function fillAccounts(db: Kysely<unknown>, jurisdiction: string, count: number): Promise<void> {
  await sql`
    with host as (
      select id, path from units where jurisdiction_id = ${jurisdiction} order by id limit 1
    ), filing as (
      insert into filings (jurisdiction_id, id, kind, host_unit_id, host_name, host_path, state, revision, version, "values",
        exceptions, form, chain, timing, pinned_on, checks, created_at, updated_at)
      select ${jurisdiction}, gen_random_uuid(), 'open', id, '测量用单位', path, 'registered', 1, 1, '{}', '{}', '{}', '{}',
        'before-opening', '2026-01-01', '[]', now(), now()
      from host returning id
    )
    insert into accounts (jurisdiction_id, id, host_unit_id, host_name, host_path, platform, platform_name, channel_kind, name,
      platform_uid, url, exceptions, state, opened_on, filing_id, filing_number, version, created_at)
    select ${jurisdiction}, gen_random_uuid(), host.id, '测量用单位', host.path,
      (array['wechat-official', 'weibo', 'douyin', 'kuaishou'])[1 + n % 4], '平台', 'account',
      '政务发布' || n || (array['人社', '教育', '卫健', '交通', '住建'])[1 + n % 5], 'uid-' || n, 'https://example.cn/' || n,
      '[]', 'operating', date '2020-01-01' + n % 2000, filing.id, '测备〔2026〕' || n || '号', 1, now()
    from generate_series(1, ${count}) n, host, filing`.execute(db);
  await sql`analyze accounts`.execute(db);
}
