import type { Context } from '../../kernel/context.ts';
import { accountsToScreen } from '../accounts/index.ts';
import { tendedAccounts } from '../stewardship/index.ts';
import { type Activity, noThresholds, type Thresholds } from './model.ts';
import type { Criteria, Screening } from './rules-screening.ts';
import { monthBefore } from './rules-use.ts';
import { readFiguresSince } from './store-activity.ts';
import { readUnderOrder } from './store-items.ts';

/** As far back as any threshold may look. */
const LONGEST_MONTHS = 24;

/** What the regulations of a jurisdiction say on consolidation today. */
export function criteriaOf(ctx: Context, jurisdiction: string): Criteria {
  const policy = ctx.policy(jurisdiction);
  return {
    criteria: policy.get('consolidation.criteria'),
    perPlatform: policy.get('requirement.open.one-per-platform'),
    apps: policy.get('requirement.open.one-app'),
    lowUse: policy.get('consolidation.low-use'),
    idle: policy.get('update.zombie-threshold'),
  };
}

/**
 * Everything that an analysis of a jurisdiction looks at, in four statements whatever the number of accounts. Accounts
 * that an order closes or improves already are left out.
 */
export async function gatherScreening(
  ctx: Context,
  jurisdiction: string,
  thresholds: Thresholds = noThresholds,
): Promise<Screening> {
  const { closing } = await readUnderOrder(ctx.tx, jurisdiction);
  const busy = new Set(closing);
  const accounts = await accountsToScreen(ctx, jurisdiction);
  const figures = await readFiguresSince(ctx.tx, jurisdiction, monthBefore(ctx.now.day, LONGEST_MONTHS));
  return {
    today: ctx.now.day,
    accounts: accounts.filter(({ id }) => !busy.has(id)),
    activity: byAccount(figures),
    tended: await tendedAccounts(ctx, jurisdiction),
    says: criteriaOf(ctx, jurisdiction),
    thresholds,
  };
}

function byAccount(figures: readonly Activity[]): Map<string, Activity[]> {
  const found = new Map<string, Activity[]>();
  for (const each of figures) {
    const before = found.get(each.accountId);
    if (before) before.push(each);
    else found.set(each.accountId, [each]);
  }
  return found;
}
