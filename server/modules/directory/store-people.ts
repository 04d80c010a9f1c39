import { sql } from 'kysely';
import type { Db } from '../../kernel/db/database.ts';
import type { Day } from '../../policy/index.ts';
import type { Appointment, Person } from './model.ts';
import { lasts } from './store.ts';
import { subjectsWith } from './store-terms.ts';
import type { Tables } from './tables.ts';

const personColumns = [
  'p.id',
  'p.jurisdiction_id as jurisdiction',
  'p.name',
  'p.phone',
  'p.email',
  'p.is_staff as isStaff',
  'p.version',
] as const;
const appointmentColumns = [
  'a.id',
  'a.jurisdiction_id as jurisdiction',
  'a.post_id as postId',
  'a.person_id as personId',
  'a.from_day as fromDay',
  'a.to_day as toDay',
] as const;

/** An appointment with its person, or with its post and unit. */
export type HeldBy = Appointment & { readonly name: string; readonly phone: string | null };
export type HeldPlace = Appointment & {
  readonly kind: string;
  readonly title: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly unitPath: readonly string[];
};

export async function readPerson(db: Db, id: string): Promise<Person | undefined> {
  return db
    .withTables<Tables>()
    .selectFrom('people as p')
    .select(personColumns)
    .where('p.id', '=', id)
    .executeTakeFirst();
}

export async function readPersonCalled(
  db: Db,
  jurisdiction: string,
  name: string,
  phone: string,
): Promise<Person | undefined> {
  return db
    .withTables<Tables>()
    .selectFrom('people as p')
    .select(personColumns)
    .where('p.jurisdiction_id', '=', jurisdiction)
    .where('p.name', '=', name)
    .where('p.phone', '=', phone)
    .executeTakeFirst();
}

/** Where a person can be reached. Notices of any area may be for them: read with the system's scope. */
export async function readContact(
  db: Db,
  personId: string,
): Promise<{ email: string | null; phone: string | null }> {
  const row = await db
    .withTables<Tables>()
    .selectFrom('people')
    .select(['email', 'phone'])
    .where('id', '=', personId)
    .executeTakeFirst();
  return row ?? { email: null, phone: null };
}

/** A page of people by a part of the name, or by the unit they serve today. */
export async function searchPeople(
  db: Db,
  asked: {
    text: string | undefined;
    grams: readonly string[];
    unitId: string | undefined;
    jurisdictions: readonly string[] | null;
    on: Day;
    limit: number;
    offset: number;
  },
): Promise<{ items: Person[]; total: number }> {
  let q = db
    .withTables<Tables>()
    .selectFrom('people as p')
    .select(personColumns)
    .select(sql<number>`count(*) over ()`.as('total'));
  if (asked.grams.length > 0)
    q = q.where('p.id', '=', sql<string>`any(${subjectsWith('person', asked.grams)})`);
  if (asked.text) q = q.where('p.name', 'ilike', `%${asked.text.replace(/[%_\\]/g, '\\$&')}%`);
  if (asked.jurisdictions) q = q.where('p.jurisdiction_id', 'in', [...asked.jurisdictions]);
  const { unitId } = asked;
  if (unitId !== undefined)
    q = q.where('p.id', 'in', (eb) =>
      eb
        .selectFrom('appointments as a')
        .innerJoin('posts as o', 'o.id', 'a.post_id')
        .select('a.person_id')
        .where('o.unit_id', '=', unitId)
        .where(lasts(asked.on, 'a.from_day', 'a.to_day')),
    );
  const rows = await q.orderBy('p.name').orderBy('p.id').limit(asked.limit).offset(asked.offset).execute();
  return { items: rows.map(({ total: _, ...person }) => person), total: Number(rows[0]?.total ?? 0) };
}

