import type { GapPage, GapQuery } from '../../../contracts/stewardship/wire.ts';
import type { Context } from '../../kernel/context.ts';
import { type OperatingFilter, operatingAccounts } from '../accounts/index.ts';
import { demandsOf } from './rules-demands.ts';
import { type FoundGaps, findGaps, type GapFilter, readHostClasses } from './store-gaps.ts';
import { gapCountView, gapView } from './view.ts';

/** What is missing or due on the accounts that a filter names and the actor sees: for all lists, screens and warnings. */
export async function gapsFor(
  ctx: Context,
  accounts: OperatingFilter,
  filter: GapFilter,
): Promise<FoundGaps> {
  const relation = await operatingAccounts(ctx, accounts);
  const classes = (await readHostClasses(ctx.tx, relation)).map((each) => ({
    ...each,
    demands: demandsOf(ctx.policy(each.jurisdiction), each.facts),
  }));
  return findGaps(ctx.tx, { accounts: relation, classes, on: ctx.now.day }, filter);
}

/** A page of what is missing or due, with the counts. */
export async function listGaps(ctx: Context, query: GapQuery): Promise<GapPage> {
  const { jurisdiction, unit, ...filter } = query;
  const found = await gapsFor(ctx, { jurisdiction, unit }, filter);
  return {
    items: found.items.map((gap) => gapView(ctx, gap)),
    total: found.total,
    page: query.page,
    size: query.size,
    counts: found.counts.map(gapCountView),
  };
}
