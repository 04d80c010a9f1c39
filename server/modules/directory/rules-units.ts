import type { Geography } from '../../kernel/context.ts';
import type { Problem } from '../../kernel/outcome.ts';
import type { Day, UnitKind } from '../../policy/index.ts';
import type { Unit } from './model.ts';

/** What keeps a unit from standing under another. `parent` null: at the top of its jurisdiction. */
export function checkPlace(
  unit: Pick<Unit, 'id' | 'jurisdiction' | 'kind'>,
  parent: Unit | null,
  facts: { on: Day; geography: Geography },
): Problem[] {
  const field = 'parentId';
  if (!facts.geography.get(unit.jurisdiction))
    return [
      { code: 'directory.unknown-jurisdiction', field: 'jurisdiction', facts: { code: unit.jurisdiction } },
    ];
  if (parent === null) return [];
  if (parent.path.includes(unit.id)) return [{ code: 'directory.cycle', field }];
  const problems: Problem[] = [];
  if (parent.closedOn !== null && parent.closedOn <= facts.on)
    problems.push({ code: 'directory.parent-closed', field });
  if (parent.kind === 'section' && unit.kind !== 'section')
    problems.push({ code: 'directory.parent-section', field });
  if (!facts.geography.descendants(parent.jurisdiction).includes(unit.jurisdiction))
    problems.push({ code: 'directory.wrong-jurisdiction', field: 'jurisdiction' });
  return problems;
}

/** What a unit is in the eyes of the regulations (LZ-10, GD-4.2a, FS-8), changed by one who may not say so. */
export function checkNature(before: Unit, after: Unit): Problem[] {
  const nature = ['kind', 'tier', 'secret', 'inward'] as const;
  return nature
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ code: 'directory.nature-from-above', field }));
}

/** Whether an administrator may set up this kind below the own unit without those above: what belongs to it. */
export function belongs(kind: UnitKind): boolean {
  return kind === 'section' || kind === 'institution';
}

/** What keeps a unit from being set up below another by the other's own administrator: it would be what it says of itself. */
export function checkBelonging(parent: Unit, unit: Unit): Problem[] {
  const code = 'directory.nature-from-above';
  return [
    ...(belongs(unit.kind) ? [] : [{ code, field: 'kind' }]),
    ...(unit.tier === parent.tier ? [] : [{ code, field: 'tier' }]),
  ];
}

/** Kinds of unit that a line department guides (GD-2c), and those that can be one. */
const GUIDED: readonly string[] = ['institution', 'enterprise'];
const GUIDING: readonly string[] = ['department', 'party', 'office'];

/** What keeps a line department from guiding a unit: it guides public institutions and enterprises (GD-2c). */
export function checkGuide(
  unit: Pick<Unit, 'id' | 'kind' | 'guidedById'>,
  guide: Unit | undefined,
): Problem[] {
  if (unit.guidedById === null) return [];
  const field = 'guidedById';
  if (!guide || guide.closedOn !== null || guide.id === unit.id || !GUIDING.includes(guide.kind))
    return [{ code: 'directory.no-guide', field }];
  return GUIDED.includes(unit.kind) ? [] : [{ code: 'directory.not-guided', field }];
}

/** What keeps a name and a code from being given: one standing unit of each within a jurisdiction. */
export function checkClash(
  clash: { name: boolean; code: boolean },
  unit: Pick<Unit, 'name' | 'code'>,
): Problem[] {
  const problems: Problem[] = [];
  if (clash.name) problems.push({ code: 'directory.name-taken', field: 'name', facts: { name: unit.name } });
  if (clash.code) problems.push({ code: 'directory.code-taken', field: 'code', facts: { code: unit.code } });
  return problems;
}

/** What keeps a unit from being closed: units, people or duties it would leave behind. */
export function checkClosing(facts: {
  standingBelow: number;
  holdersAfter: number;
  rolesAfter: number;
}): Problem[] {
  const problems: Problem[] = [];
  if (facts.standingBelow > 0)
    problems.push({ code: 'directory.has-children', facts: { n: facts.standingBelow } });
  if (facts.holdersAfter > 0)
    problems.push({ code: 'directory.has-holders', facts: { n: facts.holdersAfter } });
  if (facts.rolesAfter > 0) problems.push({ code: 'directory.has-roles' });
  return problems;
}
