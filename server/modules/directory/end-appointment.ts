import type { Context } from '../../kernel/context.ts';
import { done, found, type Outcome, refuse } from '../../kernel/outcome.ts';
import type { Day } from '../../policy/index.ts';
import { managingPost, mustHave } from './abilities.ts';
import { reportStaffChange } from './report-staff.ts';
import { readUnit } from './store.ts';
import { endAppointmentOn, lockAppointment } from './store-people.ts';
import { readPost } from './store-units.ts';

/**
 * Ends an appointment after its last day; with it go the rights. The supervisor is told where the packs ask it
 * (QJ-6). Problems: directory.ended-already, end-before-start.
 */
export async function endAppointment(
  ctx: Context,
  id: string,
  input: { toDay: Day; reason: string },
): Promise<Outcome<Record<string, never>>> {
  const appointment = found(await lockAppointment(ctx.tx, id));
  const post = found(await readPost(ctx.tx, appointment.postId));
  const unit = found(await readUnit(ctx.tx, post.unitId));
  const acting = mustHave(ctx.actor, managingPost(ctx.actor, unit, ctx.geography));
  if (appointment.toDay !== null && appointment.toDay < ctx.now.day)
    return refuse({ code: 'directory.ended-already' });
  if (input.toDay < appointment.fromDay)
    return refuse({
      code: 'directory.end-before-start',
      field: 'toDay',
      facts: { from: appointment.fromDay },
    });
  await endAppointmentOn(ctx.tx, appointment, input.toDay, input.reason);
  ctx.audit({
    jurisdiction: unit.jurisdiction,
    action: 'directory.end-appointment',
    subject: { type: 'appointment', id },
    ...(acting ? { post: acting } : {}),
    facts: {
      unit: unit.name,
      title: post.title,
      person: appointment.personId,
      toDay: input.toDay,
      reason: input.reason,
    },
    before: appointment,
    after: { ...appointment, toDay: input.toDay },
  });
  await reportStaffChange(ctx, unit, {
    code: 'directory.staff-left',
    facts: { post: post.title, day: input.toDay },
  });
  return done({});
}
