import type { Context, Fact } from '../../kernel/context.ts';
import { found, Refused } from '../../kernel/outcome.ts';
import { approvalsOf } from '../approvals/index.ts';
import { getUnit, guidedUnits, guidingUnits } from '../directory/index.ts';
import { mayRead, overseen, type Surroundings } from './abilities.ts';
import { filingSubject } from './assemble-filing.ts';
import type { Account } from './model.ts';
import { decidingUnitsOf } from './read-filing.ts';
import { readFilingsOf, type Visible } from './store.ts';
import { readAccount } from './store-accounts.ts';
import { operatingRelation, type Relation } from './store-relations.ts';

/**
 * What of the registry concerns the actor: jurisdictions looked over, the actor's units with all below them, and the
 * units that they guide (GD-2c).
 */
export async function visibleOf(ctx: Context): Promise<Visible> {
  const own = ctx.actor.posts.map(({ unitId }) => unitId);
  return {
    scope: ctx.actor.scope,
    overseen: overseen(ctx.actor, ctx.geography),
    units: [...new Set([...own, ...(await guidedUnits(ctx))])],
  };
}

/** A jurisdiction in a filter stands for itself and all below it. */
export function jurisdictionsBelow(ctx: Context, jurisdiction: string | undefined): readonly string[] | null {
  if (jurisdiction === undefined) return null;
  const codes = ctx.geography.descendants(jurisdiction);
  return codes.length > 0 ? codes : [jurisdiction];
}

/** An account that the actor may read. Throws not-found outside the scope, forbidden for people it does not concern. */
export async function accountForReader(ctx: Context, jurisdiction: string, id: string): Promise<Account> {
  const account = found(await readAccount(ctx.tx, jurisdiction, id));
  const host = await getUnit(ctx, account.hostUnitId);
  const around: Surroundings = {
    hostPath: host.path,
    guidingUnits: await guidingUnits(ctx, host),
    decidingUnits: [],
    jurisdictions: [jurisdiction, ...ctx.geography.ancestors(jurisdiction).map(({ code }) => code)],
  };
  if (mayRead(ctx.actor, around)) return account;
  for (const filing of await readFilingsOf(ctx.tx, jurisdiction, id)) {
    const rounds = await approvalsOf(ctx, jurisdiction, filingSubject(filing));
    if (mayRead(ctx.actor, { ...around, decidingUnits: decidingUnitsOf(rounds) })) return account;
  }
  throw new Refused('forbidden');
}

/** The account that an announced fact is about, whoever brought the fact about. Throws not-found outside the scope. */
export async function accountOfFact(ctx: Context, { data }: Fact): Promise<Account> {
  return found(await readAccount(ctx.tx, String(data.jurisdiction), String(data.accountId)));
}

/** Which accounts a statement of another module is about. */
export interface OperatingFilter {
  readonly jurisdiction?: string | undefined;
  readonly unit?: string | undefined;
  readonly account?: string | undefined;
  /** Only the accounts of these hosts. */
  readonly hosts?: readonly string[] | undefined;
}

/**
 * The accounts in operation that the actor sees, as a relation for a statement of another module: jurisdiction_id,
 * account_id, account_name, platform_name, host_unit_id, host_name.
 */
export async function operatingAccounts(ctx: Context, filter: OperatingFilter): Promise<Relation> {
  const jurisdictions = jurisdictionsBelow(ctx, filter.jurisdiction);
  return operatingRelation(await visibleOf(ctx), { ...filter, jurisdictions });
}
