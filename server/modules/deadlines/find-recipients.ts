import type { Context } from '../../kernel/context.ts';
import { holdersOf } from '../directory/index.ts';
import type { Deadline } from './model.ts';

/** Who handles matters in a unit, where the rule names no post. */
export const HANDLING_POSTS: readonly string[] = ['info-officer', 'handling-officer', 'section-head'];
const SUPERVISING_POSTS = ['filing-officer', 'section-head', 'deputy-leader'];
/** Told where the posts meant are vacant, so that a deadline never runs out unheard. */
const LAST_RESORT = ['administrator', 'principal-leader'];

/** Ids of the people who must act on a deadline. */
export function ownerPeople(ctx: Context, deadline: Deadline): Promise<string[]> {
  return peopleIn(ctx, deadline.ownerUnitId, deadline.ownerPosts);
}

/** Ids of the people above who are told when a deadline has run out. */
export async function escalationPeople(ctx: Context, deadline: Deadline): Promise<string[]> {
  return deadline.escalationUnitId === null
    ? []
    : peopleIn(ctx, deadline.escalationUnitId, SUPERVISING_POSTS);
}

async function peopleIn(ctx: Context, unitId: string, posts: readonly string[]): Promise<string[]> {
  const meant = await holders(ctx, unitId, posts);
  return meant.length > 0 ? meant : holders(ctx, unitId, LAST_RESORT);
}

async function holders(ctx: Context, unitId: string, posts: readonly string[]): Promise<string[]> {
  const people = new Set<string>();
  for (const post of posts) {
    for (const { personId } of await holdersOf(ctx, unitId, post)) people.add(personId);
  }
  return [...people];
}
