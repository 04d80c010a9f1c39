import { type Kysely, sql } from 'kysely';

/** Imports of registries that exist already: the sheet as it was uploaded, what was found, what came of each row. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

/** What an import brought may be taken back as long as nobody has changed it; nothing else of the registry is ever deleted. */
const undoable = (table: string, condition: string) => [
  `grant delete on ${table} to juzhen_app`,
  `create policy only_an_untouched_import on ${table} as restrictive for delete using (${condition})`,
];

const STATEMENTS = [
  `alter table filings
    add column origin text not null default 'filed' check (origin in ('filed', 'back-filed', 'import')),
    add column intake_id uuid,
    add constraint filings_of_an_import check ((origin = 'import') = (intake_id is not null))`,
  'alter table accounts add column intake_id uuid',
  // A website that names an account uses it: the account is then not taken back under it.
  `alter table sites add constraint sites_of_account
    foreign key (jurisdiction_id, account_id) references accounts (jurisdiction_id, id)`,
  'create index accounts_by_intake on accounts (jurisdiction_id, intake_id) where intake_id is not null',
  ...undoable('filings', `origin = 'import' and version = 1`),
  ...undoable('accounts', 'intake_id is not null and version = 1'),
  'grant delete on account_names, account_terms to juzhen_app',

  `create table intakes (
    jurisdiction_id text not null,
    id uuid not null,
    file_name text not null,
    file_digest text not null,
    headers jsonb not null,
    header_digest text not null,
    mapping jsonb not null,
    remembered boolean not null,
    state text not null check (state in ('checked', 'running', 'done', 'undone')),
    rows int not null,
    faulty int not null,
    accepted int not null,
    taken int not null,
    created_at timestamptz not null,
    created_by uuid,
    created_by_name text not null,
    created_post text,
    ended_at timestamptz,
    undone_reason text,
    version int not null check (version > 0),
    primary key (jurisdiction_id, id)
  )`,
  'create index intakes_by_time on intakes (jurisdiction_id, created_at desc, id)',
  `call juzhen_protect('intakes', 'select, insert, update')`,

  `create table intake_rows (
    jurisdiction_id text not null,
    intake_id uuid not null,
    row_no int not null,
    cells text[] not null,
    problems jsonb not null,
    state text not null check (state in ('ready', 'faulty', 'taken')),
    account_id uuid,
    primary key (jurisdiction_id, intake_id, row_no),
    foreign key (jurisdiction_id, intake_id) references intakes (jurisdiction_id, id)
  )`,
  `create index intake_rows_to_take on intake_rows (jurisdiction_id, intake_id, row_no) where state = 'ready'`,
  `create index intake_rows_faulty on intake_rows (jurisdiction_id, intake_id, row_no) where state = 'faulty'`,
  `call juzhen_protect('intake_rows', 'select, insert, update')`,

  // How a supervisor's sheet is to be read, by its heading row.
  `create table intake_mappings (
    jurisdiction_id text not null,
    header_digest text not null,
    mapping jsonb not null,
    used_at timestamptz not null,
    primary key (jurisdiction_id, header_digest)
  )`,
  `call juzhen_protect('intake_mappings', 'select, insert, update')`,
];
