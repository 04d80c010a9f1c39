import type { Context } from '../../kernel/context.ts';
import type { BasisRef } from '../../policy/index.ts';
import { type Unit, unitWithRole } from '../directory/index.ts';
import type { BuilderFacts } from './abilities.ts';

export interface Builder extends BuilderFacts {
  readonly unit: Unit | null;
  readonly basis: readonly BasisRef[];
}

/**
 * Who designs and builds sections and columns of an area (QJ-9): where a regulation leaves it to one body, its executing
 * body, or the supervisor where it has none; elsewhere the supervisor, without keeping anybody else from it.
 */
export async function findBuilder(ctx: Context, jurisdiction: string): Promise<Builder> {
  const rule = ctx.policy(jurisdiction).get('column.built-by');
  const unit =
    (await unitWithRole(ctx, jurisdiction, 'executing-body')) ??
    (await unitWithRole(ctx, jurisdiction, 'supervisor'));
  return { bound: rule.state === 'in-force', unit, unitId: unit?.id ?? null, basis: rule.basis };
}
