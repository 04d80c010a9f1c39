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
      (array['wechat', 'weibo', 'douyin', 'kuaishou'])[1 + n % 4], '平台', 'account',
      '政务发布' || n || (array['人社', '教育', '卫健', '交通', '住建'])[1 + n % 5], '29' || lpad(n::text, 8, '0'), 'https://example.cn/' || n,
      '[]', 'operating', date '2020-01-01' + n % 2000, filing.id, '测备〔2026〕' || n || '号', 1, now()
    from generate_series(1, ${count}) n, host, filing`.execute(db);
  await fillBeside(db, jurisdiction);
  for (const table of ['accounts', 'account_terms', 'account_names', 'uid_claims', 'public_accounts'])
    await sql`vacuum analyze ${sql.table(table)}`.execute(db);
}

/** What the application keeps beside an account: its identifier, names and terms, and what the public is told. */
async function fillBeside(db: Kysely<unknown>, jurisdiction: string): Promise<void> {
  const mine = sql`from accounts where jurisdiction_id = ${jurisdiction} and host_name = '测量用单位'`;
  await sql`insert into uid_claims (platform, uid, holder_jurisdiction, filing_id, account_id, account_name, host_name, claimed_at)
    select platform, platform_uid, jurisdiction_id, filing_id, id, name, host_name, created_at ${mine}`.execute(
    db,
  );
  await sql`insert into account_names (jurisdiction_id, id, account_id, platform, kind, value, key, from_on, filing_id)
    select jurisdiction_id, gen_random_uuid(), id, platform, 'name', name, name, opened_on, filing_id ${mine}`.execute(
    db,
  );
  await sql`insert into account_terms (jurisdiction_id, account_id, texts, grams)
    select jurisdiction_id, id, name || chr(10) || host_name, array(
      select distinct substr(t, i, n) from (values (name), (host_name)) as texts (t),
        generate_series(1, 20) i, generate_series(1, 2) n where i + n - 1 <= char_length(t)) ${mine}`.execute(
    db,
  );
  await sql`insert into public_accounts (jurisdiction_id, id, filing_number, name, platform, platform_name, channel_kind,
      platform_uid, url, host_unit_id, host_name, state, opened_on)
    select jurisdiction_id, id, filing_number, name, platform, platform_name, channel_kind, platform_uid, url, host_unit_id,
      host_name, state, opened_on ${mine}`.execute(db);
}
