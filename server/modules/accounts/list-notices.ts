import type { Context } from '../../kernel/context.ts';
import type { PublicNotice } from './notice-model.ts';
import { readNotices } from './store-notices.ts';

const LIMIT = 200;

/**
 * What the public is told of changes and ends of accounts (LZ-13c, WJ-3b, FS-12), the latest first: of one account, of
 * a jurisdiction with all below it, or of all. Names units and accounts, never people. Whoever reads needs no right.
 */
export async function listPublicNotices(
  ctx: Context,
  about: { readonly jurisdiction?: string | undefined; readonly accountId?: string | undefined } = {},
): Promise<PublicNotice[]> {
  const jurisdictions =
    about.jurisdiction === undefined ? undefined : ctx.geography.descendants(about.jurisdiction);
  if (jurisdictions?.length === 0) return [];
  return readNotices(ctx.tx, { jurisdictions, accountId: about.accountId, limit: LIMIT });
}
