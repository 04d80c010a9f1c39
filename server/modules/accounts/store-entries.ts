import type { Selectable } from 'kysely';
import type { Tx } from '../../kernel/db/database.ts';
import type { Entry } from './model.ts';
import type { Tables } from './tables.ts';

function toRow(e: Entry): Tables['external_entries'] {
  return {
    jurisdiction_id: e.jurisdiction,
    id: e.id,
    filing_id: e.filingId,
    key: e.key,
    position: e.position,
    system: e.system,
    anchor: e.anchor,
    term: JSON.stringify(e.term),
    duty: e.duty,
    owner_unit_id: e.ownerUnitId,
    owner_name: e.ownerName,
    above_unit_id: e.aboveUnitId,
    rule: e.rule,
    basis: JSON.stringify(e.basis),
    pack: e.pack,
    pack_version: e.packVersion,
    state: e.state,
    from_on: e.fromOn,
    entered_on: e.enteredOn,
    entered_by: e.enteredBy,
    entered_at: e.enteredAt,
    number: e.number,
    note: e.note,
    file_id: e.fileId,
  };
}

function toEntry(r: Selectable<Tables['external_entries']>): Entry {
  return {
    jurisdiction: r.jurisdiction_id,
    id: r.id,
    filingId: r.filing_id,
    key: r.key,
    position: r.position,
    system: r.system,
    anchor: r.anchor as Entry['anchor'],
    term: r.term as unknown as Entry['term'],
    duty: r.duty as Entry['duty'],
    ownerUnitId: r.owner_unit_id,
    ownerName: r.owner_name,
    aboveUnitId: r.above_unit_id,
    rule: r.rule,
    basis: r.basis as unknown as Entry['basis'],
    pack: r.pack,
    packVersion: r.pack_version,
    state: r.state as Entry['state'],
    fromOn: r.from_on,
    enteredOn: r.entered_on,
    enteredBy: r.entered_by,
    enteredAt: r.entered_at,
    number: r.number,
    note: r.note,
    fileId: r.file_id,
  };
}

export async function insertEntry(tx: Tx, entry: Entry): Promise<void> {
  await tx.withTables<Tables>().insertInto('external_entries').values(toRow(entry)).execute();
}

/** Writes an entry as it now is. The caller holds its filing. */
export async function updateEntry(tx: Tx, entry: Entry): Promise<void> {
  const { jurisdiction_id, id, ...changed } = toRow(entry);
  await tx
    .withTables<Tables>()
    .updateTable('external_entries')
    .set(changed)
    .where('jurisdiction_id', '=', jurisdiction_id)
    .where('id', '=', id)
    .execute();
}

/** The entries of filings, in the order in which the rules name them. */
export async function readEntries(
  tx: Tx,
  jurisdiction: string,
  filingIds: readonly string[],
): Promise<Entry[]> {
  if (filingIds.length === 0) return [];
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('external_entries')
    .selectAll()
    .where('jurisdiction_id', '=', jurisdiction)
    .where('filing_id', 'in', [...filingIds])
    .orderBy('filing_id')
    .orderBy('position')
    .execute();
  return rows.map(toEntry);
}
