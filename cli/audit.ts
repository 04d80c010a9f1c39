import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { z } from 'zod';
import { faultWords } from '../contracts/audit/words.ts';
import { cliAuditWords as words } from '../contracts/operations/cli-words.ts';
import { compareWithHeads, verifyAudit, type WrittenHead } from '../server/kernel/audit/verify.ts';
import { withDatabase } from './database.ts';
import { CommandRefused, printJson, type Terminal } from './terminal.ts';

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

const headsFile = z.object({
  heads: z.array(
    z.object({
      jurisdiction: z.string(),
      seq: z.number().int().min(0),
      hash: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
});

async function readHeadsFile(file: string): Promise<readonly WrittenHead[]> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new CommandRefused(words.headsUnread(file));
  });
  const parsed = headsFile.safeParse(jsonOf(text));
  if (!parsed.success) throw new CommandRefused(words.headsWrong(file));
  return parsed.data.heads;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
