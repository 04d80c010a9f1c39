import type { Actor, ActorPost } from '../../kernel/actor.ts';
import type { Geography } from '../../kernel/context.ts';
import { type Entry, editableStates, type Filing, mayMove } from './model.ts';

/** Posts that handle filings for their own unit. */
const FILING_POSTS = [
  'info-officer',
  'handling-officer',
  'section-head',
  'deputy-leader',
  'principal-leader',
  'administrator',
];

/** The post in which the actor files for a unit; null where the actor holds none there. */
export function filingPost(actor: Actor, hostUnitId: string): ActorPost | null {
  const held = actor.posts.filter((post) => post.unitId === hostUnitId && FILING_POSTS.includes(post.kind));
  return held.sort((a, b) => FILING_POSTS.indexOf(a.kind) - FILING_POSTS.indexOf(b.kind))[0] ?? null;
}

/** The post in which the actor may take an account over whose host is no more: in any other unit of its jurisdiction. */
export function successorPost(
  actor: Actor,
  account: { readonly jurisdiction: string; readonly hostUnitId: string },
): ActorPost | null {
  const units = actor.posts.filter(
    ({ jurisdiction, unitId }) => jurisdiction === account.jurisdiction && unitId !== account.hostUnitId,
  );
  return units.map(({ unitId }) => filingPost(actor, unitId)).find((post) => post !== null) ?? null;
}

/** Whether the actor files for some unit at all. */
export function mayFileSomewhere(actor: Actor): boolean {
  return actor.posts.some(({ unitId }) => filingPost(actor, unitId) !== null);
}

/** The post in which the actor answers for an outside entry: any at the unit that has to make it. */
export function entryPost(actor: Actor, entry: Entry): ActorPost | null {
  return actor.posts.find(({ unitId }) => unitId === entry.ownerUnitId) ?? null;
}

/** Who stands around a filing, for the question of who may read it. */
export interface Surroundings {
  readonly hostPath: readonly string[];
  /** Line departments that guide the host (GD-2c). */
  readonly guidingUnits: readonly string[];
  /** Units with a step in its approval, acting ones included. */
  readonly decidingUnits: readonly string[];
  /** The jurisdiction and all above it. */
  readonly jurisdictions: readonly string[];
}

/** The host and those above it, who guides it, every unit that decides, and whoever supervises or oversees the jurisdiction. */
export function mayRead(actor: Actor, around: Surroundings): boolean {
  if (actor.kind === 'system') return true;
  return actor.posts.some(
    ({ unitId, roles }) =>
      around.hostPath.includes(unitId) ||
      around.guidingUnits.includes(unitId) ||
      around.decidingUnits.includes(unitId) ||
      roles.some(({ over }) => around.jurisdictions.includes(over)),
  );
}

/** Jurisdictions the actor looks over as a whole: supervised, acted for or overseen, with all below them. */
export function overseen(actor: Actor, geography: Geography): readonly string[] | '*' {
  if (actor.kind === 'system') return '*';
  const codes = actor.posts.flatMap(({ roles }) => roles.flatMap(({ over }) => geography.descendants(over)));
  return [...new Set(codes)];
}

/** What the actor may do to a filing now. */
export function filingAbilities(actor: Actor, filing: Filing, mine: { readonly decide: boolean }) {
  const host = filingPost(actor, filing.hostUnitId) !== null;
  return {
    edit: host && editableStates.includes(filing.state),
    submit: host && mayMove(filing, 'in-approval'),
    withdraw: host && mayMove(filing, 'withdrawn'),
    decide: mine.decide,
    recordOpening: host && mayMove(filing, 'opened'),
    recordEffect: host && mayMove(filing, 'effected'),
  };
}

/** Whether the actor may mark an outside entry as made: its clock runs and the actor's unit has to make it. */
export function mayFinish(actor: Actor, entry: Entry): boolean {
  return entry.state === 'running' && entryPost(actor, entry) !== null;
}
