import type { Context } from '../../kernel/context.ts';
import { found } from '../../kernel/outcome.ts';
import type { Policy } from '../../policy/index.ts';
import { findUnits, getUnit, holdersOf, type Unit } from '../directory/index.ts';
import { type Builder, findBuilder } from './find-builder.ts';
import type { Column, Site } from './model.ts';
import { proposeSection } from './propose-address.ts';
import { addressRules } from './rules-address.ts';
import { type RequiredColumn, requiredColumns } from './rules-columns.ts';
import type { SectionFacts, SiteFacts } from './rules-findings.ts';
import { readColumns, readSections } from './store-sections.ts';
import { readSite } from './store-sites.ts';

/** A site with its parts, the units around it and what the regulation asks of it today. */
export interface Survey extends SiteFacts {
  readonly builder: Builder;
  readonly units: ReadonlyMap<string, Unit>;
  /** Every standing column, those of sections too. */
  readonly columns: readonly Column[];
}

/** Throws not-found outside the scope. */
export async function surveySite(ctx: Context, jurisdiction: string, id: string): Promise<Survey> {
  const site = found(await readSite(ctx.tx, jurisdiction, id));
  const policy = ctx.policy(jurisdiction);
  const columns = await readColumns(ctx.tx, site);
  const required: RequiredColumn[] = requiredColumns(policy);
  const { sections, units } = await surveySections(ctx, { site, policy, columns });
  return {
    site,
    policy,
    required,
    columns,
    main: columns.filter(({ sectionId }) => sectionId === null),
    sections,
    units,
    without: await unitsWithout(ctx, site, policy, sections),
    builder: await findBuilder(ctx, jurisdiction),
  };
}

async function surveySections(
  ctx: Context,
  { site, policy, columns }: { site: Site; policy: Policy; columns: readonly Column[] },
): Promise<{ sections: SectionFacts[]; units: Map<string, Unit> }> {
  const all = await readSections(ctx.tx, site);
  const roles = policy.get('host.roles');
  const kinds = roles.state === 'in-force' ? (roles.value ?? []) : [];
  const units = new Map<string, Unit>();
  const sections: SectionFacts[] = [];
  for (const section of all) {
    const unit = await getUnit(ctx, section.unitId);
    units.set(unit.id, unit);
    const proposal = proposeSection(policy, { site, unit, sections: all });
    const posts = [];
    for (const kind of kinds) {
      const holders = await holdersOf(ctx, unit.id, kind);
      posts.push({ title: policy.postTitle(kind), holders: holders.map(({ name }) => name) });
    }
    sections.push({
      section,
      columns: columns.filter(({ sectionId }) => sectionId === section.id),
      expected: proposal.address === null ? null : { address: proposal.address, basis: proposal.basis },
      posts,
      unitClosed: unit.closedOn !== null && unit.closedOn <= ctx.now.day,
    });
  }
  return { sections, units };
}

const AT_MOST = 2000;

/** Standing units of the site's own area, of the kinds that the address rule names, that have no section (QJ-8). */
async function unitsWithout(
  ctx: Context,
  site: Site,
  policy: Policy,
  sections: readonly SectionFacts[],
): Promise<{ id: string; name: string }[]> {
  if (policy.get('column.required').state !== 'in-force') return [];
  const kinds = new Set(addressRules({ policy, domains: site.domains }).flatMap((rule) => rule.kinds ?? []));
  if (kinds.size === 0) return [];
  const { items } = await findUnits(ctx, { q: '', jurisdiction: site.jurisdiction, page: 1, size: AT_MOST });
  const having = new Set(sections.map(({ section }) => section.unitId));
  return items
    .filter(({ unit }) => kinds.has(unit.kind) && !unit.secret && !having.has(unit.id))
    .map(({ unit }) => ({ id: unit.id, name: unit.name }));
}
