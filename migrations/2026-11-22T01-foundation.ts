import { type Kysely, sql } from 'kysely';

/**
 * The ground of every later migration: what the application's role may touch is listed table by table, through
 * two procedures that only the owner may call.
 *
 * `juzhen_grant(table, rights)`: a table without jurisdiction (jobs, packs, sessions): rights only.
 * `juzhen_protect(table, rights)`: a table with `jurisdiction_id`: rights, and row-level security that also binds
 * the owner: a session sees the jurisdictions in `juzhen.scope` (codes, comma between), all of them with `*`,
 * and nothing where it is unset or empty.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    do $$ begin
      create extension if not exists pg_trgm;
    exception when others then
      raise notice 'pg_trgm is not to be had here: search uses the index of character pairs';
    end $$`.execute(db);

  await sql`
    create procedure juzhen_grant(target regclass, rights text) language plpgsql as $$
    begin
      execute format('grant %s on %s to juzhen_app', rights, target);
    end $$`.execute(db);

  // The settings are read in sub-selects: once per statement and not once per row.
  await sql`
    create procedure juzhen_protect(target regclass, rights text) language plpgsql as $$
    begin
      execute format('grant %s on %s to juzhen_app', rights, target);
      execute format('alter table %s enable row level security', target);
      execute format('alter table %s force row level security', target);
      execute format(
        'create policy jurisdiction_scope on %s using (
           jurisdiction_id = any ((select string_to_array(current_setting(''juzhen.scope'', true), '',''))::text[])
           or (select current_setting(''juzhen.scope'', true)) = ''*'')',
        target);
    end $$`.execute(db);

  await sql`revoke all on procedure juzhen_grant(regclass, text) from public`.execute(db);
  await sql`revoke all on procedure juzhen_protect(regclass, text) from public`.execute(db);
  await sql`grant usage on schema public to juzhen_app`.execute(db);
}
