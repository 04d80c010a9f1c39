import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../kernel/db/database.ts';
import type { Day } from '../../policy/index.ts';
import type { Unit } from './model.ts';
import { lasts } from './store.ts';
import type { Tables } from './tables.ts';

/*
 * Relations that other modules join in a statement of their own, so that a question about ten thousand accounts is one
 * statement and what a unit or an appointment is stays said here.
 */

/** Units as a policy asks about them: id, kind, tier, under_park. */
export function unitFactsRelation(): RawBuilder<unknown> {
  return sql`(select u.id, u.kind, u.tier, exists (
      select 1 from units p where p.id = any(u.path) and p.id <> u.id and p.kind = 'park') as under_park
    from units u)`;
}

/** Appointments with the last day on which each is held: id, to_day (null while it lasts), is_staff. */
export function appointmentRelation(): RawBuilder<unknown> {
  return sql`(select a.id, least(a.to_day, p.closed_on - 1, u.closed_on - 1) as to_day, h.is_staff
    from appointments a join posts p on p.id = a.post_id join units u on u.id = p.unit_id
      join people h on h.id = a.person_id)`;
}

/** Outside agencies that run accounts for a host on a day: id, host_unit_id, name, to_day. */
export function outsideOperatorRelation(on: Day): RawBuilder<unknown> {
  return sql`(select o.id, o.host_unit_id, o.name, o.to_day from operators o
    where o.kind = 'outside' and o.from_day <= ${on}::date and (o.to_day is null or o.to_day >= ${on}::date))`;
}

/** A post held by a person, as another module picks it to say who answers for something. */
export interface HeldPost {
  readonly appointmentId: string;
  readonly jurisdiction: string;
  readonly personId: string;
  readonly name: string;
  readonly isStaff: boolean;
  readonly title: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly unitPath: readonly string[];
  readonly fromDay: Day;
  readonly toDay: Day | null;
}

function heldPosts(db: Db) {
  return db
    .withTables<Tables>()
    .selectFrom('appointments as a')
    .innerJoin('posts as p', 'p.id', 'a.post_id')
    .innerJoin('units as u', 'u.id', 'p.unit_id')
    .innerJoin('people as h', 'h.id', 'a.person_id')
    .select([
      'a.id as appointmentId',
      'u.jurisdiction_id as jurisdiction',
      'h.id as personId',
      'h.name',
      'h.is_staff as isStaff',
      'p.title',
      'u.id as unitId',
      'u.name as unitName',
      'u.path as unitPath',
      'a.from_day as fromDay',
    ])
    .select(sql<Day | null>`least(a.to_day, p.closed_on - 1, u.closed_on - 1)`.as('toDay'));
}

/** The posts that appointments are to. */
export async function readHeldPosts(db: Db, appointmentIds: readonly string[]): Promise<HeldPost[]> {
  if (appointmentIds.length === 0) return [];
  return heldPosts(db)
    .where('a.id', 'in', [...appointmentIds])
    .execute();
}

/** The posts held on a day in a unit, in those above it and in those below, within its own jurisdiction. */
export async function readHeldAround(db: Db, unit: Unit, on: Day, most: number): Promise<HeldPost[]> {
  return heldPosts(db)
    .where('u.jurisdiction_id', '=', unit.jurisdiction)
    .where(sql<boolean>`(u.id = any(${[...unit.path]}::uuid[]) or ${unit.id}::uuid = any(u.path))`)
    .where(lasts(on, 'a.from_day', 'a.to_day'))
    .where((eb) => eb.or([eb('p.closed_on', 'is', null), eb('p.closed_on', '>', on)]))
    .orderBy(sql`(u.id = ${unit.id}) desc`)
    .orderBy('u.name')
    .orderBy('p.title')
    .orderBy('a.id')
    .limit(most)
    .execute();
}

/** The units that line departments guide. */
export async function readGuidedBy(db: Db, guides: readonly string[]): Promise<string[]> {
  if (guides.length === 0) return [];
  const rows = await db
    .withTables<Tables>()
    .selectFrom('units')
    .select('id')
    .where('guided_by_id', 'in', [...guides])
    .execute();
  return rows.map(({ id }) => id);
}
