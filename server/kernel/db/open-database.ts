import { checkDatabase, checkServer } from './check-server.ts';
import { borrowEmbedded, startEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';
import { type OpenPool, openPool } from './pool.ts';

/** The database, ready for use: migrated, checked, opened as the application's role. */
export type OpenDatabase = {
  app: OpenPool;
  /** For pools of other libraries, together with `poolConfig`. */
  url: string;
  /** Chinese remarks for the person who starts the system; nothing keeps it from running. */
  notices: string[];
  /** Settles if the embedded database ends by itself; the server has to end then too. */
  lost: Promise<void>;
  /** Closes the pool, then stops the database where it is ours. Last in the order of stopping. */
  close(): Promise<void>;
};

type Settings = { databaseUrl: string | null; dataFolder: string; poolSize: number };

/**
 * Opens the configured database. `use` is `serve` for the server, which owns the data folder, and `command` for a
 * command line beside it, which shares a running database. Throws StartProblem.
 */
export async function openDatabase(
  { databaseUrl, dataFolder, poolSize }: Settings,
  use: 'serve' | 'command',
  onError?: (error: Error) => void,
): Promise<OpenDatabase> {
  const start = use === 'serve' ? startEmbedded : borrowEmbedded;
  const embedded = databaseUrl === null ? await start({ folder: dataFolder }) : null;
  const url = databaseUrl ?? embedded?.url ?? '';
  try {
    await checkServer(url);
    await migrate(url);
    const app = openPool({ url, as: 'app', max: poolSize, ...(onError && { onError }) });
    const notices = await checkDatabase(app).catch(async (error: unknown) => {
      await app.close();
      throw error;
    });
    const close = async () => {
      await app.close();
      await embedded?.stop();
    };
    return { app, url, notices, lost: embedded?.lost ?? new Promise(() => {}), close };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}
