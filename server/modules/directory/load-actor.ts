import type { Actor } from '../../kernel/actor.ts';
import type { Geography } from '../../kernel/context.ts';
import type { Tx } from '../../kernel/db/database.ts';
import { found } from '../../kernel/outcome.ts';
import type { Day } from '../../policy/index.ts';
import { reachOf, scopeOf } from './rules.ts';
import { readPersonInPosts } from './store-actor.ts';

/**
 * Who a person is on a day: the posts held then, and what may be seen by them. A person without posts
 * sees nothing. Runs before the scope of the person is known, in the system's. Throws Refused('not-found').
 */
export async function loadActor(tx: Tx, personId: string, day: Day, geography: Geography): Promise<Actor> {
  const { name, posts } = found(await readPersonInPosts(tx, personId, day));
  const scope = scopeOf(posts, geography);
  return { kind: 'person', personId, name, posts, scope, reach: reachOf(scope, geography) };
}
