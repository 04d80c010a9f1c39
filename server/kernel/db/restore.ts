import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { backupWords } from '../../../contracts/operations/words.ts';
import { StartProblem } from '../start-problem.ts';
import { tableDigest } from './backup.ts';
import { type BackupHeader, type BackupTable, backupLines, verifiedHeader } from './backup-format.ts';
import { startEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';
import { poolConfig } from './pool.ts';

const BATCH_CHARACTERS = 1_000_000;

/**
 * Makes a new embedded database in an empty data folder from a backup, in one transaction, and compares every table
 * with what the backup says of it. Leaves no database behind where anything differs. Throws StartProblem.
 */
export async function restoreBackup(file: string, dataFolder: string): Promise<BackupHeader> {
  const header = await verifiedHeader(file);
  const database = join(dataFolder, 'database');
  if (existsSync(database)) throw new StartProblem(backupWords.folderTaken(dataFolder));
  const embedded = await startEmbedded({ folder: dataFolder });
  try {
    await migrateAsThen(embedded.url, header.migrations);
    await load(embedded.url, file, header);
    await migrate(embedded.url);
    for (const [name, key] of [
      ['identity.key', header.identityKey],
      ['statement-key.pem', header.statementKey],
    ] as const)
      if (key !== null) writeFileSync(join(dataFolder, name), key, { mode: 0o600 });
    await embedded.stop();
    return header;
  } catch (error) {
    await embedded.stop();
    rmSync(database, { recursive: true, force: true });
    throw error;
  }
}

async function migrateAsThen(url: string, migrations: string[]): Promise<void> {
  const then = migrations.at(-1) ?? '';
  const applied = await migrate(url, then).catch((cause) => {
    throw new StartProblem(backupWords.newer, cause);
  });
  if (applied.join() !== migrations.join()) throw new StartProblem(backupWords.newer);
}

async function load(url: string, file: string, header: BackupHeader): Promise<void> {
  const client = new pg.Client(poolConfig(url, 'owner', 1));
  await client.connect();
  try {
    await client.query('begin');
    // Rows come table by table, so that references may lead ahead; the state they come from was whole.
    await client.query('set local session_replication_role = replica');
    for (const { name, parent, bound } of header.partitions)
      await client.query(
        `create table if not exists ${pg.escapeIdentifier(name)} partition of ${pg.escapeIdentifier(parent)} ${bound}`,
      );
    for (const { name } of header.tables) await client.query(`truncate ${pg.escapeIdentifier(name)} cascade`);
    await fill(client, file, header.tables);
    for (const { name, rows, digest } of header.tables) {
      const found = await tableDigest(client, name);
      if (found.rows !== rows || found.digest !== digest) throw new StartProblem(backupWords.differs(name));
    }
    await client.query('commit');
  } finally {
    await client.end();
  }
}

/** Deals the lines out to the tables by the counts in the header. */
async function fill(client: pg.Client, file: string, tables: BackupTable[]): Promise<void> {
  const lines = backupLines(file);
  await lines.next();
  for (const table of tables) {
    let batch: string[] = [];
    let characters = 0;
    for (let row = 0; row < table.rows; row++) {
      const { value } = await lines.next();
      if (typeof value !== 'string') throw new StartProblem(backupWords.fileBroken(file));
      batch.push(value);
      characters += value.length;
      if (characters > BATCH_CHARACTERS) {
        await insert(client, table, batch);
        batch = [];
        characters = 0;
      }
    }
    if (batch.length > 0) await insert(client, table, batch);
  }
  await lines.return(undefined);
}

async function insert(client: pg.Client, { name, columns }: BackupTable, rows: string[]): Promise<void> {
  const table = pg.escapeIdentifier(name);
  const list = columns.map((one) => pg.escapeIdentifier(one)).join(', ');
  await client.query(
    `insert into ${table} (${list}) select ${list} from json_populate_recordset(null::${table}, $1::json)`,
    [`[${rows.join(',')}]`],
  );
}
