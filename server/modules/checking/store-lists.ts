import { sql } from 'kysely';
import type { Tx } from '../../kernel/db/database.ts';
import type { Day } from '../../policy/index.ts';
import type { Check, Tally } from './model.ts';
import type { Tables } from './tables.ts';

/** Whose checks a list shows: jurisdictions looked over as a whole, and units with all below them. */
export interface Visible {
  readonly scope: readonly string[] | '*';
  readonly overseen: readonly string[] | '*';
  readonly units: readonly string[];
}

/** What a list of checks shows. */
export interface CheckLine {
  readonly check: Pick<
    Check,
    | 'jurisdiction'
    | 'id'
    | 'unitId'
    | 'unitName'
    | 'title'
    | 'kind'
    | 'state'
    | 'createdAt'
    | 'createdByName'
    | 'createdPost'
  >;
  readonly documents: number;
  readonly checked: number;
  readonly tally: Tally;
}

/** A page of checks, the latest first, with the total. */
export async function findChecks(
  tx: Tx,
  filter: { visible: Visible; unit?: string | undefined; page: number; size: number },
): Promise<{ items: CheckLine[]; total: number }> {
  const { scope, overseen, units } = filter.visible;
  let q = tx.withTables<Tables>().selectFrom('content_checks as c');
  if (scope !== '*') q = q.where('c.jurisdiction_id', '=', sql<string>`any(${[...scope]}::text[])`);
  if (overseen !== '*') {
    q = q.where((eb) =>
      eb.or([
        sql<boolean>`c.jurisdiction_id = any(${[...overseen]}::text[])`,
        sql<boolean>`c.unit_path && ${[...units]}::uuid[]`,
      ]),
    );
  }
  if (filter.unit) q = q.where('c.unit_id', '=', filter.unit);
  const { total } = await q.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await q
    .selectAll()
    .orderBy('c.created_at', 'desc')
    .orderBy('c.id')
    .limit(filter.size)
    .offset((filter.page - 1) * filter.size)
    .execute();
  const sums = await sumsOf(
    tx,
    rows.map(({ id }) => id),
    [...new Set(rows.map(({ jurisdiction_id }) => jurisdiction_id))],
  );
  const items = rows.map((row) => ({
    check: {
      jurisdiction: row.jurisdiction_id,
      id: row.id,
      unitId: row.unit_id,
      unitName: row.unit_name,
      title: row.title,
      kind: row.kind as Check['kind'],
      state: row.state as Check['state'],
      createdAt: row.created_at,
      createdByName: row.created_by_name,
      createdPost: row.created_post,
    },
    ...(sums.get(row.id) ?? { documents: 0, checked: 0, tally: { block: 0, warn: 0, note: 0 } }),
  }));
  return { items, total };
}

async function sumsOf(tx: Tx, ids: readonly string[], jurisdictions: readonly string[]) {
  if (ids.length === 0) return new Map<string, Omit<CheckLine, 'check'>>();
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('checked_documents')
    .select((eb) => [
      'check_id',
      eb.fn.countAll<number>().as('documents'),
      sql<number>`count(*) filter (where state <> 'waiting')`.as('checked'),
      sql<number>`sum(blocks)::int`.as('block'),
      sql<number>`sum(warnings)::int`.as('warn'),
      sql<number>`sum(notes)::int`.as('note'),
    ])
    .where('jurisdiction_id', 'in', jurisdictions)
    .where('check_id', 'in', ids)
    .groupBy('check_id')
    .execute();
  return new Map(
    rows.map(({ check_id, documents, checked, block, warn, note }) => [
      check_id,
      { documents, checked, tally: { block, warn, note } },
    ]),
  );
}

/** Masked texts kept since a moment, the latest first. */
export async function readTexts(
  tx: Tx,
  filter: { jurisdictions: readonly string[]; since: string; limit: number; offset: number },
): Promise<string[]> {
  const rows = await tx
    .withTables<Tables>()
    .selectFrom('check_texts')
    .select('text')
    .where('jurisdiction_id', 'in', filter.jurisdictions)
    .where('kept_at', '>=', filter.since)
    .orderBy('kept_at', 'desc')
    .orderBy('check_id')
    .orderBy('position')
    .limit(filter.limit)
    .offset(filter.offset)
    .execute();
  return rows.map(({ text }) => text);
}

/** Jurisdictions with something whose time has come. */
export async function jurisdictionsToExpire(tx: Tx, today: Day): Promise<string[]> {
  const q = tx.withTables<Tables>();
  const rows = await q
    .selectFrom('content_checks')
    .select('jurisdiction_id')
    .where('kept_until', '<', today)
    .union(q.selectFrom('check_texts').select('jurisdiction_id').where('kept_until', '<', today))
    .execute();
  return rows.map(({ jurisdiction_id }) => jurisdiction_id).sort();
}

/** Deletes checks and texts whose time has come; overrides stay, for they answer for what was published. */
export async function deleteExpired(
  tx: Tx,
  jurisdiction: string,
  today: Day,
): Promise<{ checks: number; texts: number }> {
  const q = tx.withTables<Tables>();
  const old = q
    .selectFrom('content_checks')
    .select('id')
    .where('jurisdiction_id', '=', jurisdiction)
    .where('kept_until', '<', today);
  const texts = await q
    .deleteFrom('check_texts')
    .where('jurisdiction_id', '=', jurisdiction)
    .where((eb) => eb.or([eb('kept_until', '<', today), eb('check_id', 'in', old)]))
    .executeTakeFirst();
  for (const table of ['check_findings', 'checked_documents'] as const) {
    await q
      .deleteFrom(table)
      .where('jurisdiction_id', '=', jurisdiction)
      .where('check_id', 'in', old)
      .execute();
  }
  const checks = await q
    .deleteFrom('content_checks')
    .where('jurisdiction_id', '=', jurisdiction)
    .where('kept_until', '<', today)
    .executeTakeFirst();
  return { checks: Number(checks.numDeletedRows), texts: Number(texts.numDeletedRows) };
}
