import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { cliAuditWords as words } from '../contracts/operations/cli-words.ts';
import type { WrittenHead } from '../server/kernel/audit/verify.ts';
import { CommandRefused } from './terminal.ts';

const headsFile = z.object({
  heads: z.array(
    z.object({
      jurisdiction: z.string(),
      seq: z.number().int().min(0),
      hash: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
});

/** The heads that `juzhen audit verify --json` wrote earlier. Throws CommandRefused where the file is none such. */
export async function readHeadsFile(file: string): Promise<readonly WrittenHead[]> {
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
