import type { Actor, ActorPost } from '../../kernel/actor.ts';
import type { Geography } from '../../kernel/context.ts';
import { Refused } from '../../kernel/outcome.ts';

interface Host {
  readonly id: string;
  readonly jurisdiction: string;
  readonly path: readonly string[];
}

/** Posts that keep the ledger of their own unit. */
const KEEPING_POSTS: readonly string[] = [
  'info-officer',
  'handling-officer',
  'section-head',
  'deputy-leader',
  'principal-leader',
  'safety-officer',
  'filing-officer',
  'administrator',
];
const MANAGING_ROLES: readonly string[] = ['supervisor', 'executing-body'];

/**
 * The post in which an actor keeps the ledger of a host: any that handles its matters, the administrator of a unit
 * above it, or of the area's supervisor or its executing body. Undefined where there is none.
 */
export function keepingPost(actor: Actor, host: Host, geography: Geography): ActorPost | undefined {
  const own = actor.posts.find(({ unitId, kind }) => unitId === host.id && KEEPING_POSTS.includes(kind));
  return own ?? actor.posts.find((post) => post.kind === 'administrator' && manages(post, host, geography));
}

function manages(post: ActorPost, host: Host, geography: Geography): boolean {
  return (
    host.path.includes(post.unitId) ||
    post.roles.some(
      ({ role, over }) =>
        MANAGING_ROLES.includes(role) && geography.descendants(over).includes(host.jurisdiction),
    )
  );
}

/** The post for the trail; null for the system, which needs none. Throws Refused('forbidden'). */
export function mustKeep(actor: Actor, post: ActorPost | undefined): ActorPost | null {
  if (actor.kind === 'system') return null;
  if (!post) throw new Refused('forbidden');
  return post;
}

/** Who reads a unit's ledger: the unit and those above it, who guides it, and whoever supervises or oversees the area. */
export function mayReadUnit(
  actor: Actor,
  unit: Host,
  around: { readonly guidingUnits: readonly string[]; readonly jurisdictions: readonly string[] },
): boolean {
  if (actor.kind === 'system') return true;
  return actor.posts.some(
    ({ unitId, roles }) =>
      unit.path.includes(unitId) ||
      around.guidingUnits.includes(unitId) ||
      roles.some(({ over }) => around.jurisdictions.includes(over)),
  );
}
