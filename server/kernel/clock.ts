import { sql } from 'kysely';
import type { Day } from '../policy/index.ts';
import type { Now } from './context.ts';
import type { Tx } from './db/database.ts';

type ClockTables = {
  clock_settings: { id: number; offset_ms: string | number; set_by: string | null; set_at: string };
};

const SHANGHAI_MS = 8 * 3_600_000;

/** The day in Asia/Shanghai (+08:00 all year) on which an instant falls. */
export function dayOf(iso: string): Day {
  return new Date(Date.parse(iso) + SHANGHAI_MS).toISOString().slice(0, 10) as Day;
}

/**
 * Reads the clock once for a command and opens the scope of the transaction in the same round trip.
 * The offset is zero but in demonstrations and tests, where weeks of deadlines are played through.
 */
export async function openScope(
  tx: Tx,
  scope: readonly string[] | '*',
  reach: readonly string[] | '*',
): Promise<Now> {
  const text = (list: readonly string[] | '*') => (list === '*' ? '*' : list.join(','));
  const { rows } = await sql<{ ms: string }>`
    select set_config('juzhen.scope', ${text(scope)}, true), set_config('juzhen.reach', ${text(reach)}, true),
      (extract(epoch from transaction_timestamp()) * 1000
        + coalesce((select offset_ms from clock_settings where id = 1), 0))::bigint::text as ms`.execute(tx);
  const iso = new Date(Number(rows[0]?.ms)).toISOString();
  return { iso, day: dayOf(iso) };
}

/** Whether the clock of this database runs beside real time, as a demonstration may have left it. */
export async function clockIsSet(tx: Tx): Promise<boolean> {
  const row = await tx
    .withTables<ClockTables>()
    .selectFrom('clock_settings')
    .select('offset_ms')
    .executeTakeFirst();
  return Number(row?.offset_ms ?? 0) !== 0;
}

/** Sets the clock of this database to an instant (null: back to real time). Demonstrations and tests only. */
export async function setClock(tx: Tx, iso: string | null, by: string): Promise<void> {
  const offset =
    iso === null
      ? 0
      : sql<string>`((extract(epoch from ${iso}::timestamptz) - extract(epoch from transaction_timestamp())) * 1000)::bigint`;
  await tx
    .withTables<ClockTables>()
    .insertInto('clock_settings')
    .values({
      id: 1,
      offset_ms: offset as unknown as string,
      set_by: by,
      set_at: sql<string>`transaction_timestamp()` as unknown as string,
    })
    .onConflict((c) =>
      c.column('id').doUpdateSet((eb) => ({
        offset_ms: eb.ref('excluded.offset_ms'),
        set_by: by,
        set_at: eb.ref('excluded.set_at'),
      })),
    )
    .execute();
}
