import type { Selectable } from 'kysely';
import type { Tx } from '../../kernel/db/database.ts';
import type { Day } from '../../policy/index.ts';
import type { Flaw, RecordKind, StewardshipRecord } from './model.ts';
import type { Tables } from './tables.ts';

type Row = Selectable<Tables['stewardship_records']>;

function toRow(r: StewardshipRecord): Tables['stewardship_records'] {
  return {
    jurisdiction_id: r.jurisdiction,
    id: r.id,
    account_id: r.accountId,
    unit_id: r.unitId,
    kind: r.kind,
    key: r.key,
    appointment_id: r.appointmentId,
    title: r.title,
    content: JSON.stringify(r.content),
    flaws: [...r.flaws],
    from_day: r.fromDay,
    valid_to: r.validTo,
    to_day: r.toDay,
    end_reason: r.endReason,
    created_at: r.createdAt,
    created_by: r.createdBy,
    ended_at: r.endedAt,
    ended_by: r.endedBy,
  };
}

function toRecord(r: Row): StewardshipRecord {
  return {
    jurisdiction: r.jurisdiction_id,
    id: r.id,
    accountId: r.account_id,
    unitId: r.unit_id,
    kind: r.kind as RecordKind,
    key: r.key,
    appointmentId: r.appointment_id,
    title: r.title,
    content: r.content as unknown as StewardshipRecord['content'],
    flaws: r.flaws as Flaw[],
    fromDay: r.from_day,
    validTo: r.valid_to,
    toDay: r.to_day,
    endReason: r.end_reason,
    createdAt: r.created_at,
    createdBy: r.created_by,
    endedAt: r.ended_at,
    endedBy: r.ended_by,
  };
}

function records(tx: Tx) {
  return tx.withTables<Tables>().selectFrom('stewardship_records').selectAll();
}

export async function insertRecord(tx: Tx, record: StewardshipRecord): Promise<void> {
  await tx.withTables<Tables>().insertInto('stewardship_records').values(toRow(record)).execute();
}

export async function readRecord(
  tx: Tx,
  jurisdiction: string,
  id: string,
): Promise<StewardshipRecord | undefined> {
  const row = await records(tx)
    .where('jurisdiction_id', '=', jurisdiction)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && toRecord(row);
}

/** As readRecord, holding the row until the transaction ends. */
export async function lockRecord(
  tx: Tx,
  jurisdiction: string,
  id: string,
): Promise<StewardshipRecord | undefined> {
  const row = await records(tx)
    .where('jurisdiction_id', '=', jurisdiction)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && toRecord(row);
}

/** Everything ever kept on an account and on its host for all accounts, the latest first. */
export async function readAccountRecords(
  tx: Tx,
  about: { readonly jurisdiction: string; readonly accountId: string; readonly unitId: string },
): Promise<StewardshipRecord[]> {
  const rows = await records(tx)
    .where('jurisdiction_id', '=', about.jurisdiction)
    .where((eb) =>
      eb.or([
        eb('account_id', '=', about.accountId),
        eb.and([eb('account_id', 'is', null), eb('unit_id', '=', about.unitId)]),
      ]),
    )
    .orderBy('from_day', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(toRecord);
}

/** Everything ever kept on a unit for all its accounts, the latest first. */
export async function readUnitRecords(
  tx: Tx,
  jurisdiction: string,
  unitId: string,
): Promise<StewardshipRecord[]> {
  const rows = await records(tx)
    .where('jurisdiction_id', '=', jurisdiction)
    .where('unit_id', '=', unitId)
    .where('account_id', 'is', null)
    .orderBy('from_day', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(toRecord);
}

/** Holds the ledger of an account or a unit until the transaction ends. */
export async function holdPlace(tx: Tx, jurisdiction: string, placeId: string): Promise<void> {
  await tx
    .withTables<Tables>()
    .insertInto('stewardship_places')
    .values({ jurisdiction_id: jurisdiction, place_id: placeId, writes: 1 })
    .onConflict((c) =>
      c
        .columns(['jurisdiction_id', 'place_id'])
        .doUpdateSet((eb) => ({ writes: eb('stewardship_places.writes', '+', 1) })),
    )
    .execute();
}

/** The records of one kind on an account that stand on a day or later. */
export async function readStanding(
  tx: Tx,
  about: {
    readonly jurisdiction: string;
    readonly accountId: string;
    readonly kind: RecordKind;
    readonly on: Day;
  },
): Promise<StewardshipRecord[]> {
  const rows = await records(tx)
    .where('jurisdiction_id', '=', about.jurisdiction)
    .where('account_id', '=', about.accountId)
    .where('kind', '=', about.kind)
    .where((eb) => eb.or([eb('to_day', 'is', null), eb('to_day', '>=', about.on)]))
    .orderBy('id')
    .execute();
  return rows.map(toRecord);
}

/** Gives a record its last day. */
export async function endRecordOn(tx: Tx, record: StewardshipRecord): Promise<void> {
  await tx
    .withTables<Tables>()
    .updateTable('stewardship_records')
    .set({
      to_day: record.toDay,
      end_reason: record.endReason,
      ended_at: record.endedAt,
      ended_by: record.endedBy,
    })
    .where('jurisdiction_id', '=', record.jurisdiction)
    .where('id', '=', record.id)
    .execute();
}

/** Writes what is wrong with a record by itself. */
export async function updateFlaws(tx: Tx, record: StewardshipRecord): Promise<void> {
  await tx
    .withTables<Tables>()
    .updateTable('stewardship_records')
    .set({ flaws: [...record.flaws] })
    .where('jurisdiction_id', '=', record.jurisdiction)
    .where('id', '=', record.id)
    .execute();
}
