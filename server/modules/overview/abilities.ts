import type { Actor } from '../../kernel/actor.ts';

const READS_TRAIL = ['administrator', 'filing-officer', 'principal-leader'];

/** Who may read the trail of a jurisdiction: those who administer, file or lead in a unit that supervises or oversees it. */
export function mayReadAudit(actor: Actor): boolean {
  return actor.posts.some((post) => post.roles.length > 0 && READS_TRAIL.includes(post.kind));
}
