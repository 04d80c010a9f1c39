import type { Tx } from '../../kernel/db/database.ts';
import type { Tables } from './tables.ts';

/** Holds the host while it submits: two submissions at once cannot both find the platform free. */
export async function lockHost(tx: Tx, jurisdiction: string, hostUnitId: string): Promise<void> {
  await tx
    .withTables<Tables>()
    .insertInto('account_hosts')
    .values({ jurisdiction_id: jurisdiction, host_unit_id: hostUnitId, submissions: 1 })
    .onConflict((c) =>
      c
        .columns(['jurisdiction_id', 'host_unit_id'])
        .doUpdateSet((eb) => ({ submissions: eb('account_hosts.submissions', '+', 1) })),
    )
    .execute();
}

/** The next number of a jurisdiction in a year, from 1, or the last of as many as are wanted; the row is held until the transaction ends, so none is skipped or given twice. */
export async function nextNumber(tx: Tx, jurisdiction: string, year: number, wanted = 1): Promise<number> {
  const row = await tx
    .withTables<Tables>()
    .insertInto('filing_numbers')
    .values({ jurisdiction_id: jurisdiction, year, last: wanted })
    .onConflict((c) =>
      c
        .columns(['jurisdiction_id', 'year'])
        .doUpdateSet((eb) => ({ last: eb('filing_numbers.last', '+', wanted) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return row.last;
}
