import type { Context } from '../../kernel/context.ts';
import { done, found, type Outcome, refuse } from '../../kernel/outcome.ts';
import type { Day } from '../../policy/index.ts';
import { managingPost, mustHave } from './abilities.ts';
import { readUnit } from './store.ts';
import { endOperatorOn, lockOperator } from './store-roles.ts';

/** Ends the work of an operator after a last day. Problems: directory.ended-already, end-before-start. */
export async function endOperator(
  ctx: Context,
  id: string,
  toDay: Day,
): Promise<Outcome<Record<string, never>>> {
  const operator = found(await lockOperator(ctx.tx, id));
  const host = found(await readUnit(ctx.tx, operator.hostUnitId));
  const acting = mustHave(ctx.actor, managingPost(ctx.actor, host, ctx.geography));
  if (operator.toDay !== null && operator.toDay < ctx.now.day)
    return refuse({ code: 'directory.ended-already' });
  if (toDay < operator.fromDay)
    return refuse({ code: 'directory.end-before-start', field: 'toDay', facts: { from: operator.fromDay } });
  await endOperatorOn(ctx.tx, operator, toDay);
  ctx.audit({
    jurisdiction: operator.jurisdiction,
    action: 'directory.end-operator',
    subject: { type: 'unit', id: host.id },
    ...(acting ? { post: acting } : {}),
    facts: { host: host.name, operator: operator.name, toDay },
    before: operator,
    after: { ...operator, toDay },
  });
  return done({});
}
