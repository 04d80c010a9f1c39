import type { Context } from '../../kernel/context.ts';
import type { Contact, Operator, Unit } from './model.ts';
import { readUnits } from './store.ts';
import { type HeldPost, readGuidedBy, readHeldAround, readHeldPosts } from './store-relations.ts';
import { lockOperator, readContacts, readOperators } from './store-roles.ts';

const MOST_HELD = 300;

/** The posts that appointments are to, past ones too; those outside one's reach are left out. */
export async function heldPosts(ctx: Context, appointmentIds: readonly string[]): Promise<HeldPost[]> {
  return readHeldPosts(ctx.tx, appointmentIds);
}

/** Who serves today in a unit, above it and below it, its own people first: those who may answer for its accounts. */
export async function heldAround(ctx: Context, unit: Unit): Promise<HeldPost[]> {
  return readHeldAround(ctx.tx, unit, ctx.now.day, MOST_HELD);
}

/** Everybody who runs or ran accounts for a host. */
export async function operatorsOf(ctx: Context, hostUnitId: string): Promise<Operator[]> {
  return readOperators(ctx.tx, hostUnitId);
}

/** An operator, held until the transaction ends; undefined outside one's reach. */
export async function holdOperator(ctx: Context, id: string): Promise<Operator | undefined> {
  return lockOperator(ctx.tx, id);
}

/** Whom a unit turns to at the departments it coordinates with. */
export async function contactsOf(ctx: Context, unitId: string): Promise<Contact[]> {
  return readContacts(ctx.tx, unitId);
}

/** The units that the actor's own units guide as line departments, where the packs give them that task (GD-2c). */
export async function guidedUnits(ctx: Context): Promise<string[]> {
  const { posts } = ctx.actor;
  const guiding = posts.filter(({ jurisdiction }) => guides(ctx, jurisdiction)).map(({ unitId }) => unitId);
  return readGuidedBy(ctx.tx, [...new Set(guiding)]);
}

/** The line departments that guide a unit or one above it, where the packs give them that task (GD-2c). */
export async function guidingUnits(ctx: Context, unit: Unit): Promise<string[]> {
  if (!guides(ctx, unit.jurisdiction)) return [];
  return (await readUnits(ctx.tx, unit.path)).flatMap(({ guidedById }) => guidedById ?? []);
}

function guides(ctx: Context, jurisdiction: string): boolean {
  return ctx.policy(jurisdiction).get('supervisor.sector-guidance').value === true;
}