export async function insertPeople(db: Db, people: readonly Person[], at: string): Promise<void> {
  await db
    .withTables<Tables>()
    .insertInto('people')
    .values(
      people.map((person) => ({
        jurisdiction_id: person.jurisdiction,
        id: person.id,
        name: person.name,
        phone: person.phone,
        email: person.email,
        is_staff: person.isStaff,
        version: person.version,
        created_at: at,
      })),
    )
    .execute();
}

/** Writes a person as it is now, if nobody has changed it since that version. */
export async function updatePerson(db: Db, person: Person, readVersion: number): Promise<boolean> {
  const changed = await db
    .withTables<Tables>()
    .updateTable('people')
    .set({
      name: person.name,
      phone: person.phone,
      email: person.email,
      is_staff: person.isStaff,
      version: readVersion + 1,
    })
    .where('jurisdiction_id', '=', person.jurisdiction)
    .where('id', '=', person.id)
    .where('version', '=', readVersion)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

export async function insertAppointments(
  db: Db,
  appointments: readonly Appointment[],
  at: string,
): Promise<void> {
  await db
    .withTables<Tables>()
    .insertInto('appointments')
    .values(
      appointments.map((each) => ({
        jurisdiction_id: each.jurisdiction,
        id: each.id,
        post_id: each.postId,
        person_id: each.personId,
        from_day: each.fromDay,
        to_day: each.toDay,
        end_reason: null,
        created_at: at,
      })),
    )
    .execute();
}

export async function lockAppointment(db: Db, id: string): Promise<Appointment | undefined> {
  return db
    .withTables<Tables>()
    .selectFrom('appointments as a')
    .select(appointmentColumns)
    .where('a.id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function endAppointmentOn(
  db: Db,
  appointment: Appointment,
  on: Day,
  reason: string,
): Promise<void> {
  await db
    .withTables<Tables>()
    .updateTable('appointments')
    .set({ to_day: on, end_reason: reason })
    .where('jurisdiction_id', '=', appointment.jurisdiction)
    .where('id', '=', appointment.id)
    .execute();
}

/** The appointments to posts of a unit that are not over on a day. */
export async function readHeldBy(db: Db, unitId: string, on: Day): Promise<HeldBy[]> {
  return db
    .withTables<Tables>()
    .selectFrom('appointments as a')
    .innerJoin('posts as o', 'o.id', 'a.post_id')
    .innerJoin('people as p', 'p.id', 'a.person_id')
    .select(appointmentColumns)
    .select(['p.name', 'p.phone'])
    .where('o.unit_id', '=', unitId)
    .where((eb) => eb.or([eb('a.to_day', 'is', null), eb('a.to_day', '>=', on)]))
    .orderBy('a.from_day')
    .orderBy('a.id')
    .execute();
}

/** Every appointment of people, past ones too, with post and unit. */
export async function readPlaces(db: Db, people: readonly string[]): Promise<HeldPlace[]> {
  if (people.length === 0) return [];
  return db
    .withTables<Tables>()
    .selectFrom('appointments as a')
    .innerJoin('posts as o', 'o.id', 'a.post_id')
    .innerJoin('units as u', 'u.id', 'o.unit_id')
    .select(appointmentColumns)
    .select(['o.kind', 'o.title', 'u.id as unitId', 'u.name as unitName', 'u.path as unitPath'])
    .where('a.person_id', 'in', [...people])
    .orderBy('a.from_day')
    .orderBy('a.id')
    .execute();
}

/** Whether a person holds a post at any time within the days. */
export async function holdsWithin(
  db: Db,
  asked: { postId: string; personId: string; fromDay: Day; toDay: Day | null },
): Promise<boolean> {
  const row = await db
    .withTables<Tables>()
    .selectFrom('appointments')
    .select('id')
    .where('post_id', '=', asked.postId)
    .where('person_id', '=', asked.personId)
    .where((eb) => eb.or([eb('to_day', 'is', null), eb('to_day', '>=', asked.fromDay)]))
    .where((eb) => (asked.toDay === null ? eb.lit(true) : eb('from_day', '<=', asked.toDay)))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
