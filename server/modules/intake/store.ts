import { type Selectable, sql } from 'kysely';
import type { Mapping } from '../../../contracts/intake/wire.ts';
import type { Tx } from '../../kernel/db/database.ts';
import type { CheckedRow, Intake, IntakeState, RowProblem, SheetRow } from './model.ts';

type Tables = {
  intakes: {
    jurisdiction_id: string;
    id: string;
    file_name: string;
    file_digest: string;
    headers: string;
    header_digest: string;
    mapping: string;
    remembered: boolean;
    state: string;
    rows: number;
    faulty: number;
    accepted: number;
    taken: number;
    created_at: string;
    created_by: string | null;
    created_by_name: string;
    created_post: string | null;
    ended_at: string | null;
    undone_reason: string | null;
    version: number;
  };
};

function toRow(i: Intake): Tables['intakes'] {
  return {
    jurisdiction_id: i.jurisdiction,
    id: i.id,
    file_name: i.fileName,
    file_digest: i.fileDigest,
    headers: JSON.stringify(i.headers),
    header_digest: i.headerDigest,
    mapping: JSON.stringify(i.mapping),
    remembered: i.remembered,
    state: i.state,
    rows: i.rows,
    faulty: i.faulty,
    accepted: i.accepted,
    taken: i.taken,
    created_at: i.createdAt,
    created_by: i.createdBy,
    created_by_name: i.createdByName,
    created_post: i.createdPost,
    ended_at: i.endedAt,
    undone_reason: i.undoneReason,
    version: i.version,
  };
}

function toIntake(r: Selectable<Tables['intakes']>): Intake {
  return {
    jurisdiction: r.jurisdiction_id,
    id: r.id,
    fileName: r.file_name,
    fileDigest: r.file_digest,
    headers: r.headers as unknown as string[],
    headerDigest: r.header_digest,
    mapping: r.mapping as unknown as Mapping,
    remembered: r.remembered,
    state: r.state as IntakeState,
    rows: r.rows,
    faulty: r.faulty,
    accepted: r.accepted,
    taken: r.taken,
    createdAt: r.created_at,
    createdBy: r.created_by,
    createdByName: r.created_by_name,
    createdPost: r.created_post,
    endedAt: r.ended_at,
    undoneReason: r.undone_reason,
    version: r.version,
  };
}

export async function insertIntake(tx: Tx, intake: Intake): Promise<void> {
  await tx.withTables<Tables>().insertInto('intakes').values(toRow(intake)).execute();
}

/** Writes an import as it now is; the caller holds its row. */
export async function updateIntake(tx: Tx, intake: Intake): Promise<void> {
  const { jurisdiction_id, id, created_at, ...changed } = toRow(intake);
  await tx
    .withTables<Tables>()
    .updateTable('intakes')
    .set(changed)
    .where('jurisdiction_id', '=', jurisdiction_id)
    .where('id', '=', id)
    .execute();
}

export async function readIntake(tx: Tx, jurisdiction: string, id: string): Promise<Intake | undefined> {
  const row = await byKey(tx, jurisdiction, id).executeTakeFirst();
  return row && toIntake(row);
}

/** Holds an import until the transaction ends: two that would start or undo it wait for each other. */
export async function lockIntake(tx: Tx, jurisdiction: string, id: string): Promise<Intake | undefined> {
  const row = await byKey(tx, jurisdiction, id).forUpdate().executeTakeFirst();
  return row && toIntake(row);
}

function byKey(tx: Tx, jurisdiction: string, id: string) {
  return tx
    .withTables<Tables>()
    .selectFrom('intakes')
    .selectAll()
    .where('jurisdiction_id', '=', jurisdiction)
    .where('id', '=', id);
}

export async function findIntakes(
  tx: Tx,
  jurisdictions: readonly string[],
  page: { readonly page: number; readonly size: number },
): Promise<{ items: Intake[]; total: number }> {
  const q = tx
    .withTables<Tables>()
    .selectFrom('intakes')
    .where('jurisdiction_id', '=', sql<string>`any(${[...jurisdictions]}::text[])`);
  const { total } = await q.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await q
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(page.size)
    .offset((page.page - 1) * page.size)
    .execute();
  return { items: rows.map(toIntake), total: Number(total) };
}

/** How a sheet with the same headings was read before. */
export async function readMapping(
  tx: Tx,
  jurisdiction: string,
  headerDigest: string,
): Promise<Mapping | undefined> {
  const { rows } = await sql<{ mapping: Mapping }>`select mapping from intake_mappings
    where jurisdiction_id = ${jurisdiction} and header_digest = ${headerDigest}`.execute(tx);
  return rows[0]?.mapping;
}

export async function rememberMapping(tx: Tx, intake: Intake, at: string): Promise<void> {
  const mapping = JSON.stringify(intake.mapping);
  await sql`insert into intake_mappings (jurisdiction_id, header_digest, mapping, used_at)
    values (${intake.jurisdiction}, ${intake.headerDigest}, ${mapping}::jsonb, ${at})
    on conflict (jurisdiction_id, header_digest) do update set mapping = excluded.mapping, used_at = excluded.used_at`.execute(
    tx,
  );
}

