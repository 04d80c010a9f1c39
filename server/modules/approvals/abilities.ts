import type { Actor, ActorPost } from '../../kernel/actor.ts';
import type { Approval, Step } from './model.ts';

/** What reading needs to know besides the approval: who stands above the host and above the jurisdiction. */
export interface Surroundings {
  /** Units from the root down to the host. */
  readonly hostPath: readonly string[];
  /** The jurisdiction of the host and all above it. */
  readonly jurisdictions: readonly string[];
}

/** Whether a post sits on the seat of a step, or acts for it as the executing body. */
function sitsOn(post: ActorPost, step: Step): boolean {
  return post.kind === step.post && (post.unitId === step.unitId || post.unitId === step.acting?.unitId);
}

/** The post by which the actor may decide a step: the seat itself before one that acts for it; null where there is none. */
export function seatOf(actor: Actor, step: Step): ActorPost | null {
  const seats = actor.posts.filter((post) => sitsOn(post, step));
  return seats.find(({ unitId }) => unitId === step.unitId) ?? seats[0] ?? null;
}

/**
 * Who may read an approval: the host and those above it, every unit that decides in it, and whoever supervises,
 * acts for the supervisor, or oversees the jurisdiction.
 */
export function mayRead(actor: Actor, approval: Approval, around: Surroundings): boolean {
  if (actor.kind === 'system') return true;
  return actor.posts.some(
    (post) =>
      around.hostPath.includes(post.unitId) ||
      approval.steps.some((step) => step.unitId === post.unitId || step.acting?.unitId === post.unitId) ||
      post.roles.some(({ over }) => around.jurisdictions.includes(over)),
  );
}

/** Who may take a running approval back: the host that submitted it. */
export function mayWithdraw(actor: Actor, approval: Approval): boolean {
  return actor.kind === 'system' || actor.posts.some(({ unitId }) => unitId === approval.hostUnitId);
}
