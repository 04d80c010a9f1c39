import { sql } from 'kysely';
import type { Db } from '../../kernel/db/database.ts';
import type { Day } from '../../policy/index.ts';
import type { RoleName } from './model.ts';
import { lasts } from './store.ts';
import type { Tables } from './tables.ts';

/** A post that a person holds, with its unit and the unit's roles. */
export interface HeldPost {
  readonly postId: string;
  readonly kind: string;
  readonly title: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly jurisdiction: string;
  readonly unitPath: readonly string[];
  readonly roles: readonly { readonly role: RoleName; readonly over: string }[];
}

export async function readPersonName(db: Db, personId: string): Promise<string | undefined> {
  const row = await db
    .withTables<Tables>()
    .selectFrom('people')
    .select('name')
    .where('id', '=', personId)
    .executeTakeFirst();
  return row?.name;
}

/** The posts a person holds on a day in units that stand. */
export async function readHeldPosts(db: Db, personId: string, on: Day): Promise<HeldPost[]> {
  return db
    .withTables<Tables>()
    .selectFrom('appointments as a')
    .innerJoin('posts as p', 'p.id', 'a.post_id')
    .innerJoin('units as u', 'u.id', 'p.unit_id')
    .select([
      'p.id as postId',
      'p.kind',
      'p.title',
      'u.id as unitId',
      'u.name as unitName',
      'u.jurisdiction_id as jurisdiction',
      'u.path as unitPath',
    ])
    .select((eb) =>
      eb
        .selectFrom('unit_roles as r')
        .select(
          sql<
            HeldPost['roles']
          >`coalesce(json_agg(json_build_object('role', r.role, 'over', r.over_jurisdiction) order by r.from_day, r.id), '[]')`.as(
            'roles',
          ),
        )
        .whereRef('r.unit_id', '=', 'u.id')
        .where(lasts(on, 'r.from_day', 'r.to_day'))
        .as('roles'),
    )
    .where('a.person_id', '=', personId)
    .where(lasts(on, 'a.from_day', 'a.to_day'))
    .where((eb) => eb.or([eb('p.closed_on', 'is', null), eb('p.closed_on', '>', on)]))
    .where((eb) => eb.or([eb('u.closed_on', 'is', null), eb('u.closed_on', '>', on)]))
    .orderBy('a.from_day')
    .orderBy('a.id')
    .$castTo<HeldPost>()
    .execute();
}
