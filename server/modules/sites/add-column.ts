import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/db/uuid.ts';
import { done, found, type Outcome, type Problem, refuse } from '../../kernel/outcome.ts';
import type { Day } from '../../policy/index.ts';
import { caseFactsOf, getUnit, type Unit } from '../directory/index.ts';
import { unitProblems } from './add-section.ts';
import { actingPost, holdForBuilder, type Key } from './lock-site.ts';
import { type Column, nameKey, type Section, type Site } from './model.ts';
import { proposeColumn } from './propose-address.ts';
import { refuseClosed } from './refuse-closed.ts';
import { isBelow, readAddress } from './rules-address.ts';
import { classProblems, nameProblems, updateClasses } from './rules-columns.ts';
import { builtProblems } from './rules-request.ts';
import { insertColumn, readColumns, readSection } from './store-sections.ts';

export interface ColumnInput {
  readonly site: Key;
  readonly sectionId?: string | null | undefined;
  readonly unitId?: string | null | undefined;
  readonly name: string;
  readonly updateClass?: string | null | undefined;
  readonly address?: string | null | undefined;
  readonly builtOn?: Day | null | undefined;
}

/**
 * Sets up a column of a section or of the main site, by whoever builds (QJ-9: the centre as the catalogues of
 * disclosure change); a column of a section is its unit's to keep up, one of the main site is given to a unit (QJ-5).
 */
export async function addColumn(ctx: Context, input: ColumnInput): Promise<Outcome<Column>> {
  const section = input.sectionId
    ? found(await readSection(ctx.tx, { jurisdiction: input.site.jurisdiction, id: input.sectionId }))
    : null;
  const { site, post } = await holdForBuilder(ctx, input.site, section);
  if (section) {
    found(section.siteId === site.id ? section : null);
    refuseClosed(section);
  }
  const unitId = section?.unitId ?? input.unitId ?? null;
  const unit = unitId === null ? null : await getUnit(ctx, unitId);
  const planned = await planColumn(ctx, { site, section, unit }, { ...input, requestId: null });
  if (!planned.ok) return planned;
  const column = planned.value;
  const problems = builtProblems(column.builtOn, { today: ctx.now.day, asked: null });
  if (problems.length > 0) return refuse(...problems);
  await insertColumn(ctx.tx, column, ctx.now.iso);
  ctx.audit({
    jurisdiction: site.jurisdiction,
    action: 'column.add',
    subject: { type: 'column', id: column.id },
    ...actingPost(post),
    facts: { site: site.id, section: column.sectionId, unit: column.unitId, name: column.name },
    after: column,
  });
  return done(column);
}

interface Place {
  readonly site: Site;
  readonly section: Section | null;
  readonly unit: Unit | null;
}

type Plan = Pick<ColumnInput, 'name' | 'updateClass' | 'address' | 'builtOn'> & {
  readonly requestId: string | null;
};

/** A column as it would stand, with everything that keeps it from standing. The caller holds the site. */
export async function planColumn(ctx: Context, place: Place, plan: Plan): Promise<Outcome<Column>> {
  const { site, section, unit } = place;
  const columns = await readColumns(ctx.tx, site);
  const name = plan.name.trim();
  const updateClass = plan.updateClass ?? null;
  const classes = updateClasses(ctx.policy(site.jurisdiction), unit ? caseFactsOf(unit) : {});
  const siblings = columns.filter(({ sectionId }) => sectionId === (section?.id ?? null));
  const placed = placeAt(ctx, place, columns, plan);
  const problems = [
    ...(unit ? unitProblems(ctx, site, unit) : []),
    ...nameProblems(name),
    ...classProblems(classes, updateClass),
    ...(siblings.some((each) => nameKey(each.name) === nameKey(name))
      ? [{ code: 'sites.column-taken', field: 'name', facts: { name } }]
      : []),
    ...placed.problems,
  ];
  if (problems.length > 0) return refuse(...problems);
  return done({
    jurisdiction: site.jurisdiction,
    id: newId(),
    siteId: site.id,
    sectionId: section?.id ?? null,
    unitId: unit?.id ?? null,
    unitName: unit?.name ?? null,
    name,
    updateClass,
    address: placed.address,
    builtOn: plan.builtOn ?? null,
    requestId: plan.requestId,
    closedOn: null,
    version: 1,
  });
}

function placeAt(
  ctx: Context,
  { site, section }: Place,
  columns: readonly Column[],
  plan: Plan,
): { readonly address: string; readonly problems: readonly Problem[] } {
  const typed = plan.address?.trim();
  if (!typed) {
    const { address } = proposeColumn(ctx, { site, section, name: plan.name, columns });
    return address === null
      ? { address: '', problems: [{ code: 'sites.address-missing', field: 'address' }] }
      : { address, problems: [] };
  }
  const read = readAddress(typed, site.domains);
  if (!read.ok) return { address: '', problems: [read.problem] };
  if (section && !isBelow(read.address, section.address)) {
    const facts = { above: section.address };
    return { address: '', problems: [{ code: 'sites.address-not-below', field: 'address', facts }] };
  }
  return { address: read.address, problems: [] };
}
