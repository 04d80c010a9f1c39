import type {
  ColumnWire,
  SectionWire,
  SiteFinding,
  SiteRow,
  SiteWire,
} from '../../../contracts/sites/wire.ts';
import { siteText } from '../../../contracts/sites/words.ts';
import type { Context } from '../../kernel/context.ts';
import { listSiteChannels } from '../accounts/index.ts';
import { caseFactsOf, getUnit, resolveSeat, type Unit } from '../directory/index.ts';
import { askingPost, buildingPost, keepingPost } from './abilities.ts';
import type { Column } from './model.ts';
import { nameKey } from './model.ts';
import { addressRules } from './rules-address.ts';
import { missingColumns, type UpdateClass, updateClasses } from './rules-columns.ts';
import { type Finding, type SectionFacts, scopeBasis, siteFindings } from './rules-findings.ts';
import type { SiteLine } from './store-sites.ts';
import type { Survey } from './survey-site.ts';
import { sentenceOf } from './view-sentences.ts';

/** A site as lists show it. */
export function siteRowView(ctx: Context, line: SiteLine): SiteRow {
  return {
    id: line.id,
    jurisdiction: line.jurisdiction,
    jurisdictionName: ctx.geography.get(line.jurisdiction)?.name ?? line.jurisdiction,
    name: line.name,
    domain: line.domains[0] ?? '',
    siteCode: line.siteCode,
    host: { id: line.hostUnitId, name: line.hostName },
    sections: line.sections,
    columns: line.columns,
  };
}

const refOf = (unit: { readonly id: string; readonly name: string } | null) =>
  unit && { id: unit.id, name: unit.name };

/** A site with its tree, who keeps up what, and what is not as the regulation wants it. */
export async function siteView(ctx: Context, survey: Survey): Promise<SiteWire> {
  const { site, policy, builder } = survey;
  const host = await getUnit(ctx, site.hostUnitId);
  const supervisor = await resolveSeat(ctx, host, { unit: 'supervisor' });
  const channels = site.accountId === null ? [] : await listSiteChannels(ctx, site.jurisdiction);
  const account = channels.find(({ id }) => id === site.accountId);
  const builds = (sectionUnitId: string | null) => mayBuild(ctx, survey, sectionUnitId);
  const patterns = addressRules({ policy, domains: site.domains });
  return {
    ...siteRowHead(ctx, survey),
    supervisor: refOf(supervisor),
    builder: refOf(builder.unit),
    builderBasis: [...builder.basis],
    account: account ? { id: account.id, name: account.name, platformName: account.platformName } : null,
    inScope: [...scopeBasis(policy, 'site')],
    patterns: patterns.map(({ label, pattern, basis }) => ({
      label,
      pattern: pattern.replaceAll('{initials}', siteText.initialsPlace),
      basis: [...basis],
    })),
    main: survey.main.map((column) => columnView(survey, column, builds(null))),
    sections: survey.sections.map((section) => sectionView(ctx, survey, section)),
    findings: siteFindings(survey).map(findingView),
    without: survey.without.map(({ id, name }) => ({ id, name })),
    classes: updateClasses(policy).map(classView),
    abilities: {
      change:
        ctx.actor.kind === 'system' || keepingPost(ctx.actor, site.jurisdiction, ctx.geography) !== null,
      addSection: builds(null),
      addColumn: builds(null),
      request: asksForSection(ctx, survey),
    },
  };
}

function siteRowHead(ctx: Context, { site }: Survey) {
  return {
    id: site.id,
    jurisdiction: site.jurisdiction,
    jurisdictionName: ctx.geography.get(site.jurisdiction)?.name ?? site.jurisdiction,
    name: site.name,
    domains: [...site.domains],
    siteCode: site.siteCode,
    icp: site.icp,
    police: site.police,
    host: { id: site.hostUnitId, name: site.hostName },
    openedOn: site.openedOn,
    version: site.version,
  };
}

function mayBuild(ctx: Context, { site, builder }: Survey, sectionUnitId: string | null): boolean {
  const { jurisdiction, hostUnitId } = site;
  const about = { jurisdiction, builder, hostUnitId, sectionUnitId };
  return ctx.actor.kind === 'system' || buildingPost(ctx.actor, about, ctx.geography) !== null;
}

/** Units of the actor that have no section yet may ask for one, where requests have a way at all. */
function asksForSection(ctx: Context, { site, policy, sections }: Survey): boolean {
  if (policy.get('column.request.chain').state !== 'in-force') return false;
  const within = ctx.geography.descendants(site.jurisdiction);
  return ctx.actor.posts.some(
    ({ unitId, jurisdiction }) =>
      within.includes(jurisdiction) &&
      askingPost(ctx.actor, unitId) !== null &&
      !sections.some(({ section }) => section.unitId === unitId),
  );
}

function sectionView(ctx: Context, survey: Survey, facts: SectionFacts): SectionWire {
  const { section, columns, expected, posts } = facts;
  const builds = mayBuild(ctx, survey, section.unitId);
  const unit = survey.units.get(section.unitId);
  const asks =
    askingPost(ctx.actor, section.unitId) !== null &&
    survey.policy.get('column.request.chain').state === 'in-force';
  return {
    id: section.id,
    name: section.name,
    unit: { id: section.unitId, name: unit?.name ?? section.unitName },
    initials: section.initials,
    address: section.address,
    expected: expected?.address ?? null,
    builtOn: section.builtOn,
    requestId: section.requestId,
    version: section.version,
    people: posts.map(({ title, holders }) => ({ post: title, holders: [...holders] })),
    columns: columns.map((column) => columnView(survey, column, builds, unit)),
    missing: missingColumns(survey.required, columns).map(({ id, name, basis }) => ({
      id,
      name,
      basis: [...basis],
    })),
    abilities: { move: builds, close: builds, addColumn: builds, request: asks },
  };
}

/** The class of a column with what the regulation asks of its unit. */
export function classOf(survey: Pick<Survey, 'policy'>, column: Column, unit?: Unit): UpdateClass | null {
  const classes = updateClasses(survey.policy, unit ? caseFactsOf(unit) : {});
  return classes.find(({ id }) => id === column.updateClass) ?? null;
}

function columnView(survey: Survey, column: Column, builds: boolean, unit?: Unit): ColumnWire {
  const found = classOf(survey, column, unit);
  const required = survey.required.some(({ name }) => nameKey(name) === nameKey(column.name));
  return {
    id: column.id,
    name: column.name,
    unit: column.unitId === null ? null : { id: column.unitId, name: column.unitName ?? '' },
    updateClass: column.updateClass,
    className: found?.name ?? null,
    upkeep: (found?.upkeep ?? []).map((each) => ({ ...each, basis: [...each.basis] })),
    address: column.address,
    builtOn: column.builtOn,
    closedOn: column.closedOn,
    required,
    requestId: column.requestId,
    version: column.version,
    abilities: { change: builds, close: builds && !required },
  };
}

export function classView({ id, name, upkeep }: UpdateClass): SiteWire['classes'][number] {
  return { id, name, upkeep: upkeep.map((each) => ({ ...each, basis: [...each.basis] })) };
}

function findingView({ code, about, facts, expected, basis }: Finding): SiteFinding {
  return { code, message: sentenceOf({ code, facts }), about: { ...about }, expected, basis: [...basis] };
}
