import { siteText } from '../../../contracts/sites/words.ts';
import { digestOf } from '../../kernel/audit/digest.ts';
import type { Context } from '../../kernel/context.ts';
import { found, type Problem } from '../../kernel/outcome.ts';
import type { CaseFacts, Policy } from '../../policy/index.ts';
import { type Route, resolveRoute } from '../approvals/index.ts';
import { caseFactsOf, getUnit, type Unit } from '../directory/index.ts';
import { type Builder, findBuilder } from './find-builder.ts';
import { type ColumnRequest, editableStates, type Section, type Site } from './model.ts';
import { type Proposal, proposeColumn, proposeSection } from './propose-address.ts';
import { type UpdateClass, updateClasses } from './rules-columns.ts';
import { type RequestFacts, requestProblems } from './rules-request.ts';
import { readRival } from './store-requests.ts';
import { readColumns, readSection, readSections } from './store-sections.ts';
import { readSite } from './store-sites.ts';

/** A request with everything around it, as it stands today. */
export interface Assembled {
  readonly request: ColumnRequest;
  readonly site: Site;
  readonly unit: Unit;
  readonly section: Section | null;
  readonly policy: Policy;
  readonly facts: CaseFacts;
  readonly route: Route;
  readonly builder: Builder;
  readonly proposal: Proposal;
  readonly classes: readonly UpdateClass[];
  /** What keeps it from being submitted; empty once it is. */
  readonly problems: readonly Problem[];
  readonly digest: string;
}

/** Brings together a request, its place, its route and what still keeps it from being submitted. */
export async function assembleRequest(ctx: Context, request: ColumnRequest): Promise<Assembled> {
  const { jurisdiction } = request;
  const site = found(await readSite(ctx.tx, jurisdiction, request.siteId));
  const unit = await getUnit(ctx, request.unitId);
  const section = request.sectionId
    ? ((await readSection(ctx.tx, { jurisdiction, id: request.sectionId })) ?? null)
    : null;
  const policy = ctx.policy(jurisdiction);
  const facts = caseFactsOf(unit);
  const route = await resolveRoute(ctx, { host: unit, chain: request.chain, facts, matter: siteText.matter });
  const builder = await findBuilder(ctx, jurisdiction);
  const classes = updateClasses(policy, facts);
  const sections = await readSections(ctx.tx, site);
  const columns = await readColumns(ctx.tx, site);
  const proposal =
    request.kind === 'section'
      ? proposeSection(policy, { site, unit, sections })
      : proposeColumn(ctx, { site, section, name: request.name, columns });
  const parts = { request, site, unit, section, policy, facts, route, builder, proposal, classes };
  const open = editableStates.includes(request.state);
  const known: RequestFacts = {
    request,
    unitClosed: unit.closedOn !== null && unit.closedOn <= ctx.now.day,
    section: section && { unitId: section.unitId, closed: section.closedOn !== null },
    names: columns.filter(({ sectionId }) => sectionId === request.sectionId).map(({ name }) => name),
    hasSection: sections.some(({ unitId }) => unitId === unit.id),
    rival: await readRival(ctx.tx, request),
    classes,
    addressProblems: proposal.problems,
    routeProblems: route.problems,
    noBuilder: builder.unit === null,
  };
  return { ...parts, problems: open ? requestProblems(known) : [], digest: digestOf(contentOf(request)) };
}

/** Everything that is decided on. */
export function contentOf(request: ColumnRequest): object {
  const { kind, siteId, unitId, sectionId, name, updateClass, purpose } = request;
  return { kind, site: siteId, unit: unitId, section: sectionId, name, updateClass, purpose };
}
