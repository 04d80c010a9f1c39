import type { Context } from '../../kernel/context.ts';
import type { PublicNotice } from './notice-model.ts';
import { countNotices, readNotices } from './store-notices.ts';

/** More than one account is ever the subject of: each of its filings publishes one notice or none. */
const OF_ONE_ACCOUNT = 1_000;

/**
 * What the public is told of changes and ends of accounts (LZ-13c, WJ-3b, FS-12), the latest first and a page at a time:
 * of a jurisdiction with all below it, or of all. Names units and accounts, never people. Whoever reads needs no right.
 */
export async function listPublicNotices(
  ctx: Context,
  asked: { readonly jurisdiction?: string | undefined; readonly page: number; readonly size: number },
): Promise<{ items: PublicNotice[]; total: number }> {
  const { jurisdiction, page, size } = asked;
  const jurisdictions = jurisdiction === undefined ? undefined : ctx.geography.descendants(jurisdiction);
  if (jurisdictions?.length === 0) return { items: [], total: 0 };
  const filter = { jurisdictions };
  return {
    items: await readNotices(ctx.tx, filter, { limit: size, offset: (page - 1) * size }),
    total: await countNotices(ctx.tx, filter),
  };
}

/** What the public is told of one account, the latest first. */
export function noticesOfAccount(
  ctx: Context,
  { jurisdiction, id }: { readonly jurisdiction: string; readonly id: string },
): Promise<PublicNotice[]> {
  return readNotices(ctx.tx, { jurisdictions: [jurisdiction], accountId: id }, { limit: OF_ONE_ACCOUNT });
}
