import type { Context } from '../../kernel/context.ts';
import { done, type Outcome, type Problem, refuse } from '../../kernel/outcome.ts';
import { caseFactsOf, getUnit, type Unit } from '../directory/index.ts';
import { unitProblems } from './add-section.ts';
import { holdColumn } from './hold-column.ts';
import { actingPost, type Key, refuseStale } from './lock-site.ts';
import { type Column, nameKey } from './model.ts';
import { classProblems, nameProblems, requiredColumns, updateClasses } from './rules-columns.ts';
import { readColumns, updateColumn } from './store-sections.ts';

/**
 * Gives a column another name, class or keeper: who keeps up which column of the main site is divided here (QJ-5).
 * A column that must be there keeps the one name it must have (QJ-8).
 */
export async function changeColumn(
  ctx: Context,
  input: Key & {
    readonly unitId?: string | null | undefined;
    readonly name: string;
    readonly updateClass?: string | null | undefined;
    readonly version: number;
  },
): Promise<Outcome<Column>> {
  const { site, section, column, post } = await holdColumn(ctx, input);
  refuseStale(column, input.version);
  const unitId = section ? section.unitId : (input.unitId ?? null);
  const unit = unitId === null ? null : await getUnit(ctx, unitId);
  const changed: Column = {
    ...column,
    unitId,
    unitName: unit?.name ?? null,
    name: input.name.trim(),
    updateClass: input.updateClass ?? null,
    version: column.version + 1,
  };
  const problems = [
    ...(unit && unit.id !== column.unitId ? unitProblems(ctx, site, unit) : []),
    ...(await changeProblems(ctx, column, changed, unit)),
  ];
  if (problems.length > 0) return refuse(...problems);
  await updateColumn(ctx.tx, changed);
  ctx.audit({
    jurisdiction: site.jurisdiction,
    action: 'column.change',
    subject: { type: 'column', id: column.id },
    ...actingPost(post),
    facts: { name: changed.name, unit: changed.unitId, updateClass: changed.updateClass },
    before: column,
    after: changed,
  });
  return done(changed);
}

async function changeProblems(
  ctx: Context,
  before: Column,
  after: Column,
  unit: Unit | null,
): Promise<Problem[]> {
  const policy = ctx.policy(after.jurisdiction);
  const classes = updateClasses(policy, unit ? caseFactsOf(unit) : {});
  const renamed = nameKey(before.name) !== nameKey(after.name);
  const required = requiredColumns(policy).some(({ name }) => nameKey(name) === nameKey(before.name));
  const others = (await readColumns(ctx.tx, { ...after, id: after.siteId })).filter(
    ({ id, sectionId }) => id !== after.id && sectionId === after.sectionId,
  );
  const taken = others.some(({ name }) => nameKey(name) === nameKey(after.name));
  return [
    ...nameProblems(after.name),
    ...classProblems(classes, after.updateClass),
    ...(renamed && required
      ? [{ code: 'sites.column-required', field: 'name', facts: { name: before.name } }]
      : []),
    ...(taken ? [{ code: 'sites.column-taken', field: 'name', facts: { name: after.name } }] : []),
  ];
}
