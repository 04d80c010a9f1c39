import type { Context } from '../../kernel/context.ts';
import { getUnit, resolveSeat } from './find-seat.ts';
import {
  type Contact,
  type Operator,
  type OversightDetail,
  oversightDetails,
  type Post,
  type Unit,
  type UnitRole,
} from './model.ts';
import { readUnit, readUnits } from './store.ts';
import { type HeldBy, readHeldBy } from './store-people.ts';
import { readContacts, readOperators, readRoles } from './store-roles.ts';
import { countStandingBelow, readGuided, readPosts } from './store-units.ts';

const GUIDED_SHOWN = 50;

/** Everything about one unit: place, seats above it, roles, posts with their holders, operators, contacts. */
export interface UnitPage {
  readonly unit: Unit;
  readonly path: readonly Unit[];
  readonly hasChildren: boolean;
  readonly guidedBy: Unit | null;
  readonly guides: readonly { readonly id: string; readonly name: string }[];
  readonly supervisor: Unit | null;
  readonly executingBody: Unit | null;
  readonly oversight: readonly { readonly unit: Unit; readonly detail: OversightDetail }[];
  readonly roles: readonly UnitRole[];
  readonly posts: readonly Post[];
  readonly held: readonly HeldBy[];
  readonly operators: readonly Operator[];
  readonly contacts: readonly Contact[];
}

/** Throws Refused('not-found') outside one's reach. */
export async function showUnit(ctx: Context, id: string): Promise<UnitPage> {
  const unit = await getUnit(ctx, id);
  const above = await readUnits(ctx.tx, unit.path);
  const guidedBy = unit.guidedById === null ? undefined : await readUnit(ctx.tx, unit.guidedById);
  return {
    unit,
    path: unit.path.flatMap((each) => above.find((one) => one.id === each) ?? []),
    hasChildren: (await countStandingBelow(ctx.tx, id)) > 0,
    guidedBy: guidedBy ?? null,
    guides: await readGuided(ctx.tx, id, GUIDED_SHOWN),
    supervisor: await resolveSeat(ctx, unit, { unit: 'supervisor' }),
    executingBody: await resolveSeat(ctx, unit, { unit: 'executing-body' }),
    oversight: await oversightOver(ctx, unit),
    roles: await readRoles(ctx.tx, id),
    posts: await readPosts(ctx.tx, id),
    held: await readHeldBy(ctx.tx, id, ctx.now.day),
    operators: await readOperators(ctx.tx, id),
    contacts: await readContacts(ctx.tx, id),
  };
}

async function oversightOver(ctx: Context, unit: Unit): Promise<{ unit: Unit; detail: OversightDetail }[]> {
  const seats: { unit: Unit; detail: OversightDetail }[] = [];
  for (const detail of oversightDetails) {
    const seat = await resolveSeat(ctx, unit, { unit: 'oversight', role: detail });
    if (seat) seats.push({ unit: seat, detail });
  }
  return seats;
}
