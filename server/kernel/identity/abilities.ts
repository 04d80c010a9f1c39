import type { Actor } from '../actor.ts';

const FILING_POSTS = [
  'info-officer',
  'handling-officer',
  'section-head',
  'deputy-leader',
  'principal-leader',
  'filing-officer',
  'administrator',
];

/** As in the overview's own abilities, which decide; here they only choose what the menu shows. */
const READS_TRAIL = ['administrator', 'filing-officer', 'principal-leader'];

/** What the browser offers a person at all; each use case decides for itself. */
export function sessionAbilities(actor: Actor, demo: boolean) {
  const { posts } = actor;
  const administers = posts.some((post) => post.kind === 'administrator');
  return {
    administer: administers,
    calendar: posts.some(
      (post) =>
        post.kind === 'administrator' &&
        post.roles.some(({ role }) => role === 'supervisor' || role === 'executing-body'),
    ),
    audit: posts.some((post) => post.roles.length > 0 && READS_TRAIL.includes(post.kind)),
    file: posts.some((post) => FILING_POSTS.includes(post.kind)),
    demoClock: demo,
  };
}
