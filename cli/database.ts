import { readConfig } from '../server/config.ts';
import { requireTables } from '../server/kernel/db/check-server.ts';
import type { Db } from '../server/kernel/db/database.ts';
import { borrowEmbedded } from '../server/kernel/db/embedded.ts';
import { openPool } from '../server/kernel/db/pool.ts';

/**
 * Runs work on the installation's database: the running server's, or one started for the length of the command.
 * The connection is the owner's, which sees every jurisdiction. Throws StartProblem.
 */
export async function withDatabase<T>(work: (db: Db) => Promise<T>): Promise<T> {
  const config = readConfig();
  const embedded = config.databaseUrl === null ? await borrowEmbedded({ folder: config.dataFolder }) : null;
  const pool = openPool({ url: config.databaseUrl ?? embedded?.url ?? '', as: 'owner', max: 2 });
  try {
    await requireTables(pool.db);
    return await work(pool.db);
  } finally {
    await pool.close();
    await embedded?.stop();
  }
}
