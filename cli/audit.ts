import type { Command } from 'commander';
import { faultWords } from '../contracts/audit/words.ts';
import { cliAuditWords as words } from '../contracts/operations/cli-words.ts';
import { compareWithHeads, verifyAudit } from '../server/kernel/audit/verify.ts';
import { withDatabase } from './database.ts';
import { readHeadsFile } from './heads-file.ts';
import { CommandRefused, printJson, type Terminal } from './terminal.ts';
import { addVerifyDossier } from './verify-dossier.ts';

type Options = { json?: boolean; heads?: string };

/** `juzhen audit verify`: walks every chain, compares with heads written down earlier, names what is broken. */
export function addAudit(program: Command, terminal: Terminal): void {
  const audit = program.command('audit').description(words.audit);
  audit
    .command('verify')
    .description(words.verify)
    .option(`--heads ${words.headsFile}`, words.heads)
    .option('--json', words.json)
    .action((options: Options) => verify(options, terminal));
  addVerifyDossier(audit, terminal);
}

async function verify(options: Options, terminal: Terminal): Promise<void> {
  const written = options.heads === undefined ? [] : await readHeadsFile(options.heads);
  const { report, since } = await withDatabase((db) =>
    db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (tx) => ({
        report: await verifyAudit(tx),
        since: await compareWithHeads(tx, written),
      })),
  );
  const broken = [...report.broken, ...since];
  const whole = broken.length === 0;
  if (options.json) printJson(terminal, { whole, ...report, broken });
  else {
    for (const b of broken) terminal.out(words.broken(b.jurisdiction, b.seq, faultWords[b.fault]));
    if (whole) terminal.out(words.whole(report.chains, report.entries));
    if (whole && options.heads !== undefined) terminal.out(words.compared(written.length));
  }
  if (!whole) throw new CommandRefused('');
}
