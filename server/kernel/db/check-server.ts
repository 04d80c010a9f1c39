import { sql } from 'kysely';
import pg from 'pg';
import { startWords } from '../../../contracts/operations/words.ts';
import { StartProblem } from '../start-problem.ts';
import { type OpenPool, poolConfig } from './pool.ts';

const OLDEST_SERVER = 150_000;

type Facts = { version_number: number; version: string; encoding: string };

/**
 * Asks the database at `url`, as its owner, whether it can serve us: reachable, PostgreSQL 15 or newer, UTF8.
 * Throws StartProblem with one line for the person who starts the system.
 */
export async function checkServer(url: string): Promise<void> {
  const facts = await askServer(url);
  if (facts.version_number < OLDEST_SERVER) throw new StartProblem(startWords.serverTooOld(facts.version));
  if (facts.encoding !== 'UTF8') throw new StartProblem(startWords.encodingWrong(facts.encoding));
}

/**
 * Looks at the migrated database through the application's own pool. Throws StartProblem where the session is not
 * the application's role; returns notices, in Chinese, that do not keep the system from running.
 */
export async function checkDatabase({ db }: OpenPool): Promise<string[]> {
  const role = await sql<{ role: string }>`select current_user as role`.execute(db);
  const found = role.rows[0]?.role ?? '';
  if (found !== 'juzhen_app') throw new StartProblem(startWords.roleNotTaken(found));
  const stronger = await strongerLogin(db);
  const notices = stronger === null ? [] : [startWords.loginTooStrong(stronger)];
  // Under LC_CTYPE=C pg_trgm makes no trigrams of Chinese, and plans still claim to use its index.
  const trigrams = await sql<{ works: boolean }>`select show_trgm('政务新媒体') <> '{}' as works`
    .execute(db)
    .catch(() => null);
  return trigrams?.rows[0]?.works ? notices : [...notices, startWords.trigramsMissing];
}

/** Throws StartProblem where no server has made the tables yet. */
export async function requireTables(db: OpenPool['db']): Promise<void> {
  const { rows } = await sql<{ made: boolean }>`
    select to_regclass('audit_entries') is not null as made`.execute(db);
  if (!rows[0]?.made) throw new StartProblem(startWords.notMigratedYet);
}

/** The login behind the session where SET ROLE NONE would give it more than the application's role; null elsewhere. */
async function strongerLogin(db: OpenPool['db']): Promise<string | null> {
  const { rows } = await sql<{ login: string; stronger: boolean }>`
    select session_user as login, rolsuper or exists (
      select 1 from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and pg_has_role(session_user, c.relowner, 'MEMBER')) as stronger
    from pg_roles where rolname = session_user`.execute(db);
  return rows[0]?.stronger ? rows[0].login : null;
}

async function askServer(url: string): Promise<Facts> {
  let client: pg.Client | null = null;
  try {
    client = new pg.Client(poolConfig(url, 'owner', 1));
    await client.connect();
    const { rows } = await client.query<Facts>(
      `select current_setting('server_version_num')::int as version_number,
              current_setting('server_version') as version,
              current_setting('server_encoding') as encoding`,
    );
    return rows[0] ?? { version_number: 0, version: '', encoding: '' };
  } catch (cause) {
    throw unreachable(url, cause);
  } finally {
    await client?.end().catch(() => {});
  }
}

/** The address is shown without its password. */
function unreachable(url: string, cause: unknown): StartProblem {
  const target = URL.canParse(url) ? new URL(url) : null;
  if (!target) return new StartProblem(startWords.urlInvalid, cause);
  const where = `${target.hostname || 'localhost'}:${target.port || '5432'}${target.pathname}`;
  const code = (cause as { code?: string }).code ?? '';
  const line = code.startsWith('28')
    ? startWords.urlRefused(where)
    : code === '3D000'
      ? startWords.urlNoDatabase(where)
      : code === '53300'
        ? startWords.urlFull(where)
        : cause instanceof pg.DatabaseError
          ? startWords.urlOther(where, code)
          : startWords.urlUnreachable(where);
  return new StartProblem(line, cause);
}
