import { type Kysely, sql } from 'kysely';

/** What each jurisdiction lists for the content check: sources of reprints, public telephones, domains to link to. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `create table check_lists (
    jurisdiction_id text not null,
    id uuid not null,
    kind text not null check (kind in ('source', 'phone', 'domain')),
    name text not null,
    class text check ((kind = 'source') = (class is not null)),
    entries text[] not null,
    basis text not null,
    from_on date,
    to_on date,
    removed boolean not null default false,
    version int not null check (version > 0),
    created_at timestamptz not null,
    created_by_name text not null,
    primary key (jurisdiction_id, id)
  )`,
  'create unique index check_lists_once on check_lists (jurisdiction_id, kind, name) where not removed',
  `call juzhen_protect('check_lists', 'select, insert, update')`,
  // Like the lexicons: what holds above holds below.
  `create policy reach_read on check_lists for select using (
     (select current_setting('juzhen.reach', true)) = '*'
     or jurisdiction_id = any((select string_to_array(current_setting('juzhen.reach', true), ','))::text[]))`,
];
