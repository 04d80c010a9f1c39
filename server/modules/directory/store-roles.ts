import type { Db } from '../../kernel/db/database.ts';
import type { Day } from '../../policy/index.ts';
import type { Contact, Operator, OversightDetail, RoleName, UnitRole } from './model.ts';
import { lasts } from './store.ts';
import type { Tables } from './tables.ts';

const roleColumns = [
  'r.id',
  'r.jurisdiction_id as jurisdiction',
  'r.unit_id as unitId',
  'r.role',
  'r.detail',
  'r.over_jurisdiction as over',
  'r.from_day as fromDay',
  'r.to_day as toDay',
] as const;

function roles(db: Db) {
  return db.withTables<Tables>().selectFrom('unit_roles as r').select(roleColumns).$castTo<UnitRole>();
}

/** Every role of a unit, past and coming ones too. */
export async function readRoles(db: Db, unitId: string): Promise<UnitRole[]> {
  return roles(db).where('r.unit_id', '=', unitId).orderBy('r.from_day').orderBy('r.id').execute();
}

/** The roles of units on a day. */
export async function readRolesOf(db: Db, units: readonly string[], on: Day): Promise<UnitRole[]> {
  if (units.length === 0) return [];
  return roles(db)
    .where('r.unit_id', 'in', [...units])
    .where(lasts(on, 'r.from_day', 'r.to_day'))
    .orderBy('r.from_day')
    .execute();
}

export async function lockRole(db: Db, id: string): Promise<UnitRole | undefined> {
  return roles(db).where('r.id', '=', id).forUpdate().executeTakeFirst();
}

/** A unit that has the role over the jurisdiction at some time within the days. */
export async function readRoleWithin(
  db: Db,
  asked: { over: string; role: RoleName; detail: OversightDetail | null; fromDay: Day; toDay: Day | null },
): Promise<UnitRole | undefined> {
  let q = roles(db)
    .where('r.over_jurisdiction', '=', asked.over)
    .where('r.role', '=', asked.role)
    .where((eb) => eb.or([eb('r.to_day', 'is', null), eb('r.to_day', '>=', asked.fromDay)]));
  if (asked.detail) q = q.where('r.detail', '=', asked.detail);
  if (asked.toDay) q = q.where('r.from_day', '<=', asked.toDay);
  return q.limit(1).executeTakeFirst();
}

export async function insertRole(db: Db, role: UnitRole, at: string): Promise<void> {
  await db
    .withTables<Tables>()
    .insertInto('unit_roles')
    .values({
      jurisdiction_id: role.jurisdiction,
      id: role.id,
      unit_id: role.unitId,
      role: role.role,
      detail: role.detail,
      over_jurisdiction: role.over,
      from_day: role.fromDay,
      to_day: role.toDay,
      created_at: at,
    })
    .execute();
}

export async function endRoleOn(db: Db, role: UnitRole, on: Day): Promise<void> {
  await db
    .withTables<Tables>()
    .updateTable('unit_roles')
    .set({ to_day: on })
    .where('jurisdiction_id', '=', role.jurisdiction)
    .where('id', '=', role.id)
    .execute();
}

const operatorColumns = [
  'o.id',
  'o.jurisdiction_id as jurisdiction',
  'o.host_unit_id as hostUnitId',
  'o.kind',
  'o.unit_id as unitId',
  'o.name',
  'o.tasks',
  'o.contract_no as contractNo',
  'o.confidentiality_signed_on as confidentialitySignedOn',
  'o.from_day as fromDay',
  'o.to_day as toDay',
] as const;

function operators(db: Db) {
  return db.withTables<Tables>().selectFrom('operators as o').select(operatorColumns).$castTo<Operator>();
}

export async function readOperators(db: Db, hostUnitId: string): Promise<Operator[]> {
  return operators(db)
    .where('o.host_unit_id', '=', hostUnitId)
    .orderBy('o.from_day')
    .orderBy('o.id')
    .execute();
}

export async function lockOperator(db: Db, id: string): Promise<Operator | undefined> {
  return operators(db).where('o.id', '=', id).forUpdate().executeTakeFirst();
}

export async function insertOperator(db: Db, operator: Operator, at: string): Promise<void> {
  await db
    .withTables<Tables>()
    .insertInto('operators')
    .values({
      jurisdiction_id: operator.jurisdiction,
      id: operator.id,
      host_unit_id: operator.hostUnitId,
      kind: operator.kind,
      unit_id: operator.unitId,
      name: operator.name,
      tasks: operator.tasks,
      contract_no: operator.contractNo,
      confidentiality_signed_on: operator.confidentialitySignedOn,
      from_day: operator.fromDay,
      to_day: operator.toDay,
      created_at: at,
    })
    .execute();
}

export async function endOperatorOn(db: Db, operator: Operator, on: Day): Promise<void> {
  await db
    .withTables<Tables>()
    .updateTable('operators')
    .set({ to_day: on })
    .where('jurisdiction_id', '=', operator.jurisdiction)
    .where('id', '=', operator.id)
    .execute();
}

function contacts(db: Db) {
  return db
    .withTables<Tables>()
    .selectFrom('contacts as c')
    .select([
      'c.id',
      'c.jurisdiction_id as jurisdiction',
      'c.unit_id as unitId',
      'c.partner',
      'c.organisation',
      'c.person_name as personName',
      'c.phone',
    ])
    .where('c.closed_at', 'is', null)
    .$castTo<Contact>();
}

export async function readContacts(db: Db, unitId: string): Promise<Contact[]> {
  return contacts(db).where('c.unit_id', '=', unitId).orderBy('c.partner').orderBy('c.id').execute();
}

export async function lockContact(db: Db, id: string): Promise<Contact | undefined> {
  return contacts(db).where('c.id', '=', id).forUpdate().executeTakeFirst();
}

export async function insertContact(db: Db, contact: Contact, at: string): Promise<void> {
  await db
    .withTables<Tables>()
    .insertInto('contacts')
    .values({
      jurisdiction_id: contact.jurisdiction,
      id: contact.id,
      unit_id: contact.unitId,
      partner: contact.partner,
      organisation: contact.organisation,
      person_name: contact.personName,
      phone: contact.phone,
      closed_at: null,
      created_at: at,
    })
    .execute();
}

export async function closeContactAt(db: Db, contact: Contact, at: string): Promise<void> {
  await db
    .withTables<Tables>()
    .updateTable('contacts')
    .set({ closed_at: at })
    .where('jurisdiction_id', '=', contact.jurisdiction)
    .where('id', '=', contact.id)
    .execute();
}
