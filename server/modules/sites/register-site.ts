import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/db/uuid.ts';
import { done, type Outcome, refuse } from '../../kernel/outcome.ts';
import type { Day } from '../../policy/index.ts';
import { getUnit } from '../directory/index.ts';
import { actingPost, mustKeep } from './lock-site.ts';
import type { Site } from './model.ts';
import { tidyDomain } from './rules-address.ts';
import { siteProblems } from './rules-site.ts';
import { insertSite, readTakenDomains } from './store-sites.ts';

/** What is told of a site when it is registered or changed. */
export interface Registration {
  readonly name: string;
  readonly domains: readonly string[];
  readonly siteCode?: string | null | undefined;
  readonly icp?: string | null | undefined;
  readonly police?: string | null | undefined;
  readonly openedOn?: Day | null | undefined;
}

export function particularsOf(input: Registration) {
  return {
    name: input.name.trim(),
    domains: input.domains.map(tidyDomain),
    siteCode: input.siteCode?.trim() || null,
    icp: input.icp?.trim() || null,
    police: input.police?.trim() || null,
    openedOn: input.openedOn ?? null,
  };
}

/** Registers a website of an area (QJ-2). Problems: sites.domain-*, code-*, icp-bad, police-bad, unit-closed. */
export async function registerSite(
  ctx: Context,
  input: Registration & { readonly hostUnitId: string },
): Promise<Outcome<Site>> {
  const host = await getUnit(ctx, input.hostUnitId);
  const post = mustKeep(ctx, host.jurisdiction);
  const site: Site = {
    ...particularsOf(input),
    jurisdiction: host.jurisdiction,
    id: newId(),
    hostUnitId: host.id,
    hostName: host.name,
    accountId: null,
    version: 1,
  };
  const taken = await readTakenDomains(ctx.tx, { ...site, except: null });
  const closed = host.closedOn !== null && host.closedOn <= ctx.now.day;
  const problems = [
    ...siteProblems(site, { today: ctx.now.day, taken }),
    ...(closed ? [{ code: 'sites.unit-closed', field: 'hostUnitId', facts: { unit: host.name } }] : []),
  ];
  if (problems.length > 0) return refuse(...problems);
  await insertSite(ctx.tx, site, ctx.now.iso);
  ctx.audit({
    jurisdiction: site.jurisdiction,
    action: 'site.register',
    subject: { type: 'site', id: site.id },
    ...actingPost(post),
    facts: { name: site.name, domains: site.domains, siteCode: site.siteCode },
    after: site,
  });
  return done(site);
}
