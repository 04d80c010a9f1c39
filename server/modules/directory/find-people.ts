import type { Context } from '../../kernel/context.ts';
import { type UserFacts, usersOf } from '../../kernel/identity/index.ts';
import { personWithUnits } from './managed-person.ts';
import type { Person, Unit } from './model.ts';
import { gramsToFind } from './search-terms.ts';
import { type HeldPlace, readPlaces, searchPeople } from './store-people.ts';

/** A person of a list with every appointment. */
export interface FoundPerson {
  readonly person: Person;
  readonly places: readonly HeldPlace[];
}

/** A page of the people of one's areas by a part of the name, or of those who serve a unit today. */
export async function findPeople(
  ctx: Context,
  asked: { q?: string | undefined; unit?: string | undefined; page: number; size: number },
): Promise<{ items: FoundPerson[]; total: number }> {
  const { items, total } = await searchPeople(ctx.tx, {
    text: asked.q || undefined,
    grams: asked.q ? gramsToFind(asked.q) : [],
    unitId: asked.unit,
    jurisdictions: ctx.actor.scope === '*' ? null : ctx.actor.scope,
    on: ctx.now.day,
    limit: asked.size,
    offset: (asked.page - 1) * asked.size,
  });
  const places = await readPlaces(
    ctx.tx,
    items.map((person) => person.id),
  );
  return {
    items: items.map((person) => ({ person, places: places.filter((each) => each.personId === person.id) })),
    total,
  };
}

/** A person with the user, as an administrator sees it. Throws Refused('not-found'). */
export async function showPerson(
  ctx: Context,
  id: string,
): Promise<FoundPerson & { units: readonly Unit[]; elsewhere: boolean; user: UserFacts | null }> {
  const { person, units, elsewhere } = await personWithUnits(ctx, id);
  const users = await usersOf(ctx, [id]);
  return { person, units, elsewhere, places: await readPlaces(ctx.tx, [id]), user: users.get(id) ?? null };
}
