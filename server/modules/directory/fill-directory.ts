import type { Context } from '../../kernel/context.ts';
import type { Appointment, Person, Post, Unit, UnitRole } from './model.ts';
import { termsOf } from './search-terms.ts';
import { hasUnits, lockFilling } from './store-import.ts';
import { insertAppointments, insertPeople } from './store-people.ts';
import { insertRole } from './store-roles.ts';
import { insertTerms } from './store-terms.ts';
import { insertPosts, insertUnits } from './store-units.ts';

/** Units with all that belongs to them, checked and with their ids: what goes into the directory at once. */
export interface Filling {
  readonly units: readonly Unit[];
  readonly roles: readonly UnitRole[];
  readonly posts: readonly Post[];
  readonly people: readonly Person[];
  readonly appointments: readonly Appointment[];
}

/** PostgreSQL takes 65,535 values in one statement; the widest row here has fifteen. */
const ROWS_AT_A_TIME = 2000;

/**
 * Puts units, posts and people into the directory, many rows to a statement: the one way in for imports, for the
 * demonstration and for a first start. The caller has checked them, checks rights, makes users and audits.
 */
export async function fillDirectory(ctx: Context, filling: Filling): Promise<void> {
  const { tx, now } = ctx;
  await inPieces(filling.units, async (some) => {
    await insertUnits(tx, some, now.iso);
    await insertTerms(
      tx,
      'unit',
      some.flatMap((unit) => termsOf(unit, [unit.name, unit.shortName, unit.code])),
    );
  });
  for (const role of filling.roles) await insertRole(tx, role, now.iso);
  await inPieces(filling.posts, (some) => insertPosts(tx, some, now.iso));
  await inPieces(filling.people, async (some) => {
    await insertPeople(tx, some, now.iso);
    await insertTerms(
      tx,
      'person',
      some.flatMap((person) => termsOf(person, [person.name])),
    );
  });
  await inPieces(filling.appointments, (some) => insertAppointments(tx, some, now.iso));
}

/** Whether no unit exists at all; nobody else fills or imports before the transaction ends. */
export async function lockEmptyDirectory(ctx: Context): Promise<boolean> {
  await lockFilling(ctx.tx);
  return !(await hasUnits(ctx.tx));
}

async function inPieces<T>(rows: readonly T[], insert: (some: readonly T[]) => Promise<void>): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_AT_A_TIME)
    await insert(rows.slice(from, from + ROWS_AT_A_TIME));
}
