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

/** What the browser offers a person at all; each use case decides for itself. */
export function sessionAbilities(actor: Actor, demo: boolean) {
  const { posts } = actor;
  const administers = posts.some((post) => post.kind === 'administrator');
  const over = posts.some((post) => post.roles.length > 0);
  return {
    administer: administers,
    calendar: posts.some(
      (post) => post.kind === 'administrator' && post.roles.some((role) => role.role === 'supervisor'),
    ),
    audit: administers || over,
    file: posts.some((post) => FILING_POSTS.includes(post.kind)),
    demoClock: demo,
  };
}
