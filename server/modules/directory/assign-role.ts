import type { z } from 'zod';
import type { assignRoleBody } from '../../../contracts/directory/wire.ts';
import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/db/uuid.ts';
import { done, found, type Outcome, Refused, refuse } from '../../kernel/outcome.ts';
import { inScope, mustHave, rolePost } from './abilities.ts';
import { readUnit } from './store.ts';
import { insertRole, readRoleWithin } from './store-roles.ts';
import { lockUnits } from './store-units.ts';

/**
 * Gives a unit a role over a jurisdiction: one supervisor and one executing body at a time (LZ-6), one oversight
 * department of each kind. Problems: directory.role-taken, role-outside, impossible-days, unknown-jurisdiction.
 */
export async function assignRole(
  ctx: Context,
  unitId: string,
  input: z.output<typeof assignRoleBody>,
): Promise<Outcome<{ id: string }>> {
  await lockUnits(ctx.tx, [unitId]);
  const unit = found(await readUnit(ctx.tx, unitId));
  if (!ctx.geography.get(input.over))
    return refuse({ code: 'directory.unknown-jurisdiction', field: 'over', facts: { code: input.over } });
  const acting = mustHave(ctx.actor, rolePost(ctx.actor, input, ctx.geography));
  if (!inScope(ctx.actor, unit.jurisdiction)) throw new Refused('forbidden');
  if (unit.closedOn !== null) return refuse({ code: 'directory.unit-closed' });
  if (!ctx.geography.descendants(unit.jurisdiction).includes(input.over))
    return refuse({ code: 'directory.role-outside', field: 'over' });
  if (input.toDay !== null && input.toDay < input.fromDay)
    return refuse({ code: 'directory.impossible-days', field: 'toDay' });
  const other = await readRoleWithin(ctx.tx, input);
  if (other) {
    const holder = await readUnit(ctx.tx, other.unitId);
    return refuse({ code: 'directory.role-taken', field: 'over', facts: { unit: holder?.name } });
  }
  const role = { id: newId(), jurisdiction: unit.jurisdiction, unitId, ...input };
  await insertRole(ctx.tx, role, ctx.now.iso);
  ctx.audit({
    jurisdiction: unit.jurisdiction,
    action: 'directory.assign-role',
    subject: { type: 'role', id: role.id },
    ...(acting ? { post: acting } : {}),
    facts: { unit: unit.name, role: role.role, detail: role.detail, over: role.over, fromDay: role.fromDay },
    after: role,
  });
  return done({ id: role.id });
}
