import type { AccountQuery, AccountRow, FilingQuery, FilingRow } from '../../../contracts/accounts/wire.ts';
import type { Context } from '../../kernel/context.ts';
import { overseen } from './abilities.ts';
import { findFilings, type Visible } from './store.ts';
import { findAccounts } from './store-accounts.ts';
import { filingRowView } from './view.ts';
import { accountRowView } from './view-account.ts';

type Page<T> = { items: T[]; total: number; page: number; size: number };

/** What of the registry concerns the actor: jurisdictions looked over, and the actor's units with all below them. */
function visible(ctx: Context): Visible {
  return {
    scope: ctx.actor.scope,
    overseen: overseen(ctx.actor, ctx.geography),
    units: [...new Set(ctx.actor.posts.map(({ unitId }) => unitId))],
  };
}

/** A jurisdiction in a filter stands for itself and all below it. */
function below(ctx: Context, jurisdiction: string | undefined): readonly string[] | null {
  if (jurisdiction === undefined) return null;
  const codes = ctx.geography.descendants(jurisdiction);
  return codes.length > 0 ? codes : [jurisdiction];
}

/** A page of the registry. */
export async function listAccounts(ctx: Context, query: AccountQuery): Promise<Page<AccountRow>> {
  const filter = { ...query, visible: visible(ctx), jurisdictions: below(ctx, query.jurisdiction) };
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
  const filter = { ...query, visible: visible(ctx), jurisdictions: below(ctx, query.jurisdiction) };
  const { items, total } = await findFilings(ctx.tx, filter);
  return { items: items.map((line) => filingRowView(ctx, line)), total, page: query.page, size: query.size };
}
