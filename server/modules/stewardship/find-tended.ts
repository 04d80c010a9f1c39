import type { Context } from '../../kernel/context.ts';
import { readTended } from './store-tended.ts';

/** Accounts of a jurisdiction for which somebody in office is on record today (QJ-14: the others have nobody to keep them). */
export async function tendedAccounts(ctx: Context, jurisdiction: string): Promise<ReadonlySet<string>> {
  return new Set(await readTended(ctx.tx, jurisdiction, ctx.now.day));
}
