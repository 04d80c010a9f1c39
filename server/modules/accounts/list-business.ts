import type { AccountQuery, AccountRow, FilingQuery, FilingRow } from '../../../contracts/accounts/wire.ts';
import type { Context } from '../../kernel/context.ts';
import { jurisdictionsBelow, visibleOf } from './see-registry.ts';
import { findAccounts } from './store-accounts.ts';
import { findFilings } from './store-filing-lists.ts';
import { filingRowView } from './view.ts';
import { accountRowView } from './view-account.ts';

type Page<T> = { items: T[]; total: number; page: number; size: number };

/** A page of the registry. */
export async function listAccounts(ctx: Context, query: AccountQuery): Promise<Page<AccountRow>> {
  const filter = {
    ...query,
    visible: await visibleOf(ctx),
    jurisdictions: jurisdictionsBelow(ctx, query.jurisdiction),
  };
  const { items, total } = await findAccounts(ctx.tx, filter);
  return {
    items: items.map((account) => accountRowView(ctx, account)),
    total,
    page: query.page,
    size: query.size,
  };
}

/** A page of the filings that concern the actor. */
export async function listFilings(ctx: Context, query: FilingQuery): Promise<Page<FilingRow>> {
  const filter = {
    ...query,
    visible: await visibleOf(ctx),
    jurisdictions: jurisdictionsBelow(ctx, query.jurisdiction),
  };
  const { items, total } = await findFilings(ctx.tx, filter);
  return { items: items.map((line) => filingRowView(ctx, line)), total, page: query.page, size: query.size };
}
