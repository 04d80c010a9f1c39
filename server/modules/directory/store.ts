import { type Expression, type SqlBool, sql } from 'kysely';
import type { Db } from '../../kernel/db/database.ts';
import type { Day } from '../../policy/index.ts';
import type { Holder, OversightDetail, RoleName, Unit } from './model.ts';
import type { Tables } from './tables.ts';

/** A row of units with whether a park stands above it. */
export function unitsQuery(db: Db) {
  return db
    .withTables<Tables>()
    .selectFrom('units as u')
    .select([
      'u.id',
      'u.jurisdiction_id as jurisdiction',
      'u.name',
      'u.short_name as shortName',
      'u.code',
      'u.kind',
      'u.tier',
      'u.parent_id as parentId',
      'u.guided_by_id as guidedById',
      'u.path',
      'u.secret',
      'u.inward',
      'u.closed_on as closedOn',
      'u.version',
    ])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('units as above')
            .select(sql`1`.as('one'))
            .whereRef('above.id', '=', sql`any(u.path)`)
            .whereRef('above.id', '!=', 'u.id')
            .where('above.kind', '=', 'park'),
        )
        .as('underPark'),
    )
    .$castTo<Unit>();
}

/** Holds on a day: begun, and not yet over. Both ends are included. */
export function lasts(on: Day, from: string, to: string): Expression<SqlBool> {
  return sql<SqlBool>`(${sql.ref(from)} <= ${on}::date and (${sql.ref(to)} is null or ${sql.ref(to)} >= ${on}::date))`;
}

export async function readUnit(db: Db, id: string): Promise<Unit | undefined> {
  return unitsQuery(db).where('u.id', '=', id).executeTakeFirst();
}

export async function readUnits(db: Db, ids: readonly string[]): Promise<Unit[]> {
  if (ids.length === 0) return [];
  return unitsQuery(db)
    .where('u.id', 'in', [...ids])
    .orderBy('u.name')
    .execute();
}

/** The standing unit of exactly that name in one of the jurisdictions. */
export async function readUnitsNamed(
  db: Db,
  name: string,
  jurisdictions: readonly string[],
): Promise<Unit[]> {
  return unitsQuery(db)
    .where('u.name', '=', name)
    .where('u.jurisdiction_id', 'in', [...jurisdictions])
    .where('u.closed_on', 'is', null)
    .execute();
}

/** Units with a role over any of the jurisdictions on a day. */
export async function readUnitsWithRole(
  db: Db,
  asked: { over: readonly string[]; role: RoleName; detail: OversightDetail | null; on: Day },
): Promise<(Unit & { over: string })[]> {
  let q = unitsQuery(db)
    .innerJoin('unit_roles as r', 'r.unit_id', 'u.id')
    .select('r.over_jurisdiction as over')
    .where('r.over_jurisdiction', 'in', [...asked.over])
    .where('r.role', '=', asked.role)
    .where(lasts(asked.on, 'r.from_day', 'r.to_day'))
    .where((eb) => eb.or([eb('u.closed_on', 'is', null), eb('u.closed_on', '>', asked.on)]));
  if (asked.detail) q = q.where('r.detail', '=', asked.detail);
  return q.orderBy('r.from_day').orderBy('r.id').$castTo<Unit & { over: string }>().execute();
}

/** The people who hold a kind of post in a unit on a day, by seniority of appointment. */
export async function readHolders(db: Db, unitId: string, postKind: string, on: Day): Promise<Holder[]> {
  return db
    .withTables<Tables>()
    .selectFrom('posts as p')
    .innerJoin('appointments as a', 'a.post_id', 'p.id')
    .innerJoin('people as h', 'h.id', 'a.person_id')
    .select(['h.id as personId', 'h.name', 'p.id as postId', 'p.title'])
    .where('p.unit_id', '=', unitId)
    .where('p.kind', '=', postKind)
    .where((eb) => eb.or([eb('p.closed_on', 'is', null), eb('p.closed_on', '>', on)]))
    .where(lasts(on, 'a.from_day', 'a.to_day'))
    .orderBy('a.from_day')
    .orderBy('a.id')
    .execute();
}
