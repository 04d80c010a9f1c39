import { siteText } from '../../../contracts/sites/words.ts';
import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/db/uuid.ts';
import { done, type Outcome, type Problem, refuse } from '../../kernel/outcome.ts';
import type { Day } from '../../policy/index.ts';
import { getUnit, type Unit } from '../directory/index.ts';
import { actingPost, holdForBuilder, type Key } from './lock-site.ts';
import type { Section, Site } from './model.ts';
import { type Proposal, proposeSection } from './propose-address.ts';
import { readAddress } from './rules-address.ts';
import { nameProblems } from './rules-columns.ts';
import { builtProblems } from './rules-request.ts';
import { insertSection, readSections } from './store-sections.ts';

export interface SectionInput {
  readonly site: Key;
  readonly unitId: string;
  readonly name?: string | null | undefined;
  readonly address?: string | null | undefined;
  readonly builtOn?: Day | null | undefined;
}

/**
 * Registers a section that a unit has on a site already. Its address is taken as it is: one that differs from the rule
 * is shown as a finding with the right one (QJ-7); the initials by rule are the unit's all the same.
 */
export async function addSection(ctx: Context, input: SectionInput): Promise<Outcome<Section>> {
  const { site, post } = await holdForBuilder(ctx, input.site);
  const unit = await getUnit(ctx, input.unitId);
  const planned = await planSection(ctx, site, unit, { ...input, requestId: null });
  if (!planned.ok) return planned;
  const section = planned.value;
  const problems = builtProblems(section.builtOn, { today: ctx.now.day, asked: null });
  if (problems.length > 0) return refuse(...problems);
  await insertSection(ctx.tx, section, ctx.now.iso);
  ctx.audit({
    jurisdiction: site.jurisdiction,
    action: 'section.add',
    subject: { type: 'section', id: section.id },
    ...actingPost(post),
    facts: { site: site.id, unit: unit.id, address: section.address },
    after: section,
  });
  return done(section);
}

interface Plan {
  readonly name?: string | null | undefined;
  readonly address?: string | null | undefined;
  readonly builtOn?: Day | null | undefined;
  readonly requestId: string | null;
}

/** A section as it would stand, with everything that keeps it from standing. The caller holds the site. */
export async function planSection(
  ctx: Context,
  site: Site,
  unit: Unit,
  plan: Plan,
): Promise<Outcome<Section>> {
  const sections = await readSections(ctx.tx, site);
  const proposal = proposeSection(ctx.policy(site.jurisdiction), { site, unit, sections });
  const name = plan.name?.trim() || siteText.sectionName(unit.shortName ?? unit.name);
  const placed = placeAt(site, proposal, plan.address?.trim() || null);
  const problems = [
    ...unitProblems(ctx, site, unit),
    ...nameProblems(name),
    ...(sections.some(({ unitId }) => unitId === unit.id)
      ? [{ code: 'sites.section-exists', field: 'unitId', facts: { unit: unit.name } }]
      : []),
    ...placed.problems,
  ];
  if (problems.length > 0) return refuse(...problems);
  return done({
    jurisdiction: site.jurisdiction,
    id: newId(),
    siteId: site.id,
    unitId: unit.id,
    unitName: unit.name,
    name,
    initials: proposal.initials,
    address: placed.address,
    builtOn: plan.builtOn ?? null,
    requestId: plan.requestId,
    closedOn: null,
    version: 1,
  });
}

/** A closed unit gets nothing new, and a site carries units of its own area and those below it only. */
export function unitProblems(ctx: Context, site: Site, unit: Unit): Problem[] {
  const facts = { unit: unit.name };
  if (unit.closedOn !== null && unit.closedOn <= ctx.now.day)
    return [{ code: 'sites.unit-closed', field: 'unitId', facts }];
  return ctx.geography.descendants(site.jurisdiction).includes(unit.jurisdiction)
    ? []
    : [{ code: 'sites.unit-elsewhere', field: 'unitId', facts }];
}

function placeAt(
  site: Site,
  proposal: Proposal,
  typed: string | null,
): { readonly address: string; readonly problems: readonly Problem[] } {
  if (typed !== null) {
    const read = readAddress(typed, site.domains);
    return read.ok ? { address: read.address, problems: [] } : { address: '', problems: [read.problem] };
  }
  if (proposal.address !== null) return { address: proposal.address, problems: [] };
  return {
    address: '',
    problems:
      proposal.problems.length > 0
        ? proposal.problems
        : [{ code: 'sites.address-missing', field: 'address' }],
  };
}
