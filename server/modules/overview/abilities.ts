import type { Actor } from '../../kernel/actor.ts';

const READS_TRAIL = new Set(['administrator', 'filing-officer', 'principal-leader']);

/** Who may read the trail: administrators, filing officers and leaders of units that supervise or oversee. */
export function mayReadAudit(actor: Actor): boolean {
  return actor.posts.some((post) => post.kind === 'administrator' || (post.roles.length > 0 && READS_TRAIL.has(post.kind)));
}
