import { type Selectable, sql } from 'kysely';
import type { Tx } from '../../kernel/db/database.ts';

type RelayTables = {
  relays: {
    jurisdiction_id: string;
    id: string;
    unit_id: string;
    unit_name: string;
    number: number;
    note: string | null;
    relayed_at: string;
    relayed_by: string | null;
    relayed_by_name: string;
    relayed_post: string;
    filings: number;
  };
  relay_items: {
    jurisdiction_id: string;
    relay_id: string;
    position: number;
    filing_id: string;
    title: string;
    host_name: string;
    digest: string;
  };
};

/** Filings that a park handed on together. */
export interface Relay {
  readonly jurisdiction: string;
  readonly id: string;
  readonly unitId: string;
  readonly unitName: string;
  /** Counted for each park from 1. */
  readonly number: number;
  readonly note: string | null;
  readonly relayedAt: string;
  readonly relayedBy: string | null;
  readonly relayedByName: string;
  readonly relayedPost: string;
  readonly items: readonly {
    readonly filingId: string;
    readonly title: string;
    readonly hostName: string;
    readonly digest: string;
  }[];
}

/** The number of a park's next list; of two at once the second is refused by the key and tried again. */
export async function nextRelayNumber(tx: Tx, jurisdiction: string, unitId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select coalesce(max(number), 0) + 1 as n from relays
    where jurisdiction_id = ${jurisdiction} and unit_id = ${unitId}`.execute(tx);
  return rows[0]?.n ?? 1;
}

export async function insertRelay(tx: Tx, relay: Relay): Promise<void> {
  const q = tx.withTables<RelayTables>();
  await q
    .insertInto('relays')
    .values({
      jurisdiction_id: relay.jurisdiction,
      id: relay.id,
      unit_id: relay.unitId,
      unit_name: relay.unitName,
      number: relay.number,
      note: relay.note,
      relayed_at: relay.relayedAt,
      relayed_by: relay.relayedBy,
      relayed_by_name: relay.relayedByName,
      relayed_post: relay.relayedPost,
      filings: relay.items.length,
    })
    .execute();
  await q
    .insertInto('relay_items')
    .values(
      relay.items.map((item, at) => ({
        jurisdiction_id: relay.jurisdiction,
        relay_id: relay.id,
        position: at + 1,
        filing_id: item.filingId,
        title: item.title,
        host_name: item.hostName,
        digest: item.digest,
      })),
    )
    .execute();
}

const LISTED = 50;

/** The lists of some units, the latest first. */
export async function readRelays(tx: Tx, unitIds: readonly string[]): Promise<Relay[]> {
  const rows = await tx
    .withTables<RelayTables>()
    .selectFrom('relays')
    .selectAll()
    .where('unit_id', '=', sql<string>`any(${[...unitIds]}::uuid[])`)
    .orderBy('relayed_at', 'desc')
    .limit(LISTED)
    .execute();
  return withItems(tx, rows);
}

export async function readRelay(tx: Tx, jurisdiction: string, id: string): Promise<Relay | undefined> {
  const rows = await tx
    .withTables<RelayTables>()
    .selectFrom('relays')
    .selectAll()
    .where('jurisdiction_id', '=', jurisdiction)
    .where('id', '=', id)
    .execute();
  const [relay] = await withItems(tx, rows);
  return relay;
}

async function withItems(tx: Tx, rows: readonly Selectable<RelayTables['relays']>[]): Promise<Relay[]> {
  if (rows.length === 0) return [];
  const items = await tx
    .withTables<RelayTables>()
    .selectFrom('relay_items')
    .selectAll()
    .where(
      'relay_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    jurisdiction: row.jurisdiction_id,
    id: row.id,
    unitId: row.unit_id,
    unitName: row.unit_name,
    number: row.number,
    note: row.note,
    relayedAt: row.relayed_at,
    relayedBy: row.relayed_by,
    relayedByName: row.relayed_by_name,
    relayedPost: row.relayed_post,
    items: items
      .filter((item) => item.relay_id === row.id)
      .map((item) => ({
        filingId: item.filing_id,
        title: item.title,
        hostName: item.host_name,
        digest: item.digest,
      })),
  }));
}