/** Keeps the sheet of an import, row by row. */
export async function insertRows(tx: Tx, intake: Intake, rows: readonly SheetRow[]): Promise<void> {
  await sql`insert into intake_rows (jurisdiction_id, intake_id, row_no, cells, problems, state)
    select ${intake.jurisdiction}, ${intake.id}::uuid, (r->>0)::int,
           array(select jsonb_array_elements_text(r->1)), '[]', 'faulty'
      from jsonb_array_elements(${JSON.stringify(rows.map(({ row, cells }) => [row, cells]))}::jsonb) r`.execute(
    tx,
  );
}

export async function readSheetRows(
  tx: Tx,
  intake: Pick<Intake, 'jurisdiction' | 'id'>,
): Promise<SheetRow[]> {
  const { rows } = await sql<SheetRow>`select row_no as row, cells from intake_rows
    where jurisdiction_id = ${intake.jurisdiction} and intake_id = ${intake.id} order by row_no`.execute(tx);
  return rows;
}

/** Writes what the dry run found of every row. */
export async function keepChecked(
  tx: Tx,
  intake: Pick<Intake, 'jurisdiction' | 'id'>,
  checked: readonly CheckedRow[],
): Promise<void> {
  const found = JSON.stringify(checked.map(({ row, problems }) => [row, problems]));
  await sql`update intake_rows i
       set problems = r->1,
           state = case when jsonb_array_length(r->1) > 0 then 'faulty' else 'ready' end
      from jsonb_array_elements(${found}::jsonb) r
     where i.jurisdiction_id = ${intake.jurisdiction} and i.intake_id = ${intake.id} and i.row_no = (r->>0)::int`.execute(
    tx,
  );
}

/** The problems of an import, in the order of the sheet. */
export async function readProblems(
  tx: Tx,
  intake: Pick<Intake, 'jurisdiction' | 'id'>,
  page: { readonly page: number; readonly size: number },
): Promise<{ items: RowProblem[]; total: number }> {
  const faulty = sql`from intake_rows i, jsonb_array_elements(i.problems) with ordinality as p (problem, place)
    where i.jurisdiction_id = ${intake.jurisdiction} and i.intake_id = ${intake.id} and i.state = 'faulty'`;
  const total = await sql<{ n: number }>`select count(*)::int as n ${faulty}`.execute(tx);
  const { rows } = await sql<{ problem: RowProblem }>`select p.problem ${faulty}
    order by i.row_no, p.place limit ${page.size} offset ${(page.page - 1) * page.size}`.execute(tx);
  return { items: rows.map(({ problem }) => problem), total: total.rows[0]?.n ?? 0 };
}

/** The next rows to take in. */
export async function readReady(
  tx: Tx,
  intake: Pick<Intake, 'jurisdiction' | 'id'>,
  limit: number,
): Promise<SheetRow[]> {
  const { rows } = await sql<SheetRow>`select row_no as row, cells from intake_rows
    where jurisdiction_id = ${intake.jurisdiction} and intake_id = ${intake.id} and state = 'ready'
    order by row_no limit ${limit}`.execute(tx);
  return rows;
}

/** Marks rows as taken in; what they said is now in the registry and kept here no longer. */
export async function markTaken(
  tx: Tx,
  intake: Pick<Intake, 'jurisdiction' | 'id'>,
  taken: readonly { readonly row: number; readonly accountId: string }[],
): Promise<void> {
  await sql`update intake_rows i set state = 'taken', account_id = t.a, cells = '{}'
      from unnest(${taken.map(({ row }) => row)}::int[], ${taken.map(({ accountId }) => accountId)}::uuid[]) as t (r, a)
     where i.jurisdiction_id = ${intake.jurisdiction} and i.intake_id = ${intake.id} and i.row_no = t.r`.execute(
    tx,
  );
}

/** Forgets what the sheet said in rows that will not be looked at again: there are names of people in it. */
export async function forgetCells(tx: Tx, intake: Pick<Intake, 'jurisdiction' | 'id'>): Promise<void> {
  await sql`update intake_rows set cells = '{}'
    where jurisdiction_id = ${intake.jurisdiction} and intake_id = ${intake.id} and cells <> '{}'`.execute(
    tx,
  );
}

/** Imports whose work has begun and is not done. */
export async function readRunning(tx: Tx): Promise<{ jurisdiction: string; id: string }[]> {
  const { rows } = await sql<{ jurisdiction: string; id: string }>`
    select jurisdiction_id as jurisdiction, id from intakes where state = 'running'`.execute(tx);
  return rows;
}

/** Sheets that were looked at before an instant and never taken in. */
export async function readForgotten(tx: Tx, before: string): Promise<{ jurisdiction: string; id: string }[]> {
  const { rows } = await sql<{ jurisdiction: string; id: string }>`
    select jurisdiction_id as jurisdiction, id from intakes where state = 'checked' and created_at < ${before}`.execute(
    tx,
  );
  return rows;
}
