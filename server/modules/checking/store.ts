import type { Selectable } from 'kysely';
import type { Tx } from '../../kernel/db/database.ts';
import type { Check, CheckedDocument } from './model.ts';
import type { Tables } from './tables.ts';

type CheckRow = Selectable<Tables['content_checks']>;
type DocumentRow = Selectable<Tables['checked_documents']>;

function toCheck(r: CheckRow): Check {
  return {
    jurisdiction: r.jurisdiction_id,
    id: r.id,
    unitId: r.unit_id,
    unitName: r.unit_name,
    unitPath: r.unit_path,
    title: r.title,
    kind: r.kind as Check['kind'],
    state: r.state as Check['state'],
    declared: r.declared as unknown as Check['declared'],
    createdAt: r.created_at,
    createdBy: r.created_by,
    createdByName: r.created_by_name,
    createdPost: r.created_post,
    keptUntil: r.kept_until,
  };
}

function toDocument(r: DocumentRow): CheckedDocument {
  return {
    jurisdiction: r.jurisdiction_id,
    checkId: r.check_id,
    position: r.position,
    name: r.name,
    state: r.state as CheckedDocument['state'],
    fileId: r.file_id,
    textDigest: r.text_digest,
    characters: r.characters,
    tally: { block: r.blocks, warn: r.warnings, note: r.notes },
    leftOut: r.left_out,
    unobserved: r.unobserved as unknown as CheckedDocument['unobserved'],
    problem: r.problem as unknown as CheckedDocument['problem'],
    lexiconVersion: r.lexicon_version,
    checkedAt: r.checked_at,
  };
}

export async function insertCheck(tx: Tx, check: Check): Promise<void> {
  await tx
    .withTables<Tables>()
    .insertInto('content_checks')
    .values({
      jurisdiction_id: check.jurisdiction,
      id: check.id,
      unit_id: check.unitId,
      unit_name: check.unitName,
      unit_path: [...check.unitPath],
      title: check.title,
      kind: check.kind,
      state: check.state,
      declared: JSON.stringify(check.declared),
      created_at: check.createdAt,
      created_by: check.createdBy,
      created_by_name: check.createdByName,
      created_post: check.createdPost,
      kept_until: check.keptUntil,
    })
    .execute();
}

export async function readCheck(tx: Tx, jurisdiction: string, id: string): Promise<Check | undefined> {
  const row = await checkByKey(tx, jurisdiction, id).executeTakeFirst();
  return row && toCheck(row);
}

/** As readCheck, holding the row until the transaction ends. */
export async function lockCheck(tx: Tx, jurisdiction: string, id: string): Promise<Check | undefined> {
  const row = await checkByKey(tx, jurisdiction, id).forUpdate().executeTakeFirst();
  return row && toCheck(row);
}

function checkByKey(tx: Tx, jurisdiction: string, id: string) {
  return tx
    .withTables<Tables>()
    .selectFrom('content_checks')
    .selectAll()
    .where('jurisdiction_id', '=', jurisdiction)
    .where('id', '=', id);
}

export async function setCheckState(tx: Tx, check: Check, state: Check['state']): Promise<void> {
  await tx
    .withTables<Tables>()
    .updateTable('content_checks')
    .set({ state })
    .where('jurisdiction_id', '=', check.jurisdiction)
    .where('id', '=', check.id)
    .execute();
}

/** Writes a document as it now is, whether it stood there before or not. */
export async function writeDocument(tx: Tx, document: CheckedDocument): Promise<void> {
  const { jurisdiction, checkId, position, tally } = document;
  const values = {
    name: document.name,
    state: document.state,
    file_id: document.fileId,
    text_digest: document.textDigest,
    characters: document.characters,
    blocks: tally.block,
    warnings: tally.warn,
    notes: tally.note,
    left_out: document.leftOut,
    unobserved: JSON.stringify(document.unobserved),
    problem: document.problem && JSON.stringify(document.problem),
    lexicon_version: document.lexiconVersion,
    checked_at: document.checkedAt,
  };
  await tx
    .withTables<Tables>()
    .insertInto('checked_documents')
    .values({ jurisdiction_id: jurisdiction, check_id: checkId, position, ...values })
    .onConflict((conflict) =>
      conflict.columns(['jurisdiction_id', 'check_id', 'position']).doUpdateSet(values),
    )
    .execute();
}

/** The documents of checks, in their order. */
export async function readDocuments(
  tx: Tx,
  check: Pick<Check, 'jurisdiction' | 'id'>,
): Promise<CheckedDocument[]> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('checked_documents')
    .selectAll()
    .where('jurisdiction_id', '=', check.jurisdiction)
    .where('check_id', '=', check.id)
    .orderBy('position')
    .execute();
  return rows.map(toDocument);
}

/** The next document of a check that waits and that no other process is at; held until the transaction ends. */
export async function lockWaiting(
  tx: Tx,
  { jurisdiction, id }: Pick<Check, 'jurisdiction' | 'id'>,
): Promise<CheckedDocument | undefined> {
  const row = await tx
    .withTables<Tables>()
    .selectFrom('checked_documents')
    .selectAll()
    .where('jurisdiction_id', '=', jurisdiction)
    .where('check_id', '=', id)
    .where('state', '=', 'waiting')
    .orderBy('position')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return row && toDocument(row);
}

/** A masked text kept for trying lexicon entries. */
export interface KeptText {
  readonly jurisdiction: string;
  readonly checkId: string;
  readonly position: number;
  readonly text: string;
  readonly keptAt: string;
  readonly keptUntil: string;
}

export async function insertText(tx: Tx, kept: KeptText): Promise<void> {
  await tx
    .withTables<Tables>()
    .insertInto('check_texts')
    .values({
      jurisdiction_id: kept.jurisdiction,
      check_id: kept.checkId,
      position: kept.position,
      text: kept.text,
      kept_at: kept.keptAt,
      kept_until: kept.keptUntil,
    })
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'check_id', 'position']).doNothing())
    .execute();
}
