import type { Context } from '../../kernel/context.ts';
import { done, found, type Outcome, Refused, refuse } from '../../kernel/outcome.ts';
import type { Day } from '../../policy/index.ts';
import { managingPost, mustHave } from './abilities.ts';
import { checkClosing } from './rules-units.ts';
import { readUnit } from './store.ts';
import { readHeldBy } from './store-people.ts';
import { readRoles } from './store-roles.ts';
import { countStandingBelow, lockUnits, updateUnit } from './store-units.ts';

/** Closes a unit from a day on, once nothing and nobody is left in it. Throws Refused('stale') for an old version. */
export async function closeUnit(
  ctx: Context,
  id: string,
  input: { on: Day; version: number },
): Promise<Outcome<Record<string, never>>> {
  await lockUnits(ctx.tx, [id]);
  const unit = found(await readUnit(ctx.tx, id));
  const post = mustHave(ctx.actor, managingPost(ctx.actor, unit, ctx.geography));
  if (unit.version !== input.version) throw new Refused('stale');
  if (unit.closedOn !== null) return refuse({ code: 'directory.closed-already' });
  const ending = (to: Day | null) => to === null || to >= input.on;
  const problems = checkClosing({
    standingBelow: await countStandingBelow(ctx.tx, id),
    holdersAfter: (await readHeldBy(ctx.tx, id, input.on)).length,
    rolesAfter: (await readRoles(ctx.tx, id)).filter((role) => ending(role.toDay)).length,
  });
  if (problems.length > 0) return refuse(...problems);
  const closed = { ...unit, closedOn: input.on };
  if (!(await updateUnit(ctx.tx, closed, unit.version))) throw new Refused('stale');
  ctx.audit({
    jurisdiction: unit.jurisdiction,
    action: 'directory.close-unit',
    subject: { type: 'unit', id },
    ...(post ? { post } : {}),
    facts: { name: unit.name, on: input.on },
    before: unit,
    after: closed,
  });
  return done({});
}
