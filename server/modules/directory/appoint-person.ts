import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/db/uuid.ts';
import { done, found, type Outcome, refuse } from '../../kernel/outcome.ts';
import type { Day } from '../../policy/index.ts';
import { inScope, managingPost, mustHave } from './abilities.ts';
import { reportStaffChange } from './report-staff.ts';
import { readUnit } from './store.ts';
import { holdsWithin, insertAppointments, readPerson } from './store-people.ts';
import { lockPost } from './store-units.ts';

/**
 * Puts a person into a post from a day on; the supervisor is told where the packs ask it (QJ-6).
 * Problems: directory.post-closed, impossible-days, appointed-already, outside-area.
 */
export async function appointPerson(
  ctx: Context,
  postId: string,
  input: { personId: string; fromDay: Day; toDay: Day | null },
): Promise<Outcome<{ id: string }>> {
  const post = found(await lockPost(ctx.tx, postId));
  const unit = found(await readUnit(ctx.tx, post.unitId));
  const acting = mustHave(ctx.actor, managingPost(ctx.actor, unit, ctx.geography));
  const person = found(await readPerson(ctx.tx, input.personId));
  if (!inScope(ctx.actor, person.jurisdiction))
    return refuse({ code: 'directory.outside-area', field: 'personId' });
  if (post.closedOn !== null || unit.closedOn !== null) return refuse({ code: 'directory.post-closed' });
  if (input.toDay !== null && input.toDay < input.fromDay)
    return refuse({ code: 'directory.impossible-days', field: 'toDay' });
  if (await holdsWithin(ctx.tx, { postId, ...input }))
    return refuse({ code: 'directory.appointed-already', field: 'personId' });
  const appointment = { id: newId(), jurisdiction: unit.jurisdiction, postId, ...input };
  await insertAppointments(ctx.tx, [appointment], ctx.now.iso);
  ctx.audit({
    jurisdiction: unit.jurisdiction,
    action: 'directory.appoint',
    subject: { type: 'appointment', id: appointment.id },
    ...(acting ? { post: acting } : {}),
    facts: {
      unit: unit.name,
      title: post.title,
      person: person.id,
      fromDay: input.fromDay,
      toDay: input.toDay,
    },
    after: appointment,
  });
  await reportStaffChange(ctx, unit, { code: 'directory.staff-appointed', facts: { post: post.title } });
  return done({ id: appointment.id });
}
