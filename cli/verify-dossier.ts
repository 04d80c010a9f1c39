import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { cliDossierWords as words } from '../contracts/operations/cli-words.ts';
import { readHeadsFile } from './heads-file.ts';
import { CommandRefused, printJson, type Terminal } from './terminal.ts';

type Options = { json?: boolean; heads?: string };

/** `juzhen audit verify-dossier FILE.zip`: checks an exported dossier by itself, without any database. */
export function addVerifyDossier(audit: Command, terminal: Terminal): void {
  audit
    .command('verify-dossier')
    .argument(words.file, words.fileHint)
    .description(words.verify)
    .option(`--heads ${words.file}`, words.heads)
    .option('--json', words.json)
    .action((file: string, options: Options) => verify(file, options, terminal));
}

async function verify(file: string, options: Options, terminal: Terminal): Promise<void> {
  const bytes = await readFile(file).catch(() => {
    throw new CommandRefused(words.unread(file));
  });
  const written = options.heads === undefined ? [] : await readHeadsFile(options.heads);
  // Loaded when needed: the other commands start without the printer and its fonts.
  const { verifyDossier } = await import('../server/modules/dossiers/index.ts');
  const verdict = await verifyDossier(bytes, written);
  const whole = verdict.faults.length === 0;
  if (options.json) printJson(terminal, { whole, ...verdict });
  else {
    for (const fault of verdict.faults) terminal.out(words.fault(fault));
    if (whole)
      terminal.out(words.whole(verdict.manifest?.account.name ?? '', verdict.files, verdict.entries));
    if (whole && options.heads !== undefined)
      terminal.out(verdict.compared ? words.compared : words.notCompared);
  }
  if (!whole) throw new CommandRefused('');
}
