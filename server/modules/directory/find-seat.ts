import type { Context } from '../../kernel/context.ts';
import { found } from '../../kernel/outcome.ts';
import type { Tier } from '../../policy/index.ts';
import type { ChainAt, Holder, OversightDetail, RoleName, Unit } from './model.ts';
import { readHolders, readUnit, readUnits, readUnitsNamed, readUnitsWithRole } from './store.ts';

/** The unit of an id. Throws Refused('not-found') outside one's reach. */
export async function getUnit(ctx: Context, id: string): Promise<Unit> {
  return found(await readUnit(ctx.tx, id));
}

/** The unit that has a role over exactly that jurisdiction today. */
export async function unitWithRole(
  ctx: Context,
  jurisdiction: string,
  role: RoleName,
  detail: OversightDetail | null = null,
): Promise<Unit | null> {
  const [unit] = await readUnitsWithRole(ctx.tx, { over: [jurisdiction], role, detail, on: ctx.now.day });
  return unit ?? null;
}

/** The unit in which a step of a chain is taken for a host; null where there is no such unit: then nobody may pass. */
export async function resolveSeat(ctx: Context, host: Unit, at: ChainAt): Promise<Unit | null> {
  switch (at.unit) {
    case 'host':
      return host;
    case 'parent':
      return standing(ctx, host.parentId ? await readUnit(ctx.tx, host.parentId) : undefined);
    case 'park':
      return nearestPark(ctx, host);
    case 'supervisor':
      return at.tier ? atTier(ctx, host, at.tier) : nearest(ctx, host, 'supervisor', null);
    case 'executing-body':
      return nearest(ctx, host, 'executing-body', null);
    case 'oversight':
      return nearest(ctx, host, 'oversight', at.role ?? null);
    case 'named':
      return at.name === undefined ? null : named(ctx, host, at.name);
  }
}

/** The people who hold a kind of post in a unit today. */
export async function holdersOf(ctx: Context, unitId: string, postKind: string): Promise<Holder[]> {
  return readHolders(ctx.tx, unitId, postKind, ctx.now.day);
}

function standing(ctx: Context, unit: Unit | undefined): Unit | null {
  return unit && (unit.closedOn === null || unit.closedOn > ctx.now.day) ? unit : null;
}

async function nearestPark(ctx: Context, host: Unit): Promise<Unit | null> {
  const above = await readUnits(
    ctx.tx,
    host.path.filter((id) => id !== host.id),
  );
  const parks = above.filter((unit) => unit.kind === 'park' && standing(ctx, unit));
  return parks.sort((a, b) => b.path.length - a.path.length)[0] ?? null;
}

/** The jurisdiction of the host and those above it, from the nearest up. */
function upwards(ctx: Context, host: Unit): string[] {
  return [host.jurisdiction, ...ctx.geography.ancestors(host.jurisdiction).map((each) => each.code)];
}

async function nearest(
  ctx: Context,
  host: Unit,
  role: RoleName,
  detail: OversightDetail | null,
): Promise<Unit | null> {
  const over = upwards(ctx, host);
  const units = await readUnitsWithRole(ctx.tx, { over, role, detail, on: ctx.now.day });
  return units.sort((a, b) => over.indexOf(a.over) - over.indexOf(b.over))[0] ?? null;
}

async function atTier(ctx: Context, host: Unit, tier: Tier): Promise<Unit | null> {
  const jurisdiction = upwards(ctx, host).find((code) => ctx.geography.get(code)?.level === tier);
  return jurisdiction === undefined ? null : unitWithRole(ctx, jurisdiction, 'supervisor');
}

async function named(ctx: Context, host: Unit, name: string): Promise<Unit | null> {
  const where = upwards(ctx, host);
  const units = await readUnitsNamed(ctx.tx, name, where);
  return units.sort((a, b) => where.indexOf(a.jurisdiction) - where.indexOf(b.jurisdiction))[0] ?? null;
}
