import type { Context } from '../../kernel/context.ts';
import { done, found, type Outcome, refuse } from '../../kernel/outcome.ts';
import type { Day } from '../../policy/index.ts';
import { mustHave, rolePost } from './abilities.ts';
import { readUnit } from './store.ts';
import { endRoleOn, lockRole } from './store-roles.ts';

/** Ends a unit's role after a last day. Problems: directory.ended-already, end-before-start. */
export async function endRole(ctx: Context, id: string, toDay: Day): Promise<Outcome<Record<string, never>>> {
  const role = found(await lockRole(ctx.tx, id));
  const acting = mustHave(ctx.actor, rolePost(ctx.actor, role, ctx.geography));
  if (role.toDay !== null && role.toDay < ctx.now.day) return refuse({ code: 'directory.ended-already' });
  if (toDay < role.fromDay)
    return refuse({ code: 'directory.end-before-start', field: 'toDay', facts: { from: role.fromDay } });
  const unit = found(await readUnit(ctx.tx, role.unitId));
  await endRoleOn(ctx.tx, role, toDay);
  ctx.audit({
    jurisdiction: role.jurisdiction,
    action: 'directory.end-role',
    subject: { type: 'role', id },
    ...(acting ? { post: acting } : {}),
    facts: { unit: unit.name, role: role.role, over: role.over, toDay },
    before: role,
    after: { ...role, toDay },
  });
  return done({});
}
