import type { Context } from '../../kernel/context.ts';
import {
  type MentionedAccount,
  readAccountKeys,
  readOperatingAreas,
  readToScreen,
  type ScreenedAccount,
} from './store-screen.ts';

/** The accounts in operation of exactly one jurisdiction, or of some hosts there, as an analysis looks at them. */
export function accountsToScreen(
  ctx: Context,
  jurisdiction: string,
  hosts: readonly string[] | null = null,
): Promise<ScreenedAccount[]> {
  return readToScreen(ctx.tx, jurisdiction, hosts);
}

/**
 * The accounts of many filing numbers or platform identifiers at once, of those that the session sees in the
 * jurisdictions: a text that stands for several accounts has them all.
 */
export async function accountsMentioned(
  ctx: Context,
  texts: readonly string[],
  jurisdictions: readonly string[],
): Promise<ReadonlyMap<string, readonly MentionedAccount[]>> {
  const found = new Map<string, MentionedAccount[]>();
  for (const { text, ...account } of await readAccountKeys(ctx.tx, texts, jurisdictions))
    found.set(text, [...(found.get(text) ?? []), account]);
  return found;
}

/** Jurisdictions in which accounts are in operation, of those that the session sees. */
export function jurisdictionsWithAccounts(ctx: Context): Promise<string[]> {
  return readOperatingAreas(ctx.tx);
}
