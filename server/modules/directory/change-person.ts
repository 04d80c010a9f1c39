import type { z } from 'zod';
import type { changePersonBody } from '../../../contracts/directory/wire.ts';
import type { Context } from '../../kernel/context.ts';
import { done, type Outcome, Refused } from '../../kernel/outcome.ts';
import { managedPerson } from './managed-person.ts';
import { reportStaffChange } from './report-staff.ts';
import { termsOf } from './search-terms.ts';
import { updatePerson } from './store-people.ts';
import { replaceTerms } from './store-terms.ts';

/** Changes a person's name, telephone or standing; the supervisor is told where the packs ask it (QJ-6). */
export async function changePerson(
  ctx: Context,
  id: string,
  input: z.output<typeof changePersonBody>,
): Promise<Outcome<Record<string, never>>> {
  const { person, units, acting } = await managedPerson(ctx, id);
  if (person.version !== input.version) throw new Refused('stale');
  const { version: _, ...fields } = input;
  const changed = { ...person, ...fields };
  if (!(await updatePerson(ctx.tx, changed, person.version))) throw new Refused('stale');
  await replaceTerms(ctx.tx, 'person', [id], termsOf(changed, [changed.name]));
  ctx.audit({
    jurisdiction: person.jurisdiction,
    action: 'directory.change-person',
    subject: { type: 'person', id },
    ...(acting ? { post: acting } : {}),
    facts: {
      fields: (['name', 'phone', 'email', 'isStaff'] as const).filter(
        (field) => person[field] !== changed[field],
      ),
    },
    before: person,
    after: changed,
  });
  if (person.name !== changed.name || person.phone !== changed.phone)
    for (const unit of units)
      await reportStaffChange(ctx, unit, { code: 'directory.staff-changed', facts: {} });
  return done({});
}
