import { type Kysely, sql } from 'kysely';

/** Back-filing of accounts that were open before a regulation; papers that a park submits for all below it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  'alter table filings add column backfile jsonb',
  `alter table filings add constraint filings_back_filed check ((origin = 'back-filed') = (backfile is not null))`,

  // What a park handed on in one go: each filing keeps its own record, the list says that they went together.
  `create table relays (
    jurisdiction_id text not null,
    id uuid not null,
    unit_id uuid not null,
    unit_name text not null,
    number int not null,
    note text,
    relayed_at timestamptz not null,
    relayed_by uuid,
    relayed_by_name text not null,
    relayed_post text not null,
    filings int not null check (filings > 0),
    primary key (jurisdiction_id, id),
    unique (jurisdiction_id, unit_id, number)
  )`,
  `call juzhen_protect('relays', 'select, insert')`,
  `create table relay_items (
    jurisdiction_id text not null,
    relay_id uuid not null,
    position int not null,
    filing_id uuid not null,
    title text not null,
    host_name text not null,
    digest text not null,
    primary key (jurisdiction_id, relay_id, position),
    foreign key (jurisdiction_id, relay_id) references relays (jurisdiction_id, id),
    foreign key (jurisdiction_id, filing_id) references filings (jurisdiction_id, id)
  )`,
  `call juzhen_protect('relay_items', 'select, insert')`,
];
