import type { z } from 'zod';
import type { createUnitBody } from '../../../contracts/directory/wire.ts';
import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/db/uuid.ts';
import { done, found, type Outcome, Refused, refuse } from '../../kernel/outcome.ts';
import { inScope, managingPost, mayClassify, mustHave } from './abilities.ts';
import type { Unit } from './model.ts';
import { checkBelonging, checkClash, checkGuide, checkPlace } from './rules-units.ts';
import { termsOf } from './search-terms.ts';
import { readUnit } from './store.ts';
import { insertTerms } from './store-terms.ts';
import { insertUnits, lockUnits, readClash } from './store-units.ts';

/** A new unit under one that the actor manages. Problems: directory.name-taken, code-taken, parent-…, wrong-jurisdiction. */
export async function createUnit(
  ctx: Context,
  input: z.output<typeof createUnitBody>,
): Promise<Outcome<{ id: string }>> {
  await lockUnits(ctx.tx, [input.parentId]);
  const parent = found(await readUnit(ctx.tx, input.parentId));
  const post = mustHave(ctx.actor, managingPost(ctx.actor, parent, ctx.geography));
  const unit = unitOf(input, parent);
  const problems = [
    ...(mayClassify(ctx.actor, parent, ctx.geography) ? [] : checkBelonging(parent, unit)),
    ...checkPlace(unit, parent, { on: ctx.now.day, geography: ctx.geography }),
    ...checkGuide(unit, unit.guidedById === null ? undefined : await readUnit(ctx.tx, unit.guidedById)),
  ];
  if (problems.length > 0) return refuse(...problems);
  if (!inScope(ctx.actor, unit.jurisdiction)) throw new Refused('forbidden');
  const clash = checkClash(await readClash(ctx.tx, { ...unit, except: unit.id }), unit);
  if (clash.length > 0) return refuse(...clash);
  await insertUnits(ctx.tx, [unit], ctx.now.iso);
  await insertTerms(ctx.tx, 'unit', termsOf(unit, [unit.name, unit.shortName, unit.code]));
  ctx.audit({
    jurisdiction: unit.jurisdiction,
    action: 'directory.create-unit',
    subject: { type: 'unit', id: unit.id },
    ...(post ? { post } : {}),
    facts: { name: unit.name, kind: unit.kind, parent: parent.name },
    after: unit,
  });
  return done({ id: unit.id });
}

function unitOf(input: z.output<typeof createUnitBody>, parent: Unit): Unit {
  const id = newId();
  return {
    id,
    jurisdiction: input.jurisdiction ?? parent.jurisdiction,
    name: input.name,
    shortName: input.shortName,
    code: input.code,
    kind: input.kind,
    tier: input.tier,
    parentId: parent.id,
    guidedById: input.guidedById,
    path: [...parent.path, id],
    secret: input.secret,
    inward: input.inward,
    underPark: parent.underPark || parent.kind === 'park',
    closedOn: null,
    version: 1,
  };
}
