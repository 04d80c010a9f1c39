import { type Kysely, sql } from 'kysely';

/** Claims on identifiers are read by everybody and written within the scope of the jurisdiction that holds them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  'alter table uid_claims enable row level security',
  'alter table uid_claims force row level security',
  'create policy anybody_reads on uid_claims for select using (true)',
  // As juzhen_protect says it of tables with a jurisdiction of their own; the settings are read once per statement.
  `create policy holder_scope on uid_claims using (
     holder_jurisdiction = any ((select string_to_array(current_setting('juzhen.scope', true), ','))::text[])
     or (select current_setting('juzhen.scope', true)) = '*')`,
];
