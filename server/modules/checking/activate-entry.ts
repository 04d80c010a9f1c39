import type { Context } from '../../kernel/context.ts';
import { done, type Outcome, refuse } from '../../kernel/outcome.ts';
import { type EntryKey, holdEntry, recordChange } from './hold-entry.ts';
import { type Entry, entryMoves } from './model.ts';
import { updateEntry } from './store-lexicon.ts';

/** Lets a draft mark texts from the next check on; it has to be tried before. Problems: checking.not-draft, not-tried. */
export async function activateEntry(ctx: Context, key: EntryKey, version: number): Promise<Outcome<Entry>> {
  const { entry, post } = await holdEntry(ctx, key, version);
  if (!entryMoves[entry.state].includes('active')) return refuse({ code: 'checking.not-draft' });
  if (entry.tried === null) return refuse({ code: 'checking.not-tried' });
  const after: Entry = { ...entry, state: 'active', version: entry.version + 1 };
  await updateEntry(ctx.tx, after);
  await recordChange(ctx, 'activate', { entry: after, post, reason: null });
  return done(after);
}
