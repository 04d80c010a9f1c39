import { sql } from 'kysely';
import { startWords } from '../contracts/operations/words.ts';
import { readConfig } from '../server/config.ts';
import type { Db } from '../server/kernel/db/database.ts';
import { borrowEmbedded } from '../server/kernel/db/embedded.ts';
import { openPool } from '../server/kernel/db/pool.ts';
import { StartProblem } from '../server/kernel/start-problem.ts';

/**
 * Runs work on the installation's database: the running server's, or one started for the length of the command.
 * The connection is the owner's, which sees every jurisdiction. Throws StartProblem.
 */
export async function withDatabase<T>(work: (db: Db) => Promise<T>): Promise<T> {
  const config = readConfig();
  const embedded = config.databaseUrl === null ? await borrowEmbedded({ folder: config.dataFolder }) : null;
  const pool = openPool({ url: config.databaseUrl ?? embedded?.url ?? '', as: 'owner', max: 2 });
  try {
    const { rows } = await sql<{
      made: boolean;
    }>`select to_regclass('audit_entries') is not null as made`.execute(pool.db);
    if (!rows[0]?.made) throw new StartProblem(startWords.notMigratedYet);
    return await work(pool.db);
  } finally {
    await pool.close();
    await embedded?.stop();
  }
}
