import { type Kysely, sql } from 'kysely';

/**
 * What the public may know of every account, beside the registry: written with the account, within the writer's scope;
 * read by everybody. A visitor's connection sees these columns and nothing else of the registry.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const PUBLIC_STATES = `('operating', 'closed', 'cancelled')`;

const STATEMENTS = [
  `create table public_accounts (
    jurisdiction_id text not null,
    id uuid not null,
    filing_number text not null,
    name text not null,
    platform text not null,
    platform_name text not null,
    channel_kind text not null,
    platform_uid text,
    url text,
    host_unit_id uuid not null,
    host_name text not null,
    state text not null check (state in ${PUBLIC_STATES}),
    opened_on date,
    ended_on date,
    primary key (jurisdiction_id, id)
  )`,
  'create index public_accounts_by_number on public_accounts (filing_number)',
  'create index public_accounts_by_name on public_accounts (name, jurisdiction_id, id)',
  'create index public_accounts_by_uid on public_accounts (platform, platform_uid) where platform_uid is not null',
  'create index public_accounts_by_unit on public_accounts (host_unit_id)',
  `call juzhen_protect('public_accounts', 'select, insert, update, delete')`,
  'create policy anybody_reads on public_accounts for select using (true)',
  `insert into public_accounts
     select jurisdiction_id, id, filing_number, name, platform, platform_name, channel_kind, platform_uid, url,
            host_unit_id, host_name, state, opened_on, null
       from accounts where state in ${PUBLIC_STATES}`,
];
