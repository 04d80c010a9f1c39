import type { Command } from 'commander';
import { faultWords } from '../contracts/audit/words.ts';
import { cliAuditWords as words } from '../contracts/operations/cli-words.ts';
import { verifyAudit } from '../server/kernel/audit/verify.ts';
import { withDatabase } from './database.ts';
import { CommandRefused, printJson, type Terminal } from './terminal.ts';

/** `juzhen audit verify`: walks every chain and names the first broken entry of each. */
export function addAudit(program: Command, terminal: Terminal): void {
  const audit = program.command('audit').description(words.audit);
  audit
    .command('verify')
    .description(words.verify)
    .option('--json', words.json)
    .action(async (options: { json?: boolean }) => {
      const report = await withDatabase((db) =>
        db
          .transaction()
          .setIsolationLevel('repeatable read')
          .execute((tx) => verifyAudit(tx)),
      );
      const whole = report.broken.length === 0;
      if (options.json) printJson(terminal, { whole, ...report });
      else if (whole) terminal.out(words.whole(report.chains, report.entries));
      else
        for (const b of report.broken) terminal.out(words.broken(b.jurisdiction, b.seq, faultWords[b.fault]));
      if (!whole) throw new CommandRefused('');
    });
}
