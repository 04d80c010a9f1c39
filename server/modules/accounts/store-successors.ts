import type { Tx } from '../../kernel/db/database.ts';
import type { Day } from '../../policy/index.ts';

type Tables = {
  account_successors: {
    jurisdiction_id: string;
    account_id: string;
    successor_id: string;
    successor_name: string;
    from_on: string | null;
  };
};

/** The account into which another is merged; `fromOn` null: planned, not yet in force. */
export interface Successor {
  readonly jurisdiction: string;
  readonly accountId: string;
  readonly successorId: string;
  readonly successorName: string;
  readonly fromOn: Day | null;
}

/** Keeps where an account goes; a plan that is there already is replaced. */
export async function keepSuccessor(tx: Tx, successor: Successor): Promise<void> {
  const changed = {
    successor_id: successor.successorId,
    successor_name: successor.successorName,
    from_on: successor.fromOn,
  };
  await tx
    .withTables<Tables>()
    .insertInto('account_successors')
    .values({ jurisdiction_id: successor.jurisdiction, account_id: successor.accountId, ...changed })
    .onConflict((c) => c.columns(['jurisdiction_id', 'account_id']).doUpdateSet(changed))
    .execute();
}

export async function readSuccessor(
  tx: Tx,
  jurisdiction: string,
  accountId: string,
): Promise<Successor | null> {
  const row = await tx
    .withTables<Tables>()
    .selectFrom('account_successors')
    .selectAll()
    .where('jurisdiction_id', '=', jurisdiction)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  if (!row) return null;
  return {
    jurisdiction,
    accountId,
    successorId: row.successor_id,
    successorName: row.successor_name,
    fromOn: row.from_on,
  };
}

/** Drops a plan that fell away; what is in force stays. */
export async function dropPlannedSuccessor(tx: Tx, jurisdiction: string, accountId: string): Promise<void> {
  await tx
    .withTables<Tables>()
    .deleteFrom('account_successors')
    .where('jurisdiction_id', '=', jurisdiction)
    .where('account_id', '=', accountId)
    .where('from_on', 'is', null)
    .execute();
}
