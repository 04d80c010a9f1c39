import type { Context } from '../../kernel/context.ts';
import { done, type Outcome, refuse } from '../../kernel/outcome.ts';
import { deleteExpired, jurisdictionsToExpire } from './store-lists.ts';

/** Jurisdictions with checks or texts whose time has come. */
export function findExpired(ctx: Context): Promise<string[]> {
  return jurisdictionsToExpire(ctx.tx, ctx.now.day);
}

/** Deletes what a jurisdiction kept until yesterday or before; overrides stay. Refuses where there is nothing. */
export async function expireChecks(
  ctx: Context,
  jurisdiction: string,
): Promise<Outcome<{ checks: number; texts: number }>> {
  const deleted = await deleteExpired(ctx.tx, jurisdiction, ctx.now.day);
  if (deleted.checks + deleted.texts === 0) return refuse({ code: 'checking.nothing-expired' });
  ctx.audit({
    jurisdiction,
    action: 'check.expire',
    subject: { type: 'check', id: 'expired' },
    facts: deleted,
  });
  return done(deleted);
}
