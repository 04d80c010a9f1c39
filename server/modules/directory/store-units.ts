import { sql } from 'kysely';
import { refusingClash } from '../../kernel/db/clash.ts';
import type { Db } from '../../kernel/db/database.ts';
import type { Day } from '../../policy/index.ts';
import type { Post, Unit } from './model.ts';
import { unitsQuery } from './store.ts';
import { subjectsWith } from './store-terms.ts';
import type { Tables } from './tables.ts';

/** A unit in a list: whether something stands below it. */
export type ListedUnit = Unit & { readonly hasChildren: boolean };

function listed(db: Db) {
  return unitsQuery(db)
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('units as below')
            .select(sql`1`.as('one'))
            .whereRef('below.parent_id', '=', 'u.id')
            .where('below.closed_on', 'is', null),
        )
        .as('hasChildren'),
    )
    .$castTo<ListedUnit>();
}

/** The units directly below one; without a parent the topmost ones that can be seen. */
export async function readChildren(
  db: Db,
  parentId: string | undefined,
  withClosed: boolean,
): Promise<ListedUnit[]> {
  let q = listed(db);
  q =
    parentId === undefined
      ? q.where((eb) =>
          eb.or([
            eb('u.parent_id', 'is', null),
            eb.not(
              eb.exists(
                eb.selectFrom('units as up').select(sql`1`.as('one')).whereRef('up.id', '=', 'u.parent_id'),
              ),
            ),
          ]),
        )
      : q.where('u.parent_id', '=', parentId);
  if (!withClosed) q = q.where('u.closed_on', 'is', null);
  return q.orderBy('u.jurisdiction_id').orderBy('u.created_at').orderBy('u.id').limit(2000).execute();
}

/** A page of standing units whose terms hold all grams and whose name, short name or code holds the text. */
export async function searchUnits(
  db: Db,
  asked: {
    text: string;
    grams: readonly string[];
    jurisdictions: readonly string[] | null;
    limit: number;
    offset: number;
  },
): Promise<{ items: ListedUnit[]; total: number }> {
  const like = `%${asked.text.replace(/[%_\\]/g, '\\$&')}%`;
  let q = db.withTables<Tables>().selectFrom('units as u').where('u.closed_on', 'is', null);
  if (asked.grams.length > 0)
    q = q.where('u.id', '=', sql<string>`any(${subjectsWith('unit', asked.grams)})`);
  q = q.where((eb) =>
    eb.or([eb('u.name', 'ilike', like), eb('u.short_name', 'ilike', like), eb('u.code', 'like', like)]),
  );
  if (asked.jurisdictions) q = q.where('u.jurisdiction_id', 'in', [...asked.jurisdictions]);
  const ids = await q
    .select('u.id')
    .select(sql<number>`count(*) over ()`.as('total'))
    .orderBy(sql`length(u.name)`)
    .orderBy('u.name')
    .orderBy('u.id')
    .limit(asked.limit)
    .offset(asked.offset)
    .execute();
  const order = new Map(ids.map((row, index) => [row.id, index]));
  const items =
    ids.length === 0
      ? []
      : await listed(db)
          .where('u.id', 'in', [...order.keys()])
          .execute();
  return {
    items: items.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0)),
    total: Number(ids[0]?.total ?? 0),
  };
}

/** Locks units in one order, so that two changes of the tree wait for each other and never for ever. */
export async function lockUnits(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db
    .withTables<Tables>()
    .selectFrom('units')
    .select('id')
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute();
}

export async function insertUnits(db: Db, units: readonly Unit[], at: string): Promise<void> {
  const rows = units.map((unit) => ({
    ...columnsOf(unit),
    jurisdiction_id: unit.jurisdiction,
    id: unit.id,
    path: [...unit.path],
    closed_on: unit.closedOn,
    version: unit.version,
    created_at: at,
  }));
  const insert = db.withTables<Tables>().insertInto('units').values(rows).execute();
  await refusingClash(insert, 'directory.name-taken', { name: units[0]?.name });
}

function columnsOf(unit: Unit) {
  return {
    parent_id: unit.parentId,
    guided_by_id: unit.guidedById,
    name: unit.name,
    short_name: unit.shortName,
    code: unit.code,
    kind: unit.kind,
    tier: unit.tier,
    secret: unit.secret,
    inward: unit.inward,
  };
}

