import type { Context } from '../../kernel/context.ts';
import { done, type Outcome, refuse } from '../../kernel/outcome.ts';
import { type EntryKey, holdEntry, recordChange } from './hold-entry.ts';
import { type Entry, entryMoves } from './model.ts';
import { updateEntry } from './store-lexicon.ts';

/** Takes an entry out of force for good, with the reason. Problem: checking.retired-already. Throws Refused. */
export async function retireEntry(
  ctx: Context,
  key: EntryKey,
  { version, reason }: { version: number; reason: string },
): Promise<Outcome<Entry>> {
  const { entry, post } = await holdEntry(ctx, key, version);
  if (!entryMoves[entry.state].includes('retired')) return refuse({ code: 'checking.retired-already' });
  const after: Entry = { ...entry, state: 'retired', version: entry.version + 1 };
  await updateEntry(ctx.tx, after);
  await recordChange(ctx, 'retire', { entry: after, post, reason });
  return done(after);
}
