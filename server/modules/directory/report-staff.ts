import type { Context } from '../../kernel/context.ts';
import { notify } from '../../kernel/notify.ts';
import { holdersOf, resolveSeat } from './find-seat.ts';
import type { Unit } from './model.ts';

/** Who is told of staff changes at the supervisor and its executing body. */
const TOLD = ['filing-officer', 'administrator'] as const;

/**
 * Tells the supervisor, and who acts for it, of a change of staff, where the packs ask for it (QJ-6). Names and
 * telephone numbers are not sent about: the notice leads to the unit's page, where they stand.
 */
export async function reportStaffChange(
  ctx: Context,
  unit: Unit,
  notice: { code: string; facts: Readonly<Record<string, unknown>> },
): Promise<void> {
  const duty = ctx.policy(unit.jurisdiction).get('account.staff-change-report');
  if (duty.value === null) return;
  const seats = [
    await resolveSeat(ctx, unit, { unit: 'supervisor' }),
    await resolveSeat(ctx, unit, { unit: 'executing-body' }),
  ];
  const people = new Set<string>();
  for (const seat of seats) {
    if (!seat || seat.id === unit.id) continue;
    for (const kind of TOLD)
      for (const { personId } of await holdersOf(ctx, seat.id, kind)) people.add(personId);
  }
  await notify(ctx, {
    jurisdiction: unit.jurisdiction,
    people: [...people].filter((id) => id !== ctx.actor.personId),
    code: notice.code,
    facts: { unit: unit.name, ...notice.facts },
    subject: { type: 'unit', id: unit.id },
  });
}
