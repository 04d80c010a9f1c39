import { type Kysely, sql } from 'kysely';

/** The registry of accounts, the filings that change it, and what has to be entered in systems outside. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `create table filings (
    jurisdiction_id text not null,
    id uuid not null,
    kind text not null check (kind in ('open', 'change', 'close', 'cancel')),
    account_id uuid,
    host_unit_id uuid not null,
    host_name text not null,
    host_path uuid[] not null,
    state text not null check (state in
      ('draft', 'in-approval', 'returned', 'approved', 'opened', 'registered', 'refused', 'withdrawn')),
    revision int not null check (revision > 0),
    version int not null check (version > 0),
    "values" jsonb not null,
    exceptions jsonb not null,
    name text,
    platform text,
    form jsonb not null,
    chain jsonb not null,
    timing text not null check (timing in ('before-opening', 'after-opening')),
    pack text,
    pack_version text,
    pinned_on date not null,
    checks jsonb not null,
    content_digest text,
    approval_id uuid,
    filing_number text,
    opened_on date,
    created_at timestamptz not null,
    created_by uuid,
    updated_at timestamptz not null,
    submitted_at timestamptz,
    submitted_by uuid,
    submitted_by_name text,
    submitted_post text,
    approved_at timestamptz,
    opened_at timestamptz,
    opened_by text,
    registered_at timestamptz,
    primary key (jurisdiction_id, id)
  )`,
  'create index filings_by_update on filings (jurisdiction_id, updated_at desc, id)',
  'create index filings_by_host on filings (jurisdiction_id, host_unit_id, platform, state)',
  'create index filings_by_account on filings (jurisdiction_id, account_id) where account_id is not null',
  `call juzhen_protect('filings', 'select, insert, update')`,

  `create table accounts (
    jurisdiction_id text not null,
    id uuid not null,
    host_unit_id uuid not null,
    host_name text not null,
    host_path uuid[] not null,
    platform text not null,
    platform_name text not null,
    channel_kind text not null check (channel_kind in ('account', 'app', 'mini-program', 'site')),
    name text not null,
    platform_uid text,
    url text,
    certification text,
    reason text,
    exceptions jsonb not null,
    state text not null check (state in ('approved', 'operating', 'closed', 'cancelled')),
    opened_on date,
    registered_on date,
    filing_id uuid not null,
    filing_number text not null,
    version int not null check (version > 0),
    created_at timestamptz not null,
    primary key (jurisdiction_id, id),
    unique (jurisdiction_id, filing_number),
    foreign key (jurisdiction_id, filing_id) references filings (jurisdiction_id, id)
  )`,
  'create index accounts_by_name on accounts (jurisdiction_id, name, id)',
  'create index accounts_by_opening on accounts (jurisdiction_id, opened_on, id)',
  'create index accounts_by_host on accounts (jurisdiction_id, host_unit_id, platform)',
  // The platform's own number names one account; one that was cancelled has given it up.
  `create unique index accounts_by_uid on accounts (jurisdiction_id, platform, platform_uid)
    where platform_uid is not null and state <> 'cancelled'`,
  `call juzhen_protect('accounts', 'select, insert, update')`,

  `create table external_entries (
    jurisdiction_id text not null,
    id uuid not null,
    filing_id uuid not null,
    key text not null,
    position int not null,
    system text not null,
    anchor text not null check (anchor in ('submission', 'approval', 'opening', 'effect')),
    term jsonb not null,
    duty text not null check (duty in ('host', 'supervisor')),
    owner_unit_id uuid not null,
    owner_name text not null,
    above_unit_id uuid,
    rule text not null,
    basis jsonb not null,
    pack text,
    pack_version text,
    state text not null check (state in ('pending', 'running', 'done', 'cancelled')),
    from_on date,
    entered_on date,
    entered_by text,
    entered_at timestamptz,
    number text,
    note text,
    file_id uuid,
    primary key (jurisdiction_id, id),
    unique (jurisdiction_id, filing_id, key),
    foreign key (jurisdiction_id, filing_id) references filings (jurisdiction_id, id)
  )`,
  `call juzhen_protect('external_entries', 'select, insert, update')`,

  // One row each: held while a number is given out, and while a host submits, so that two at once cannot both pass.
  `create table filing_numbers (
    jurisdiction_id text not null,
    year int not null,
    last int not null,
    primary key (jurisdiction_id, year)
  )`,
  `call juzhen_protect('filing_numbers', 'select, insert, update')`,
  `create table account_hosts (
    jurisdiction_id text not null,
    host_unit_id uuid not null,
    submissions int not null,
    primary key (jurisdiction_id, host_unit_id)
  )`,
  `call juzhen_protect('account_hosts', 'select, insert, update')`,
];
