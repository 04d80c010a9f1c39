import type { Actor } from '../actor.ts';
import type { IdentityParts } from './settings.ts';

/** What the browser offers a person at all; each use case decides for itself, by the same tables of its module. */
export function sessionAbilities(
  { offers, settings }: Pick<IdentityParts, 'offers' | 'settings'>,
  actor: Actor,
) {
  const { posts } = actor;
  return {
    administer: posts.some((post) => post.kind === 'administrator'),
    calendar: posts.some(
      (post) =>
        post.kind === 'administrator' &&
        post.roles.some(({ role }) => role === 'supervisor' || role === 'executing-body'),
    ),
    audit: offers.audit(actor),
    file: offers.file(actor),
    intake: offers.intake(actor),
    consolidation: offers.consolidation(actor),
    demoClock: settings.demo,
  };
}
