import type { Actor, ActorPost } from '../../kernel/actor.ts';
import type { Geography } from '../../kernel/context.ts';
import { type Item, mayMove, type Proposal } from './model.ts';
import { missingSteps } from './rules-order.ts';

const SUPERVISING = ['supervisor', 'executing-body'];
/** Posts at the supervisor that decide on consolidation. */
const DECIDING = ['filing-officer', 'administrator', 'section-head', 'deputy-leader', 'principal-leader'];
/** Posts that carry an order out for their own unit. */
export const HOST_POSTS = [
  'info-officer',
  'handling-officer',
  'section-head',
  'deputy-leader',
  'principal-leader',
  'administrator',
] as const;

/** The post in which the actor decides for a jurisdiction's supervisor; undefined where there is none. */
export function supervisingPost(
  actor: Actor,
  jurisdiction: string,
  geography: Geography,
): ActorPost | undefined {
  return actor.posts.find(
    ({ kind, roles }) =>
      DECIDING.includes(kind) &&
      roles.some(
        ({ role, over }) => SUPERVISING.includes(role) && geography.descendants(over).includes(jurisdiction),
      ),
  );
}

/** The post in which the actor carries out what is ordered of a unit. */
export function hostPost(actor: Actor, hostUnitId: string): ActorPost | undefined {
  const kinds: readonly string[] = HOST_POSTS;
  return actor.posts.find(({ unitId, kind }) => unitId === hostUnitId && kinds.includes(kind));
}

/** Jurisdictions for whose supervisor the actor decides, those named by a role themselves first. */
export function supervisedAreas(actor: Actor, geography: Geography): string[] {
  const named = actor.posts.flatMap(({ kind, roles }) =>
    DECIDING.includes(kind)
      ? roles.filter(({ role }) => SUPERVISING.includes(role)).map(({ over }) => over)
      : [],
  );
  return [...new Set([...named, ...named.flatMap((code) => geography.descendants(code))])];
}

/** Jurisdictions of which the actor sees every proposal: supervised ones, and those looked over. */
export function overseenAreas(actor: Actor, geography: Geography): readonly string[] | '*' {
  if (actor.kind === 'system') return '*';
  const codes = actor.posts.flatMap(({ roles }) => roles.flatMap(({ over }) => geography.descendants(over)));
  return [...new Set(codes)];
}

/** Whether somebody sees a proposal: who looks over its area, and of what is ordered the host and those above it. */
export function mayRead(actor: Actor, proposal: Proposal, geography: Geography): boolean {
  const overseen = overseenAreas(actor, geography);
  if (overseen === '*' || overseen.includes(proposal.jurisdiction)) return true;
  return proposal.action !== null && actor.posts.some(({ unitId }) => proposal.hostPath.includes(unitId));
}

/** What the actor may do with a proposal now. */
export function proposalAbilities(actor: Actor, proposal: Proposal, geography: Geography) {
  const decides = supervisingPost(actor, proposal.jurisdiction, geography) !== undefined;
  return {
    dismiss: decides && mayMove(proposal.state, 'dismissed'),
    order: decides && mayMove(proposal.state, 'ordered'),
    recall: decides && proposal.state === 'ordered',
  };
}

/** What the actor may do with one account of an order now. */
export function itemAbilities(actor: Actor, proposal: Proposal, item: Item) {
  const carries = proposal.state === 'ordered' && hostPost(actor, proposal.hostUnitId) !== undefined;
  const merges = carries && proposal.action === 'merge' && item.state !== 'improved';
  const waits = carries && item.state === 'waiting';
  return {
    moveServices: merges && item.servicesMovedOn === null,
    tellFollowers: merges,
    pointHistory: merges,
    close: waits && proposal.action !== 'improve' && missingSteps(proposal, item).length === 0,
    report: waits && proposal.action === 'improve',
  };
}
