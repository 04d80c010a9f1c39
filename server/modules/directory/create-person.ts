import type { z } from 'zod';
import type { createPersonBody } from '../../../contracts/directory/wire.ts';
import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/db/uuid.ts';
import { createUsers, type InitialSignIn, takenUserNames } from '../../kernel/identity/index.ts';
import { done, found, type Outcome, type Problem, refuse } from '../../kernel/outcome.ts';
import { managingPost, mustHave } from './abilities.ts';
import { appointPerson } from './appoint-person.ts';
import { termsOf } from './search-terms.ts';
import { readUnit } from './store.ts';
import { insertPeople, readPersonCalled } from './store-people.ts';
import { insertTerms } from './store-terms.ts';
import { lockUnits } from './store-units.ts';

type NewPerson = z.output<typeof createPersonBody>;

/**
 * A real person with a user of their own (QJ-6: real name, one person each), in a post at once where one is named.
 * The initial password is answered this once and kept nowhere. Problems: directory.person-exists, user-name-taken.
 */
export async function createPerson(
  ctx: Context,
  input: NewPerson,
): Promise<Outcome<{ id: string; initial: InitialSignIn }>> {
  await lockUnits(ctx.tx, [input.unitId]);
  const unit = found(await readUnit(ctx.tx, input.unitId));
  const acting = mustHave(ctx.actor, managingPost(ctx.actor, unit, ctx.geography));
  if (unit.closedOn !== null) return refuse({ code: 'directory.unit-closed', field: 'unitId' });
  const problems = await alreadyThere(ctx, unit.jurisdiction, input);
  if (problems.length > 0) return refuse(...problems);
  const { person, initial } = await insertPerson(ctx, unit.jurisdiction, input);
  ctx.audit({
    jurisdiction: person.jurisdiction,
    action: 'directory.create-person',
    subject: { type: 'person', id: person.id },
    ...(acting ? { post: acting } : {}),
    facts: { unit: unit.name, userName: input.userName, isStaff: input.isStaff },
    after: person,
  });
  if (input.postId !== null) {
    const from = input.fromDay ?? ctx.now.day;
    const appointed = await appointPerson(ctx, input.postId, {
      personId: person.id,
      fromDay: from,
      toDay: null,
    });
    if (!appointed.ok) return appointed;
  }
  return done({ id: person.id, initial });
}

/** One person, one user: the same name with the same telephone is the same person (QJ-6). */
async function alreadyThere(ctx: Context, jurisdiction: string, input: NewPerson): Promise<Problem[]> {
  if (await readPersonCalled(ctx.tx, jurisdiction, input.name, input.phone))
    return [{ code: 'directory.person-exists', field: 'name', facts: { name: input.name } }];
  const taken = await takenUserNames(ctx, [input.userName]);
  return taken.size > 0
    ? [{ code: 'directory.user-name-taken', field: 'userName', facts: { userName: input.userName } }]
    : [];
}

async function insertPerson(ctx: Context, jurisdiction: string, input: NewPerson) {
  const { name, phone, email, isStaff, userName, openIdSubject } = input;
  const person = { id: newId(), jurisdiction, name, phone, email, isStaff, version: 1 };
  await insertPeople(ctx.tx, [person], ctx.now.iso);
  await insertTerms(ctx.tx, 'person', termsOf(person, [name]));
  const [initial] = await createUsers(ctx, [{ jurisdiction, personId: person.id, userName, openIdSubject }]);
  return { person, initial: found(initial) };
}
