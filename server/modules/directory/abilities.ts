import type { Actor, ActorPost } from '../../kernel/actor.ts';
import type { Geography } from '../../kernel/context.ts';
import { Refused } from '../../kernel/outcome.ts';
import type { RoleName, Unit } from './model.ts';

type Place = Pick<Unit, 'jurisdiction' | 'path'>;

/** Roles whose administrators manage what they are over. Oversight reads and never writes. */
const MANAGING: readonly string[] = ['supervisor', 'executing-body'] satisfies RoleName[];

/** Whether the area lies within what the actor may see and write. */
export function inScope(actor: Actor, jurisdiction: string): boolean {
  return actor.scope === '*' || actor.scope.includes(jurisdiction);
}

/**
 * The post by which an actor manages a unit: administrator of it or of one above it, or of the supervisor, or its
 * executing body, of the area. Undefined where there is none.
 */
export function managingPost(actor: Actor, unit: Place, geography: Geography): ActorPost | undefined {
  if (!inScope(actor, unit.jurisdiction)) return undefined;
  return actor.posts.find(
    (post) =>
      post.kind === 'administrator' &&
      (unit.path.includes(post.unitId) || manages(post, unit.jurisdiction, geography)),
  );
}

/**
 * Whether an actor may say what a unit is. A unit does not say so of itself: whether it may open accounts, and who
 * decides, hang on it.
 */
export function mayClassify(
  actor: Actor,
  unit: Place & { readonly id: string },
  geography: Geography,
): boolean {
  if (actor.kind === 'system') return true;
  const above = { ...unit, path: unit.path.filter((each) => each !== unit.id) };
  return managingPost(actor, above, geography) !== undefined;
}

/** The post by which an actor manages a whole area: administrator of its supervisor or of one further up. */
export function areaPost(actor: Actor, jurisdiction: string, geography: Geography): ActorPost | undefined {
  return actor.posts.find((post) => post.kind === 'administrator' && manages(post, jurisdiction, geography));
}

function manages(post: ActorPost, jurisdiction: string, geography: Geography): boolean {
  return post.roles.some(
    (role) => MANAGING.includes(role.role) && geography.descendants(role.over).includes(jurisdiction),
  );
}

/**
 * The post by which an actor may give a role over an area: the administrator of its supervisor, but for the role of
 * supervisor itself the administrator of a supervisor further up.
 */
export function rolePost(
  actor: Actor,
  asked: { role: RoleName; over: string },
  geography: Geography,
): ActorPost | undefined {
  const above = geography.ancestors(asked.over)[0]?.code;
  if (asked.role === 'supervisor')
    return above === undefined ? undefined : supervisingPost(actor, above, geography);
  return supervisingPost(actor, asked.over, geography);
}

function supervisingPost(actor: Actor, jurisdiction: string, geography: Geography): ActorPost | undefined {
  return actor.posts.find(
    (post) =>
      post.kind === 'administrator' &&
      post.roles.some(
        (role) => role.role === 'supervisor' && geography.descendants(role.over).includes(jurisdiction),
      ),
  );
}

/**
 * The post by which an actor manages a person: one that manages every unit in which the person holds a post, units out
 * of the actor's sight included, so that nobody reaches other rights through a colleague's user. Without posts, the
 * administrator of the area.
 */
export function personPost(
  actor: Actor,
  person: { jurisdiction: string; units: readonly Place[]; elsewhere: boolean },
  geography: Geography,
): ActorPost | undefined {
  if (person.elsewhere || !inScope(actor, person.jurisdiction)) return undefined;
  if (person.units.length === 0) return areaPost(actor, person.jurisdiction, geography);
  const posts = person.units.map((unit) => managingPost(actor, unit, geography));
  return posts.every((post) => post !== undefined) ? posts[0] : undefined;
}

/** The post, for the trail; null for the system, which needs none. Throws Refused('forbidden'). */
export function mustHave(actor: Actor, post: ActorPost | undefined): ActorPost | null {
  if (actor.kind === 'system') return null;
  if (!post) throw new Refused('forbidden');
  return post;
}
