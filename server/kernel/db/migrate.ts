import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  Kysely,
  type Migration,
  type MigrationResultSet,
  Migrator,
  PostgresAdapter,
  PostgresDialect,
  sql,
} from 'kysely';
import pg from 'pg';
import { startWords } from '../../../contracts/operations/words.ts';
import { StartProblem } from '../start-problem.ts';
import { poolConfig } from './pool.ts';

const FOLDER = fileURLToPath(new URL('../../../migrations', import.meta.url));
const INSUFFICIENT_PRIVILEGE = '42501';

/**
 * Brings the schema up to date as its owner: all pending migrations in one transaction, and once, however many
 * processes start together. Returns the names applied. `upTo` stops at an older state, for a backup made then.
 * Throws StartProblem.
 */
export async function migrate(url: string, upTo?: string): Promise<string[]> {
  const pool = new pg.Pool(poolConfig(url, 'owner', 2));
  pool.on('error', () => {});
  const db = new Kysely<unknown>({ dialect: new RowLockedDialect({ pool }) });
  try {
    await ensureRole(db);
    await ensureLockRow(db);
    return await db.transaction().execute(async (holder) => {
      await sql`select 1 from migration_lock_row where id = 1 for update`.execute(holder);
      const migrator = new Migrator({
        db,
        provider: { getMigrations: () => readMigrations(FOLDER) },
        migrationTableName: 'schema_migration',
        migrationLockTableName: 'schema_migration_lock',
      });
      return applied(upTo === undefined ? await migrator.migrateToLatest() : await migrator.migrateTo(upTo));
    });
  } finally {
    await db.destroy();
  }
}

/**
 * kysely locks with an advisory lock, which distributed engines lack and poolers lose; ours is a row that the
 * transaction around it holds, so here there is nothing left to do.
 */
class UnlockedAdapter extends PostgresAdapter {
  override async acquireMigrationLock(): Promise<void> {}
  override async releaseMigrationLock(): Promise<void> {}
}

class RowLockedDialect extends PostgresDialect {
  override createAdapter(): PostgresAdapter {
    return new UnlockedAdapter();
  }
}

function applied({ error, results = [] }: MigrationResultSet): string[] {
  if (!error) return results.map((one) => one.migrationName);
  const failed = results.find((one) => one.status === 'Error');
  if (!failed) throw new StartProblem(startWords.migrationsUnknown, error);
  const code = error instanceof pg.DatabaseError ? (error.code ?? '') : '';
  throw new StartProblem(startWords.cannotMigrate(failed.migrationName, code), error);
}

async function readMigrations(folder: string): Promise<Record<string, Migration>> {
  const files = readdirSync(folder).filter((one) => one.endsWith('.ts') && !one.endsWith('.test.ts'));
  const found = files.map(async (file) => {
    const migration: Migration = await import(/* @vite-ignore */ pathToFileURL(join(folder, file)).href);
    return [file.slice(0, -'.ts'.length), migration] as const;
  });
  return Object.fromEntries(await Promise.all(found));
}

/** Roles belong to the whole server: databases side by side share this one, so two of us may make it at once. */
async function ensureRole(db: Kysely<unknown>): Promise<void> {
  for (let tries = 0; ; tries++) {
    const state = await roleState(db);
    if (state.member) return;
    try {
      if (!state.made) await sql`create role juzhen_app nologin`.execute(db);
      await sql`grant juzhen_app to current_user`.execute(db);
    } catch (cause) {
      if (cause instanceof pg.DatabaseError && cause.code === INSUFFICIENT_PRIVILEGE)
        throw new StartProblem(startWords.cannotMakeRole(state.user), cause);
      if (tries === 5) throw cause;
    }
  }
}

/** `member` asks for a grant of its own: a superuser counts as member of everything and needs none. */
async function roleState(db: Kysely<unknown>): Promise<{ made: boolean; member: boolean; user: string }> {
  const { rows } = await sql<{ made: boolean; member: boolean; user: string }>`
    select count(*) > 0 as made,
           coalesce(bool_or(pg_has_role(current_user, oid, 'MEMBER')), false) as member,
           current_user as user
    from pg_roles where rolname = 'juzhen_app'`.execute(db);
  return rows[0] ?? { made: false, member: false, user: '' };
}

async function ensureLockRow(db: Kysely<unknown>): Promise<void> {
  const found = await sql<{
    found: boolean;
  }>`select to_regclass('migration_lock_row') is not null as found`.execute(db);
  if (!found.rows[0]?.found) {
    // Two first starts together may both try; the loser's error means that the table is there.
    await sql`create table if not exists migration_lock_row (id integer primary key)`
      .execute(db)
      .catch(() => {});
  }
  await sql`insert into migration_lock_row (id) values (1) on conflict do nothing`.execute(db);
}
