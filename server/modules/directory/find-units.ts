import type { Context } from '../../kernel/context.ts';
import type { UnitRole } from './model.ts';
import { gramsToFind } from './search-terms.ts';
import { readUnits } from './store.ts';
import { readRolesOf } from './store-roles.ts';
import { type ListedUnit, readChildren, searchUnits } from './store-units.ts';

/** A unit in a list with its roles today and the names above it. */
export interface FoundUnit {
  readonly unit: ListedUnit;
  readonly roles: readonly UnitRole[];
  readonly pathNames: readonly string[];
}

/** The units below one, or the topmost within reach. */
export async function listChildren(
  ctx: Context,
  parentId: string | undefined,
  withClosed: boolean,
): Promise<FoundUnit[]> {
  const units = await readChildren(ctx.tx, parentId, withClosed);
  return withRoles(ctx, units);
}

/** A page of units with the text in their name, short name or code; within the jurisdiction and below where one is given. */
export async function findUnits(
  ctx: Context,
  asked: { q: string; jurisdiction?: string | undefined; page: number; size: number },
): Promise<{ items: FoundUnit[]; total: number }> {
  const within = asked.jurisdiction === undefined ? null : ctx.geography.descendants(asked.jurisdiction);
  if (within?.length === 0) return { items: [], total: 0 };
  const { items, total } = await searchUnits(ctx.tx, {
    text: asked.q,
    grams: gramsToFind(asked.q),
    jurisdictions: within,
    limit: asked.size,
    offset: (asked.page - 1) * asked.size,
  });
  return { items: await withRoles(ctx, items), total };
}

async function withRoles(ctx: Context, units: readonly ListedUnit[]): Promise<FoundUnit[]> {
  const roles = await readRolesOf(
    ctx.tx,
    units.map((unit) => unit.id),
    ctx.now.day,
  );
  const above = new Set(units.flatMap((unit) => unit.path.filter((id) => id !== unit.id)));
  const names = new Map((await readUnits(ctx.tx, [...above])).map((unit) => [unit.id, unit.name]));
  return units.map((unit) => ({
    unit,
    roles: roles.filter((role) => role.unitId === unit.id),
    pathNames: unit.path.flatMap((id) => names.get(id) ?? []),
  }));
}
