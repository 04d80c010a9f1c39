import type { ActorPost } from '../../kernel/actor.ts';
import type { Context } from '../../kernel/context.ts';
import { found } from '../../kernel/outcome.ts';
import { mustHave, personPost } from './abilities.ts';
import type { Person, Unit } from './model.ts';
import { readUnits } from './store.ts';
import { readPerson, readPlaces } from './store-people.ts';

/** A person with the units served today, for an actor who manages all of them. Throws Refused('forbidden') or ('not-found'). */
export async function managedPerson(
  ctx: Context,
  id: string,
): Promise<{ person: Person; units: Unit[]; acting: ActorPost | null }> {
  const { person, units } = await personWithUnits(ctx, id);
  return {
    person,
    units,
    acting: mustHave(ctx.actor, personPost(ctx.actor, { ...person, units }, ctx.geography)),
  };
}

/** A person with the units served today, or in time to come. Throws Refused('not-found'). */
export async function personWithUnits(ctx: Context, id: string): Promise<{ person: Person; units: Unit[] }> {
  const person = found(await readPerson(ctx.tx, id));
  const places = (await readPlaces(ctx.tx, [id])).filter(
    (each) => each.toDay === null || each.toDay >= ctx.now.day,
  );
  const ids = [...new Set(places.map((each) => each.unitId))];
  return { person, units: await readUnits(ctx.tx, ids) };
}
