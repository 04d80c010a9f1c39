import { sql } from 'kysely';
import type { Db } from '../../kernel/db/database.ts';
import type { Day } from '../../policy/index.ts';
import type { RoleName } from './model.ts';
import { lasts } from './store.ts';

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

/** A person with the posts held on a day in units that stand: one round trip, since every request asks. */
export async function readPersonInPosts(
  db: Db,
  personId: string,
  on: Day,
): Promise<{ name: string; posts: HeldPost[] } | undefined> {
  const { rows } = await sql<{ name: string; posts: HeldPost[] }>`
    select h.name, coalesce((
      select json_agg(json_build_object(
        'postId', p.id, 'kind', p.kind, 'title', p.title, 'unitId', u.id, 'unitName', u.name,
        'jurisdiction', u.jurisdiction_id, 'unitPath', u.path, 'roles', coalesce((
          select json_agg(json_build_object('role', r.role, 'over', r.over_jurisdiction) order by r.from_day, r.id)
          from unit_roles r where r.unit_id = u.id and ${lasts(on, 'r.from_day', 'r.to_day')}
        ), '[]')) order by a.from_day, a.id)
      from appointments a join posts p on p.id = a.post_id join units u on u.id = p.unit_id
      where a.person_id = h.id and ${lasts(on, 'a.from_day', 'a.to_day')}
        and (p.closed_on is null or p.closed_on > ${on}::date)
        and (u.closed_on is null or u.closed_on > ${on}::date)
    ), '[]') as posts
    from people h where h.id = ${personId}`.execute(db);
  return rows[0];
}
