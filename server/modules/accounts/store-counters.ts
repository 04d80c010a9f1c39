import { sql } from 'kysely';
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

/** Longest running number that is taken for one of ours, in digits. */
const DIGITS = 6;

/** Moves the counters past numbers of our own kind that come from elsewhere, so that none of them is given a second time. */
export async function passNumbers(
  tx: Tx,
  numbers: readonly { readonly jurisdiction: string; readonly number: string }[],
): Promise<void> {
  const own = new RegExp(`^(.+)-(\\d{4})-(\\d{1,${DIGITS}})$`);
  const rows = new Map<string, { jurisdiction_id: string; year: number; last: number }>();
  for (const { jurisdiction, number } of numbers) {
    const [, place, year, running] = own.exec(number) ?? [];
    if (place !== jurisdiction) continue;
    const key = `${jurisdiction} ${year}`;
    const last = Math.max(rows.get(key)?.last ?? 0, Number(running));
    rows.set(key, { jurisdiction_id: jurisdiction, year: Number(year), last });
  }
  if (rows.size === 0) return;
  // In one order for everybody, so that two imports cannot wait for each other.
  const sorted = [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  await tx
    .withTables<Tables>()
    .insertInto('filing_numbers')
    .values(sorted)
    .onConflict((c) =>
      c
        .columns(['jurisdiction_id', 'year'])
        .doUpdateSet({ last: sql`greatest(filing_numbers.last, excluded.last)` }),
    )
    .execute();
}

/** Holds several hosts as one submission would, in one order for everybody. */
export async function lockHosts(
  tx: Tx,
  hosts: readonly { readonly jurisdiction: string; readonly id: string }[],
): Promise<void> {
  await sql`insert into account_hosts (jurisdiction_id, host_unit_id, submissions)
    select distinct j, h, 1 from unnest(${hosts.map(({ jurisdiction }) => jurisdiction)}::text[],
      ${hosts.map(({ id }) => id)}::uuid[]) as t (j, h) order by j, h
    on conflict (jurisdiction_id, host_unit_id) do update set submissions = account_hosts.submissions + 1`.execute(
    tx,
  );
}
