import type { Actor, ActorPost } from '../../kernel/actor.ts';
import type { Deadline } from './model.ts';

const LOOKS_ON = ['supervisor', 'executing-body', 'oversight'];

/** Units for which the actor holds a post. */
export function ownUnits(actor: Actor): string[] {
  return [...new Set(actor.posts.map(({ unitId }) => unitId))];
}

/**
 * Whether the actor may see a deadline: people of the unit that owns it or is told when it is overdue, and those
 * whose unit supervises or oversees its jurisdiction (`within`: the jurisdiction and all above it).
 */
export function maySeeDeadline(actor: Actor, deadline: Deadline, within: readonly string[]): boolean {
  if (actor.kind === 'system') return true;
  return actor.posts.some(
    ({ unitId, roles }) =>
      unitId === deadline.ownerUnitId ||
      unitId === deadline.escalationUnitId ||
      roles.some(({ role, over }) => LOOKS_ON.includes(role) && within.includes(over)),
  );
}

/**
 * The post in which the actor may load a year of the calendar, or null. The calendar is one for all units, so it
 * takes an administrator of a unit that supervises a jurisdiction, not of any unit.
 */
export function postForCalendar(actor: Actor): ActorPost | null {
  const entitled = ({ kind, roles }: ActorPost) =>
    kind === 'administrator' && roles.some(({ role }) => role === 'supervisor' || role === 'executing-body');
  return actor.posts.find(entitled) ?? null;
}

/** The post in which the actor may stop, resume or lengthen a clock: the head of the unit that owns it or stands above (LZ-33). */
export function postForMove(actor: Actor, deadline: Deadline): ActorPost | null {
  const heads = actor.posts.filter(({ kind }) => kind === 'principal-leader');
  return (
    heads.find(({ unitId }) => unitId === deadline.ownerUnitId || unitId === deadline.escalationUnitId) ??
    null
  );
}