/** Writes a unit as it is now, if nobody has changed it since that version. */
export async function updateUnit(db: Db, unit: Unit, readVersion: number): Promise<boolean> {
  const update = db
    .withTables<Tables>()
    .updateTable('units')
    .set({ ...columnsOf(unit), path: [...unit.path], closed_on: unit.closedOn, version: readVersion + 1 })
    .where('jurisdiction_id', '=', unit.jurisdiction)
    .where('id', '=', unit.id)
    .where('version', '=', readVersion)
    .executeTakeFirst();
  const changed = await refusingClash(update, 'directory.name-taken', { name: unit.name });
  return changed.numUpdatedRows === 1n;
}

/** Hangs everything below a unit under its new path. */
export async function movePaths(db: Db, unitId: string, path: readonly string[]): Promise<void> {
  await sql`
    with recursive below as (
      select id, array_append(${[...path]}::uuid[], id) as path from units where parent_id = ${unitId}
      union all
      select u.id, array_append(b.path, u.id) from units u join below b on u.parent_id = b.id
    )
    update units set path = below.path from below where units.id = below.id`.execute(db);
}

/** How many standing units are directly below one. */
export async function countStandingBelow(db: Db, unitId: string): Promise<number> {
  const row = await db
    .withTables<Tables>()
    .selectFrom('units')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('parent_id', '=', unitId)
    .where('closed_on', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

/** Which of the names or codes standing units of a jurisdiction have already, leaving one unit out. */
export async function readClash(
  db: Db,
  asked: { jurisdiction: string; name: string; code: string | null; except: string },
): Promise<{ name: boolean; code: boolean }> {
  const rows = await db
    .withTables<Tables>()
    .selectFrom('units')
    .select(['name', 'code'])
    .where('jurisdiction_id', '=', asked.jurisdiction)
    .where('closed_on', 'is', null)
    .where('id', '!=', asked.except)
    .where((eb) =>
      eb.or([eb('name', '=', asked.name), ...(asked.code === null ? [] : [eb('code', '=', asked.code)])]),
    )
    .execute();
  return {
    name: rows.some((row) => row.name === asked.name),
    code: asked.code !== null && rows.some((row) => row.code === asked.code),
  };
}

/** Units that a line department guides. */
export async function readGuided(
  db: Db,
  unitId: string,
  limit: number,
): Promise<{ id: string; name: string }[]> {
  return db
    .withTables<Tables>()
    .selectFrom('units')
    .select(['id', 'name'])
    .where('guided_by_id', '=', unitId)
    .where('closed_on', 'is', null)
    .orderBy('name')
    .limit(limit)
    .execute();
}

const postColumns = [
  'id',
  'jurisdiction_id as jurisdiction',
  'unit_id as unitId',
  'kind',
  'title',
  'closed_on as closedOn',
] as const;

export async function readPost(db: Db, id: string): Promise<Post | undefined> {
  return db
    .withTables<Tables>()
    .selectFrom('posts')
    .select(postColumns)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function lockPost(db: Db, id: string): Promise<Post | undefined> {
  return db
    .withTables<Tables>()
    .selectFrom('posts')
    .select(postColumns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function readPosts(db: Db, unitId: string): Promise<Post[]> {
  return db
    .withTables<Tables>()
    .selectFrom('posts')
    .select(postColumns)
    .where('unit_id', '=', unitId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

export async function insertPosts(db: Db, posts: readonly Post[], at: string): Promise<void> {
  await db
    .withTables<Tables>()
    .insertInto('posts')
    .values(
      posts.map((post) => ({
        jurisdiction_id: post.jurisdiction,
        id: post.id,
        unit_id: post.unitId,
        kind: post.kind,
        title: post.title,
        closed_on: post.closedOn,
        created_at: at,
      })),
    )
    .execute();
}

export async function closePostOn(db: Db, post: Post, on: Day): Promise<void> {
  await db
    .withTables<Tables>()
    .updateTable('posts')
    .set({ closed_on: on })
    .where('jurisdiction_id', '=', post.jurisdiction)
    .where('id', '=', post.id)
    .execute();
}

/** All standing units of some jurisdictions, at most fifty thousand. */
export async function readStanding(db: Db, jurisdictions: readonly string[]): Promise<Unit[]> {
  return unitsQuery(db)
    .where('u.jurisdiction_id', 'in', [...jurisdictions])
    .where('u.closed_on', 'is', null)
    .orderBy('u.name')
    .limit(50_000)
    .execute();
}
