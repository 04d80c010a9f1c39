import { sql } from 'kysely';
import type { Db, Tx } from '../db/database.ts';
import { type AuditEntry, type ChainHead, entryColumns, GENESIS, hashOf } from './entry.ts';

type AuditTables = {
  audit_entries: AuditEntry;
  audit_heads: ChainHead;
};

export type NewEntry = Omit<AuditEntry, 'seq' | 'prev_hash' | 'hash'>;

/**
 * Appends entries to the chains of their jurisdictions, in the transaction of the change.
 * The head row is locked until the transaction ends, so two writers cannot fork a chain;
 * jurisdictions are taken in order, so two transactions cannot lock each other out.
 */
export async function appendEntries(tx: Tx, entries: readonly NewEntry[]): Promise<void> {
  const jurisdictions = [...new Set(entries.map((e) => e.jurisdiction_id))].sort();
  for (const jurisdiction of jurisdictions) {
    let head = await lockHead(tx, jurisdiction);
    const rows: AuditEntry[] = [];
    for (const entry of entries.filter((e) => e.jurisdiction_id === jurisdiction)) {
      const linked = { ...entry, seq: head.seq + 1, prev_hash: head.hash };
      const hash = hashOf(linked);
      rows.push({ ...linked, hash });
      head = { jurisdiction_id: jurisdiction, seq: linked.seq, hash };
    }
    const q = tx.withTables<AuditTables>();
    await q.insertInto('audit_entries').values(rows.map(toRow)).execute();
    await q
      .updateTable('audit_heads')
      .set({ seq: head.seq, hash: head.hash })
      .where('jurisdiction_id', '=', jurisdiction)
      .execute();
  }
}

function toRow(entry: AuditEntry): AuditEntry {
  return { ...entry, facts: JSON.stringify(entry.facts) as unknown as AuditEntry['facts'] };
}

async function lockHead(tx: Tx, jurisdiction: string): Promise<ChainHead> {
  const q = tx.withTables<AuditTables>();
  await q
    .insertInto('audit_heads')
    .values({ jurisdiction_id: jurisdiction, seq: 0, hash: GENESIS })
    .onConflict((c) => c.doNothing())
    .execute();
  const head = await q
    .selectFrom('audit_heads')
    .selectAll()
    .where('jurisdiction_id', '=', jurisdiction)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return head;
}

export async function readHeads(db: Db): Promise<ChainHead[]> {
  return db
    .withTables<AuditTables>()
    .selectFrom('audit_heads')
    .selectAll()
    .orderBy('jurisdiction_id')
    .execute();
}

/** Jurisdictions that have entries but no head: a deleted head does not hide its chain. */
export async function headlessChains(db: Db): Promise<string[]> {
  const rows = await db
    .withTables<AuditTables>()
    .selectFrom('audit_entries as e')
    .select('e.jurisdiction_id')
    .distinct()
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('audit_heads as h')
            .select('h.seq')
            .whereRef('h.jurisdiction_id', '=', 'e.jurisdiction_id'),
        ),
      ),
    )
    .execute();
  return rows.map((r) => r.jurisdiction_id);
}

/** The next entries of a chain in order of their number, from `after` on. */
export async function readEntries(
  db: Db,
  jurisdiction: string,
  after: number,
  limit: number,
): Promise<AuditEntry[]> {
  return db
    .withTables<AuditTables>()
    .selectFrom('audit_entries')
    .select(entryColumns)
    .where('jurisdiction_id', '=', jurisdiction)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute();
}

/** Every entry about any of the subjects, in the order of the chain. */
export async function entriesAbout(
  db: Db,
  jurisdiction: string,
  subjects: readonly { readonly type: string; readonly id: string }[],
): Promise<AuditEntry[]> {
  if (subjects.length === 0) return [];
  return db
    .withTables<AuditTables>()
    .selectFrom('audit_entries')
    .select(entryColumns)
    .where('jurisdiction_id', '=', jurisdiction)
    .where((eb) =>
      eb.or(
        subjects.map(({ type, id }) => eb.and([eb('subject_type', '=', type), eb('subject_id', '=', id)])),
      ),
    )
    .orderBy('seq')
    .execute();
}

/** The hash of one entry of a chain; undefined when there is no such entry. */
export async function hashAt(db: Db, jurisdiction: string, seq: number): Promise<string | undefined> {
  const row = await db
    .withTables<AuditTables>()
    .selectFrom('audit_entries')
    .select('hash')
    .where('jurisdiction_id', '=', jurisdiction)
    .where('seq', '=', seq)
    .executeTakeFirst();
  return row?.hash;
}

export interface EntryFilter {
  readonly jurisdictions: readonly string[] | '*';
  readonly subject?: { readonly type: string; readonly id: string } | undefined;
  readonly action?: string | undefined;
  readonly person?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** A page of entries, newest first. */
export async function findEntries(
  db: Db,
  filter: EntryFilter,
  page: { page: number; size: number },
): Promise<{ items: AuditEntry[]; total: number }> {
  let q = db.withTables<AuditTables>().selectFrom('audit_entries');
  if (filter.jurisdictions !== '*') q = q.where('jurisdiction_id', 'in', [...filter.jurisdictions]);
  if (filter.subject)
    q = q.where('subject_type', '=', filter.subject.type).where('subject_id', '=', filter.subject.id);
  if (filter.action) q = q.where('action', 'like', `${filter.action.replace(/[%_\\]/g, '\\$&')}%`);
  if (filter.person) q = q.where('person_name', '=', filter.person);
  if (filter.from) q = q.where('at', '>=', `${filter.from}T00:00:00+08:00`);
  if (filter.to)
    q = q.where(
      'at',
      '<',
      sql<string>`${filter.to}::date::timestamp at time zone 'Asia/Shanghai' + interval '1 day'`,
    );
  const { total } = await q.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const items = await q
    .select(entryColumns)
    .orderBy('at', 'desc')
    .orderBy('seq', 'desc')
    .limit(page.size)
    .offset((page.page - 1) * page.size)
    .execute();
  return { items, total };
}
