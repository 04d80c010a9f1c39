import type { Context } from '../../kernel/context.ts';
import { Refused } from '../../kernel/outcome.ts';
import type { CaseFacts, Policy } from '../../policy/index.ts';
import { type Account, accountForReader } from '../accounts/index.ts';
import { caseFactsOf, getUnit, guidingUnits, type Unit } from '../directory/index.ts';
import { mayReadUnit } from './abilities.ts';
import type { StewardshipRecord } from './model.ts';

/** Where a ledger is kept: an account with its host, or a unit for all its accounts. */
export interface Place {
  readonly jurisdiction: string;
  readonly account: Account | null;
  readonly host: Unit;
  readonly policy: Policy;
  readonly caseFacts: CaseFacts;
}

/** An account that the actor may read, with its host. Throws not-found, forbidden. */
export async function accountPlace(ctx: Context, jurisdiction: string, accountId: string): Promise<Place> {
  const account = await accountForReader(ctx, jurisdiction, accountId);
  const host = await getUnit(ctx, account.hostUnitId);
  return placeOf(ctx, host, account);
}

/** A unit whose ledger the actor may read. Throws not-found, forbidden. */
export async function unitPlace(ctx: Context, unitId: string): Promise<Place> {
  const unit = await getUnit(ctx, unitId);
  const around = {
    guidingUnits: await guidingUnits(ctx, unit),
    jurisdictions: [unit.jurisdiction, ...ctx.geography.ancestors(unit.jurisdiction).map(({ code }) => code)],
  };
  if (!mayReadUnit(ctx.actor, unit, around)) throw new Refused('forbidden');
  return placeOf(ctx, unit, null);
}

/** The place in which a record is kept. */
export async function placeOfRecord(ctx: Context, record: StewardshipRecord): Promise<Place> {
  return record.accountId === null
    ? unitPlace(ctx, record.unitId)
    : accountPlace(ctx, record.jurisdiction, record.accountId);
}

/** What a change is about, for the trail: the account, or the unit. */
export function subjectOf(record: Pick<StewardshipRecord, 'accountId' | 'unitId'>) {
  return record.accountId === null
    ? { type: 'unit', id: record.unitId }
    : { type: 'account', id: record.accountId };
}

function placeOf(ctx: Context, host: Unit, account: Account | null): Place {
  return {
    jurisdiction: account?.jurisdiction ?? host.jurisdiction,
    account,
    host,
    policy: ctx.policy(account?.jurisdiction ?? host.jurisdiction),
    caseFacts: caseFactsOf(host),
  };
}
