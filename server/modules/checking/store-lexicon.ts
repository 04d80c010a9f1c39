import { type Selectable, sql } from 'kysely';
import type { Tx } from '../../kernel/db/database.ts';
import type { Entry, EntryState, LexiconChange } from './model.ts';
import type { Tables } from './tables.ts';

type Row = Selectable<Tables['lexicon_entries']>;

function toEntry(r: Row): Entry {
  return {
    jurisdiction: r.jurisdiction_id,
    id: r.id,
    term: r.term,
    detector: r.detector as Entry['detector'],
    kind: r.kind,
    severity: r.severity as Entry['severity'],
    right: r.right_form,
    except: r.except_words,
    source: r.source,
    from: r.from_on,
    to: r.to_on,
    state: r.state as EntryState,
    version: r.version,
    tried: r.tried as unknown as Entry['tried'],
    createdAt: r.created_at,
    createdByName: r.created_by_name,
  };
}

function toRow(e: Entry): Tables['lexicon_entries'] {
  return {
    jurisdiction_id: e.jurisdiction,
    id: e.id,
    term: e.term,
    detector: e.detector,
    kind: e.kind,
    severity: e.severity,
    right_form: e.right,
    except_words: [...e.except],
    source: e.source,
    from_on: e.from,
    to_on: e.to,
    state: e.state,
    version: e.version,
    tried: e.tried && JSON.stringify(e.tried),
    created_at: e.createdAt,
    created_by_name: e.createdByName,
  };
}

/** Adds an entry; false where the lexicon has the word for that detector already. */
export async function insertEntry(tx: Tx, entry: Entry): Promise<boolean> {
  const result = await tx
    .withTables<Tables>()
    .insertInto('lexicon_entries')
    .values(toRow(entry))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

export async function lockEntry(tx: Tx, jurisdiction: string, id: string): Promise<Entry | undefined> {
  const row = await tx
    .withTables<Tables>()
    .selectFrom('lexicon_entries')
    .selectAll()
    .where('jurisdiction_id', '=', jurisdiction)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && toEntry(row);
}

/** Writes the state of an entry; what it says never changes. The caller holds its row. */
export async function updateEntry(tx: Tx, entry: Entry): Promise<void> {
  const { state, version, tried } = toRow(entry);
  await tx
    .withTables<Tables>()
    .updateTable('lexicon_entries')
    .set({ state, version, tried })
    .where('jurisdiction_id', '=', entry.jurisdiction)
    .where('id', '=', entry.id)
    .execute();
}

/** A page of a jurisdiction's entries: drafts first, then those in force, retired ones last. */
export async function findEntries(
  tx: Tx,
  filter: { jurisdiction: string; q?: string | undefined; page: number; size: number },
): Promise<{ items: Entry[]; total: number }> {
  let q = tx
    .withTables<Tables>()
    .selectFrom('lexicon_entries')
    .where('jurisdiction_id', '=', filter.jurisdiction);
  if (filter.q) q = q.where(sql<boolean>`strpos(term || coalesce(right_form, ''), ${filter.q}) > 0`);
  const { total } = await q.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await q
    .selectAll()
    .orderBy(sql`array_position(array['draft', 'active', 'retired'], state)`)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(filter.size)
    .offset((filter.page - 1) * filter.size)
    .execute();
  return { items: rows.map(toEntry), total };
}

/** The entries in force of some jurisdictions. */
export async function readActiveEntries(tx: Tx, jurisdictions: readonly string[]): Promise<Entry[]> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('lexicon_entries')
    .selectAll()
    .where('jurisdiction_id', 'in', [...jurisdictions])
    .where('state', '=', 'active')
    .orderBy('jurisdiction_id')
    .orderBy('id')
    .execute();
  return rows.map(toEntry);
}

/** The state of each jurisdiction's lexicon, by code. */
export async function readLexiconVersions(
  tx: Tx,
  jurisdictions: readonly string[],
): Promise<{ jurisdiction: string; version: number }[]> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('lexicon_heads')
    .selectAll()
    .where('jurisdiction_id', 'in', [...jurisdictions])
    .orderBy('jurisdiction_id')
    .execute();
  return rows.map(({ jurisdiction_id, version }) => ({ jurisdiction: jurisdiction_id, version }));
}

/** Counts the lexicon's version up and notes the change under it; changes of one lexicon wait for one another. */
export async function noteChange(tx: Tx, change: Omit<LexiconChange, 'version'>): Promise<number> {
  const q = tx.withTables<Tables>();
  const { version } = await q
    .insertInto('lexicon_heads')
    .values({ jurisdiction_id: change.jurisdiction, version: 1 })
    .onConflict((conflict) =>
      conflict.column('jurisdiction_id').doUpdateSet({ version: sql`lexicon_heads.version + 1` }),
    )
    .returning('version')
    .executeTakeFirstOrThrow();
  await q
    .insertInto('lexicon_changes')
    .values({
      jurisdiction_id: change.jurisdiction,
      version,
      action: change.action,
      entry_id: change.subject.id,
      term: change.subject.term,
      entry: JSON.stringify({ ...change.subject.content, tried: null }),
      reason: change.reason,
      at: change.at,
      person_name: change.personName,
      post_title: change.postTitle,
    })
    .execute();
  return version;
}

/** The latest changes of a lexicon. */
export async function readChanges(tx: Tx, jurisdiction: string, limit: number): Promise<LexiconChange[]> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('lexicon_changes')
    .selectAll()
    .where('jurisdiction_id', '=', jurisdiction)
    .orderBy('version', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    jurisdiction: row.jurisdiction_id,
    version: row.version,
    action: row.action as LexiconChange['action'],
    subject: { id: row.entry_id, term: row.term, content: row.entry as unknown as object },
    reason: row.reason,
    at: row.at,
    personName: row.person_name,
    postTitle: row.post_title,
  }));
}
