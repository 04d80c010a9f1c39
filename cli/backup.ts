import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { cliBackupWords as words } from '../contracts/operations/cli-words.ts';
import { backupWords } from '../contracts/operations/words.ts';
import { readConfig } from '../server/config.ts';
import { writeBackup } from '../server/kernel/db/backup.ts';
import { borrowEmbedded } from '../server/kernel/db/embedded.ts';
import { restoreBackup } from '../server/kernel/db/restore.ts';
import { CommandRefused, printJson, type Terminal } from './terminal.ts';

type Header = Awaited<ReturnType<typeof restoreBackup>>;

/** `juzhen backup FILE` and `juzhen restore FILE`, for the embedded database. */
export function addBackup(program: Command, terminal: Terminal): void {
  program
    .command('backup')
    .description(words.backup)
    .argument(words.file)
    .option('--json', words.json)
    .action(async (given: string, options: { json?: boolean }) => {
      const file = resolve(given);
      const header = await save(file);
      if (options.json) printJson(terminal, { file, ...summary(header) });
      else terminal.out(words.saved(file, header.tables.length, rowsIn(header)));
    });
  program
    .command('restore')
    .description(words.restore)
    .argument(words.file)
    .option('--json', words.json)
    .action(async (given: string, options: { json?: boolean }) => {
      const folder = embeddedFolder();
      const header = await restoreBackup(resolve(given), folder);
      if (options.json) printJson(terminal, { folder, ...summary(header) });
      else terminal.out(words.restored(folder, header.tables.length, rowsIn(header), header.made));
    });
}

async function save(file: string): Promise<Header> {
  const folder = embeddedFolder();
  if (!existsSync(join(folder, 'database'))) throw new CommandRefused(backupWords.nothing(folder));
  const embedded = await borrowEmbedded({ folder });
  try {
    return await writeBackup(embedded.url, folder, file);
  } finally {
    await embedded.stop();
  }
}

function embeddedFolder(): string {
  const config = readConfig();
  if (config.databaseUrl !== null) throw new CommandRefused(backupWords.ownServer);
  return config.dataFolder;
}

function rowsIn({ tables }: Header): number {
  return tables.reduce((sum, table) => sum + table.rows, 0);
}

function summary(header: Header) {
  return { made: header.made, tables: header.tables.map(({ name, rows }) => ({ name, rows })) };
}
