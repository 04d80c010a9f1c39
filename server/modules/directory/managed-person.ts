import type { ActorPost } from '../../kernel/actor.ts';
import { openScope } from '../../kernel/clock.ts';
import type { Context } from '../../kernel/context.ts';
import { found } from '../../kernel/outcome.ts';
import { mustHave, personPost } from './abilities.ts';
import type { Person, Unit } from './model.ts';
import { readUnits } from './store.ts';
import { readPerson, readPlaces } from './store-people.ts';

/** A person with the units served today or in time to come. */
interface Serving {
  readonly person: Person;
  readonly units: readonly Unit[];
  /** The person serves units beyond the actor's sight as well. */
  readonly elsewhere: boolean;
}

/** A person with the units served, for an actor who manages all of them. Throws Refused('forbidden') or ('not-found'). */
export async function managedPerson(
  ctx: Context,
  id: string,
): Promise<Serving & { acting: ActorPost | null }> {
  const serving = await personWithUnits(ctx, id);
  const { person, units, elsewhere } = serving;
  const post = personPost(ctx.actor, { ...person, units, elsewhere }, ctx.geography);
  return { ...serving, acting: mustHave(ctx.actor, post) };
}

/** Throws Refused('not-found'). */
export async function personWithUnits(ctx: Context, id: string): Promise<Serving> {
  const person = found(await readPerson(ctx.tx, id));
  const served = await servedUnits(ctx, id);
  const units = await readUnits(ctx.tx, served);
  return { person, units, elsewhere: units.length < served.length };
}

/** In whatever jurisdictions they stand: rights out of sight are rights all the same. */
async function servedUnits(ctx: Context, personId: string): Promise<string[]> {
  await openScope(ctx.tx, '*', '*');
  const places = await readPlaces(ctx.tx, [personId]);
  await openScope(ctx.tx, ctx.actor.scope, ctx.actor.reach);
  const lasting = places.filter((each) => each.toDay === null || each.toDay >= ctx.now.day);
  return [...new Set(lasting.map((each) => each.unitId))];
}
