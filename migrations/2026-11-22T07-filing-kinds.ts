import { type Kysely, sql } from 'kysely';

/** Filings that change, close and cancel an account: what stood before, what was pinned, when it took effect; public notices. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  'alter table filings drop constraint filings_state_check',
  `alter table filings add constraint filings_state_check check (state in
    ('draft', 'in-approval', 'returned', 'approved', 'opened', 'effected', 'registered', 'refused', 'withdrawn'))`,
  'alter table filings drop constraint filings_timing_check',
  `alter table filings add constraint filings_timing_check check (timing in
    ('before-opening', 'after-opening', 'before-effect', 'after-effect'))`,
  `alter table filings
    add column standing jsonb,
    add column pins jsonb not null default '{}',
    add column new_host_unit_id uuid,
    add column new_host_name text,
    add column effect_on date,
    add column effected_at timestamptz,
    add column effected_by text,
    add column evidence jsonb`,
  `alter table filings add constraint filings_about_account
    check (kind = 'open' or (account_id is not null and standing is not null))`,
  // One filing under way for an account: of two begun at once the second is told.
  `create unique index filings_one_under_way on filings (jurisdiction_id, account_id)
    where account_id is not null and kind <> 'open' and state in ('draft', 'in-approval', 'returned', 'approved')`,
  `create index filings_by_new_host on filings (jurisdiction_id, new_host_unit_id)
    where new_host_unit_id is not null`,

  `alter table accounts
    add column details jsonb not null default '[]',
    add column closed_on date,
    add column cancelled_on date`,

  `create table public_notices (
    jurisdiction_id text not null,
    id uuid not null,
    filing_id uuid not null,
    account_id uuid not null,
    kind text not null check (kind in ('change', 'host-change', 'close', 'cancel', 'merge')),
    account_name text not null,
    platform_name text not null,
    host_name text not null,
    title text not null,
    body text not null,
    published_on date not null,
    term jsonb,
    last_on date,
    earliest_effect_on date,
    provisional boolean not null,
    derivation jsonb not null,
    basis jsonb not null,
    rule text not null,
    pack text,
    pack_version text,
    state text not null check (state in ('standing', 'withdrawn', 'done')),
    ended_on date,
    created_at timestamptz not null,
    primary key (jurisdiction_id, id),
    check ((term is null) = (last_on is null) and (term is null) = (earliest_effect_on is null)),
    foreign key (jurisdiction_id, filing_id) references filings (jurisdiction_id, id),
    foreign key (jurisdiction_id, account_id) references accounts (jurisdiction_id, id)
  )`,
  'create index public_notices_by_account on public_notices (jurisdiction_id, account_id, published_on)',
  'create index public_notices_by_filing on public_notices (jurisdiction_id, filing_id)',
  'create index public_notices_by_day on public_notices (published_on desc, id)',
  `call juzhen_protect('public_notices', 'select, insert, update')`,
  // A notice is there to be read by everybody; it names units and accounts, never people.
  'create policy anybody_reads on public_notices for select using (true)',
];
