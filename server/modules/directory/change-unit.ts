import type { z } from 'zod';
import type { changeUnitBody } from '../../../contracts/directory/wire.ts';
import type { ActorPost } from '../../kernel/actor.ts';
import { openScope } from '../../kernel/clock.ts';
import type { Context } from '../../kernel/context.ts';
import { done, found, type Outcome, Refused, refuse } from '../../kernel/outcome.ts';
import { areaPost, managingPost, mayClassify, mustHave } from './abilities.ts';
import type { Unit } from './model.ts';
import { checkClash, checkGuide, checkNature, checkPlace } from './rules-units.ts';
import { termsOf } from './search-terms.ts';
import { readUnit } from './store.ts';
import { replaceTerms } from './store-terms.ts';
import { lockUnits, movePaths, readClash, updateUnit } from './store-units.ts';

/** Changes what a unit is, or where it hangs; what is below moves along. Throws Refused('stale') for an old version. */
export async function changeUnit(
  ctx: Context,
  id: string,
  input: z.output<typeof changeUnitBody>,
): Promise<Outcome<Record<string, never>>> {
  const { unit, parent } = await lockedUnits(ctx, id, input.parentId);
  const post = mustHave(ctx.actor, rightTo(ctx, unit, parent, input.parentId));
  if (unit.version !== input.version) throw new Refused('stale');
  if (unit.closedOn !== null) return refuse({ code: 'directory.unit-closed' });
  const changed = changedUnit(unit, parent, input);
  const moved = changed.parentId !== unit.parentId;
  const problems = [
    ...(moved ? checkPlace(changed, parent, { on: ctx.now.day, geography: ctx.geography }) : []),
    ...checkGuide(
      changed,
      changed.guidedById === null ? undefined : await readUnit(ctx.tx, changed.guidedById),
    ),
    ...checkClash(await readClash(ctx.tx, { ...changed, except: id }), changed),
    ...(mayClassify(ctx.actor, unit, ctx.geography) ? [] : checkNature(unit, changed)),
  ];
  if (problems.length > 0) return refuse(...problems);
  if (!(await updateUnit(ctx.tx, changed, unit.version))) throw new Refused('stale');
  if (moved) await moveBelow(ctx, changed);
  await replaceTerms(ctx.tx, 'unit', [id], termsOf(changed, [changed.name, changed.shortName, changed.code]));
  ctx.audit({
    jurisdiction: unit.jurisdiction,
    action: 'directory.change-unit',
    subject: { type: 'unit', id },
    ...(post ? { post } : {}),
    facts: { name: changed.name, ...(moved ? { parent: parent?.name ?? null } : {}) },
    before: unit,
    after: changed,
  });
  return done({});
}

/** Reads after locking everything above both places, so that two moves cannot close a ring. */
async function lockedUnits(
  ctx: Context,
  id: string,
  parentId: string | null,
): Promise<{ unit: Unit; parent: Unit | null }> {
  const first = parentId === null ? undefined : found(await readUnit(ctx.tx, parentId));
  await lockUnits(ctx.tx, [id, ...(first?.path ?? [])]);
  const unit = found(await readUnit(ctx.tx, id));
  return { unit, parent: parentId === null ? null : found(await readUnit(ctx.tx, parentId)) };
}

/** To move a unit one manages both its old place and its new one; at the top, the whole area. */
function rightTo(
  ctx: Context,
  unit: Unit,
  parent: Unit | null,
  parentId: string | null,
): ActorPost | undefined {
  const post = managingPost(ctx.actor, unit, ctx.geography);
  if (parentId === unit.parentId) return post;
  const there = parent
    ? managingPost(ctx.actor, parent, ctx.geography)
    : areaPost(ctx.actor, unit.jurisdiction, ctx.geography);
  return there && post;
}

function changedUnit(unit: Unit, parent: Unit | null, input: z.output<typeof changeUnitBody>): Unit {
  const { version: _, parentId, ...fields } = input;
  const moved = parentId !== unit.parentId;
  return {
    ...unit,
    ...fields,
    parentId,
    path: moved ? [...(parent?.path ?? []), unit.id] : unit.path,
    underPark: moved ? parent !== null && (parent.underPark || parent.kind === 'park') : unit.underPark,
  };
}

/** Paths follow from the tree, in whatever jurisdiction the units below stand. */
async function moveBelow(ctx: Context, unit: Unit): Promise<void> {
  await openScope(ctx.tx, '*', '*');
  await movePaths(ctx.tx, unit.id, unit.path);
  await openScope(ctx.tx, ctx.actor.scope, ctx.actor.reach);
}
