import { sql } from 'kysely';
import type { Db } from '../../kernel/db/database.ts';
import type { Post } from './model.ts';
import type { StandingUnit } from './rules-import.ts';
import type { Tables } from './tables.ts';

/** Two imports of one file at once must not double it: the second waits here, and then finds what the first wrote. */
export async function lockFilling(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('juzhen.fill-directory', 0))`.execute(db);
}

/** Whether any unit exists; for the system, which sees all. */
export async function hasUnits(db: Db): Promise<boolean> {
  const { rows } = await sql`select 1 from units limit 1`.execute(db);
  return rows.length > 0;
}

/** The standing units within reach whose name or code is one of the texts. */
export async function readMentionedUnits(
  db: Db,
  texts: readonly string[],
): Promise<Omit<StandingUnit, 'managed' | 'classified'>[]> {
  if (texts.length === 0) return [];
  const list = sql<string[]>`${[...texts]}::text[]`;
  return db
    .withTables<Tables>()
    .selectFrom('units')
    .select(['id', 'jurisdiction_id as jurisdiction', 'name', 'code', 'kind', 'path'])
    .where('closed_on', 'is', null)
    .where((eb) =>
      eb.or([eb('name', '=', sql<string>`any(${list})`), eb('code', '=', sql<string>`any(${list})`)]),
    )
    .$castTo<Omit<StandingUnit, 'managed' | 'classified'>>()
    .execute();
}

/** 'jurisdiction name phone' of those of the people who are in the directory already. */
export async function readKnownPeople(
  db: Db,
  people: readonly { name: string; phone: string }[],
): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    select distinct p.jurisdiction_id || ' ' || p.name || ' ' || p.phone as key
    from people p
    join unnest(${people.map((each) => each.name)}::text[], ${people.map((each) => each.phone)}::text[]) as t (name, phone)
      on t.name = p.name and t.phone = p.phone`.execute(db);
  return rows.map((row) => row.key);
}

/** The posts of units that are not closed. */
export async function readStandingPosts(db: Db, unitIds: readonly string[]): Promise<Post[]> {
  return db
    .withTables<Tables>()
    .selectFrom('posts')
    .select([
      'id',
      'jurisdiction_id as jurisdiction',
      'unit_id as unitId',
      'kind',
      'title',
      'closed_on as closedOn',
    ])
    .where('unit_id', '=', sql<string>`any(${[...unitIds]}::uuid[])`)
    .where('closed_on', 'is', null)
    .orderBy('id')
    .execute();
}
