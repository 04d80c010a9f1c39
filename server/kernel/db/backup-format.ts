import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import { backupWords } from '../../../contracts/operations/words.ts';
import { StartProblem } from '../start-problem.ts';

/** A table in a backup; `digest` sums its rows in an order of no matter. */
const tableFacts = z.strictObject({
  name: z.string(),
  columns: z.array(z.string()).min(1),
  rows: z.int().min(0),
  digest: z.string(),
});

/**
 * The first line of a backup. After it each table's rows in the header's order, one JSON object a line; the last line
 * is `{"sha256": …}` over all lines before it. The whole is gzipped.
 */
const header = z.strictObject({
  format: z.literal('juzhen-backup-1'),
  made: z.string(),
  migrations: z.array(z.string()).min(1),
  partitions: z.array(z.strictObject({ name: z.string(), parent: z.string(), bound: z.string() })),
  tables: z.array(tableFacts),
  identityKey: z.string().nullable(),
  // Not in backups of before the public's pages.
  statementKey: z.string().nullable().default(null),
});
const footer = z.strictObject({ sha256: z.string() });

export type BackupTable = z.output<typeof tableFacts>;
export type BackupHeader = z.output<typeof header>;

/** Reads the lines of a backup file, unzipped. Throws StartProblem where the file cannot be read to its end. */
export async function* backupLines(file: string): AsyncGenerator<string> {
  const packed = createReadStream(file);
  const lines = packed.pipe(createGunzip());
  packed.once('error', (error) => lines.destroy(error));
  try {
    yield* createInterface({ input: lines, crlfDelay: Number.POSITIVE_INFINITY });
    if (!lines.readableEnded) throw new Error('cut off');
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    throw new StartProblem(missing ? backupWords.fileMissing(file) : backupWords.fileBroken(file), cause);
  }
}

/** Reads a whole backup for its checksum before anything is done with it, and returns its first line. */
export async function verifiedHeader(file: string): Promise<BackupHeader> {
  const sum = createHash('sha256');
  let first: string | null = null;
  let last: string | null = null;
  for await (const line of backupLines(file)) {
    if (last !== null) sum.update(last).update('\n');
    first ??= line;
    last = line;
  }
  const end = footer.safeParse(parsed(last));
  const start = header.safeParse(parsed(first));
  if (!end.success || !start.success || end.data.sha256 !== sum.digest('hex'))
    throw new StartProblem(backupWords.fileBroken(file));
  return start.data;
}

function parsed(line: string | null): unknown {
  try {
    return JSON.parse(line ?? '');
  } catch {
    return null;
  }
}
