import type { z } from 'zod';
import type { nameOperatorBody } from '../../../contracts/directory/wire-partners.ts';
import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/db/uuid.ts';
import { done, found, type Outcome, refuse } from '../../kernel/outcome.ts';
import { managingPost, mustHave } from './abilities.ts';
import type { Operator } from './model.ts';
import { checkOperator } from './rules-operators.ts';
import { readUnit } from './store.ts';
import { insertOperator } from './store-roles.ts';

/** Names who runs a host's accounts: a section of it or an outside agency. Problems: directory.operator-… with basis. */
export async function nameOperator(
  ctx: Context,
  hostUnitId: string,
  input: z.output<typeof nameOperatorBody>,
): Promise<Outcome<{ id: string }>> {
  const host = found(await readUnit(ctx.tx, hostUnitId));
  const acting = mustHave(ctx.actor, managingPost(ctx.actor, host, ctx.geography));
  if (host.closedOn !== null) return refuse({ code: 'directory.unit-closed' });
  const section =
    input.kind === 'section' && input.unitId !== null
      ? ((await readUnit(ctx.tx, input.unitId)) ?? null)
      : null;
  const operator: Operator = {
    ...input,
    id: newId(),
    jurisdiction: host.jurisdiction,
    hostUnitId,
    unitId: section?.id ?? null,
    name: section?.name ?? input.name ?? '',
  };
  const problems = checkOperator(operator, { policy: ctx.policy(host.jurisdiction), host, section });
  if (problems.length > 0) return refuse(...problems);
  await insertOperator(ctx.tx, operator, ctx.now.iso);
  ctx.audit({
    jurisdiction: host.jurisdiction,
    action: 'directory.name-operator',
    subject: { type: 'unit', id: hostUnitId },
    ...(acting ? { post: acting } : {}),
    facts: { host: host.name, operator: operator.name, kind: operator.kind },
    after: operator,
  });
  return done({ id: operator.id });
}
