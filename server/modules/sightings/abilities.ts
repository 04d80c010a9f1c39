import type { Actor, ActorPost } from '../../kernel/actor.ts';
import type { Geography } from '../../kernel/context.ts';
import { type Drift, mayMove } from './model.ts';

/** Whose account something is about. */
interface About {
  readonly jurisdiction: string;
  readonly hostUnitId: string;
  readonly hostPath: readonly string[];
}

const SUPERVISING = ['supervisor', 'executing-body'];

function over(post: ActorPost, about: About, geography: Geography, roles: readonly string[] | null): boolean {
  return post.roles.some(
    ({ role, over: area }) =>
      (roles === null || roles.includes(role)) && geography.descendants(area).includes(about.jurisdiction),
  );
}

/** The post in which somebody looks after an account: at its host or above it, or over its area, oversight included. */
export function lookingPost(actor: Actor, about: About, geography: Geography): ActorPost | undefined {
  return actor.posts.find(
    (post) => about.hostPath.includes(post.unitId) || over(post, about, geography, null),
  );
}

/** The post in which somebody supervises the account's area. */
export function supervisingPost(actor: Actor, about: About, geography: Geography): ActorPost | undefined {
  return actor.posts.find((post) => over(post, about, geography, SUPERVISING));
}

/** The post in which somebody answers for an account: its host, or who supervises it. */
export function answeringPost(actor: Actor, about: About, geography: Geography): ActorPost | undefined {
  return (
    actor.posts.find(({ unitId }) => unitId === about.hostUnitId) ?? supervisingPost(actor, about, geography)
  );
}

/** What the actor may do with a finding. */
export function driftAbilities(actor: Actor, drift: Drift, geography: Geography) {
  const answers = answeringPost(actor, drift, geography) !== undefined;
  return {
    explain: answers && mayMove(drift.state, 'explained'),
    file: answers && mayMove(drift.state, 'filed'),
    close: supervisingPost(actor, drift, geography) !== undefined && mayMove(drift.state, 'closed'),
  };
}
