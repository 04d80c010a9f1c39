import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  closeSync,
  createWriteStream,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { backupWords } from '../../../contracts/operations/words.ts';
import { StartProblem } from '../start-problem.ts';
import type { BackupHeader, BackupTable } from './backup-format.ts';
import { poolConfig } from './pool.ts';

const ROWS_AT_ONCE = 200;
/**
 * The queue is not kept: deadlines are swept anew after a restore; an e-mail that was waiting to go out is not sent,
 * its notice stands in the workbench.
 */
const TABLES = `
  select c.relname as name,
         array(select a.attname::text from pg_attribute a
               where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
               order by a.attnum) as columns
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    and c.relname not in ('schema_migration', 'schema_migration_lock', 'migration_lock_row')
  order by c.relname`;
const PARTITIONS = `
  select c.relname as name, p.relname as parent, pg_get_expr(c.relpartbound, c.oid) as bound
  from pg_class c join pg_inherits i on i.inhrelid = c.oid join pg_class p on p.oid = i.inhparent
  where c.relnamespace = 'public'::regnamespace and c.relispartition and c.relkind = 'r' order by c.relname`;

/**
 * Writes one consistent state of the database at `url`, and the keys of its data folder, into a new file that only its
 * owner may read. Runs beside a working server. Throws StartProblem where the file is there already.
 */
export async function writeBackup(url: string, dataFolder: string, file: string): Promise<BackupHeader> {
  if (existsSync(file)) throw new StartProblem(backupWords.fileExists(file));
  const client = new pg.Client(poolConfig(url, 'owner', 1));
  await client.connect();
  const draft = `${file}.${process.pid}`;
  try {
    await client.query('begin isolation level repeatable read read only');
    const header = await describe(client, dataFolder);
    await writeLines(draft, allLines(client, header));
    renameSync(draft, file);
    return header;
  } finally {
    rmSync(draft, { force: true });
    await client.end();
  }
}

/** Counts a table's rows and sums their digests; the same rows give the same answer in any order. */
export async function tableDigest(
  client: pg.Client,
  name: string,
): Promise<{ rows: number; digest: string }> {
  const { rows } = await client.query<{ rows: number; digest: string }>(
    `select count(*) as rows,
            coalesce(sum(('x' || left(md5(t::text), 15))::bit(60)::bigint), 0)::text as digest
     from ${pg.escapeIdentifier(name)} t`,
  );
  return rows[0] ?? { rows: 0, digest: '' };
}

async function describe(client: pg.Client, dataFolder: string): Promise<BackupHeader> {
  const migrations = await client.query<{ name: string }>('select name from schema_migration order by name');
  const partitions = await client.query<BackupHeader['partitions'][number]>(PARTITIONS);
  const listed = await client.query<Pick<BackupTable, 'name' | 'columns'>>(TABLES);
  const tables: BackupTable[] = [];
  for (const { name, columns } of listed.rows)
    tables.push({ name, columns, ...(await tableDigest(client, name)) });
  return {
    format: 'juzhen-backup-1',
    made: new Date().toISOString(),
    migrations: migrations.rows.map((one) => one.name),
    partitions: partitions.rows,
    tables,
    identityKey: keyIn(dataFolder, 'identity.key'),
    statementKey: keyIn(dataFolder, 'statement-key.pem'),
  };
}

function keyIn(dataFolder: string, name: string): string | null {
  const path = join(dataFolder, name);
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

async function* allLines(client: pg.Client, header: BackupHeader): AsyncGenerator<string> {
  yield JSON.stringify(header);
  for (const { name, columns } of header.tables) {
    const list = columns.map((one) => pg.escapeIdentifier(one)).join(', ');
    await client.query(
      `declare rows no scroll cursor for
         select row_to_json(t)::text as row from (select ${list} from ${pg.escapeIdentifier(name)}) t`,
    );
    // Attachments come to 40 MB a row as text.
    const atOnce = name === 'files' ? 1 : ROWS_AT_ONCE;
    for (;;) {
      const { rows } = await client.query<{ row: string }>(`fetch ${atOnce} from rows`);
      for (const { row } of rows) yield row;
      if (rows.length < atOnce) break;
    }
    await client.query('close rows');
  }
}

async function writeLines(file: string, lines: AsyncGenerator<string>): Promise<void> {
  const sum = createHash('sha256');
  const packed = createGzip();
  const out = packed.pipe(createWriteStream(file, { mode: 0o600, flags: 'wx' }));
  const put = async (line: string) => {
    if (!packed.write(`${line}\n`)) await once(packed, 'drain');
  };
  for await (const line of lines) {
    sum.update(line).update('\n');
    await put(line);
  }
  await put(JSON.stringify({ sha256: sum.digest('hex') }));
  packed.end();
  await finished(out);
  const open = openSync(file, 'r');
  fsyncSync(open);
  closeSync(open);
}
