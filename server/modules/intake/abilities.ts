import type { Actor, ActorPost } from '../../kernel/actor.ts';
import type { Intake } from './model.ts';
import { mayMove } from './model.ts';

/** Posts at the supervisor, or the body acting for it, that keep the registry. */
const KEEPERS = ['filing-officer', 'administrator'];
const ROLES = ['supervisor', 'executing-body'];

/** The post in which the actor takes accounts into a jurisdiction's registry; null where the actor holds none. */
export function intakePost(actor: Actor, jurisdiction: string): ActorPost | null {
  return (
    actor.posts.find(
      ({ kind, roles }) =>
        KEEPERS.includes(kind) &&
        roles.some(({ role, over }) => ROLES.includes(role) && over === jurisdiction),
    ) ?? null
  );
}

/** Jurisdictions into which the actor may take accounts. */
export function intakeAreas(actor: Actor): string[] {
  const areas = actor.posts.flatMap(({ roles }) => roles.map(({ over }) => over));
  return [...new Set(areas)].filter((area) => intakePost(actor, area) !== null);
}

/** Whether the actor takes accounts into some registry at all. */
export function mayTakeInSomewhere(actor: Actor): boolean {
  return intakeAreas(actor).length > 0;
}

/** What the actor may do to an import now. */
export function intakeAbilities(actor: Actor, intake: Intake) {
  const keeper = intakePost(actor, intake.jurisdiction) !== null;
  return {
    map: keeper && intake.state === 'checked',
    run: keeper && mayMove(intake.state, 'running') && intake.rows > intake.faulty,
    undo: keeper && intake.state === 'done',
  };
}
