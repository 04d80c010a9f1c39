import type { Context } from '../../kernel/context.ts';
import { done, found, type Outcome, Refused, refuse } from '../../kernel/outcome.ts';
import { type EntryKey, keeperPost } from './hold-entry.ts';
import { recordListed } from './hold-listed.ts';
import type { Listed } from './list-model.ts';
import { dropListed, lockListed } from './store-listed.ts';

/** Takes something off the list, with the reason. Problem: checking.unlisted-already. Throws Refused. */
export async function removeListed(
  ctx: Context,
  key: EntryKey,
  { version, reason }: { version: number; reason: string },
): Promise<Outcome<Listed>> {
  const post = keeperPost(ctx, key.jurisdiction);
  const item = found(await lockListed(ctx.tx, key.jurisdiction, key.id));
  if (item.removed) return refuse({ code: 'checking.unlisted-already' });
  if (item.version !== version) throw new Refused('stale');
  const after: Listed = { ...item, removed: true, version: item.version + 1 };
  await dropListed(ctx.tx, after);
  await recordListed(ctx, 'retire', { item: after, post, reason });
  return done(after);
}
