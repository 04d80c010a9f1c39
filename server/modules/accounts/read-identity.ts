import type { Context } from '../../kernel/context.ts';
import { found } from '../../kernel/outcome.ts';
import type { Platform } from '../../policy/index.ts';
import { uidsOf } from './keep-identity.ts';
import { platformsOf } from './list-platforms.ts';
import type { Account } from './model.ts';
import type { KnownAs } from './names-model.ts';
import { linkKey, readLink } from './rules-links.ts';
import { readAccountKey } from './store-accounts.ts';
import { readHolders } from './store-claims.ts';
import { readNames } from './store-names.ts';
import { readFilingBrief } from './store-tasks.ts';

/** By what an account is known for good, and what it is called now and was called. */
export interface Identity {
  readonly platform: Platform | null;
  readonly uids: readonly string[];
  readonly handle: string | null;
  /** Digest of the picture on record. */
  readonly avatar: string | null;
  readonly names: readonly KnownAs[];
}

export async function identityOf(ctx: Context, account: Account): Promise<Identity> {
  const names = await readNames(ctx.tx, account.jurisdiction, account.id);
  const now = (kind: KnownAs['kind']) =>
    names.find((each) => each.kind === kind && each.toOn === null)?.value ?? null;
  const { items } = platformsOf(ctx.policy(account.jurisdiction));
  const platform = items.find(({ id }) => id === account.platform) ?? null;
  return { platform, uids: uidsOf(account), handle: now('handle'), avatar: now('avatar'), names };
}

/** The form in which two spellings of an address are the same. */
export function addressKey(link: string): string {
  return linkKey(link) ?? link.trim();
}

/** The lasting identifier that a link to an account of the platform holds; null where it holds none. */
export function identifierInLink(platform: Platform | null, link: string): string | null {
  const reading = platform ? readLink([platform], link) : null;
  return reading?.found === 'account' && reading.kind !== 'handle' ? reading.value : null;
}

/** The account of a number, an identifier or an address, of those that the session sees; null where none is. */
export async function findAccountKey(
  ctx: Context,
  by: { readonly number?: string; readonly platform?: string; readonly uid?: string; readonly url?: string },
): Promise<{ jurisdiction: string; id: string } | null> {
  if (by.number) return readAccountKey(ctx.tx, by.number);
  const items = () => platformsOf(ctx.policy('100000')).items;
  const platform = by.platform
    ? (items().find(({ id, name }) => id === by.platform || name === by.platform)?.id ?? null)
    : null;
  const read = by.url && !by.uid ? readLink(items(), by.url) : null;
  const uid = by.uid ?? (read?.found === 'account' ? read.value : undefined);
  if (!uid) return null;
  const [held] = await readHolders(ctx.tx, uid, platform);
  return held ? { jurisdiction: held.jurisdiction, id: held.accountId } : null;
}

/** What a filing is about and how far it is. Throws not-found. */
export async function filingBrief(ctx: Context, jurisdiction: string, id: string) {
  return found(await readFilingBrief(ctx.tx, jurisdiction, id));
}
