import type { Context } from '../../kernel/context.ts';
import { done, type Outcome, type Problem, refuse } from '../../kernel/outcome.ts';
import { listSiteChannels } from '../accounts/index.ts';
import { actingPost, holdForKeeper, type Key, refuseStale } from './lock-site.ts';
import type { Site } from './model.ts';
import { particularsOf, type Registration } from './register-site.ts';
import { siteProblems } from './rules-site.ts';
import { readColumns, readSections } from './store-sections.ts';
import { readTakenDomains, updateSite } from './store-sites.ts';

export interface SiteChange extends Registration, Key {
  readonly accountId?: string | null | undefined;
  readonly version: number;
}

/** Changes the registration of a site and links it with the channel of the registry that it is (QJ-2). */
export async function changeSite(ctx: Context, input: SiteChange): Promise<Outcome<Site>> {
  const { site, post } = await holdForKeeper(ctx, input);
  refuseStale(site, input.version);
  const changed: Site = {
    ...site,
    ...particularsOf(input),
    accountId: input.accountId ?? null,
    version: site.version + 1,
  };
  const taken = await readTakenDomains(ctx.tx, { ...changed, except: site.id });
  const problems = [
    ...siteProblems(changed, { today: ctx.now.day, taken }),
    ...(await accountProblems(ctx, changed)),
    ...(await domainsInUse(ctx, site, changed)),
  ];
  if (problems.length > 0) return refuse(...problems);
  await updateSite(ctx.tx, changed);
  ctx.audit({
    jurisdiction: site.jurisdiction,
    action: 'site.change',
    subject: { type: 'site', id: site.id },
    ...actingPost(post),
    facts: { name: changed.name, domains: changed.domains, accountId: changed.accountId },
    before: site,
    after: changed,
  });
  return done(changed);
}

async function accountProblems(ctx: Context, { jurisdiction, accountId }: Site): Promise<Problem[]> {
  if (accountId === null) return [];
  const channels = await listSiteChannels(ctx, jurisdiction);
  return channels.some(({ id }) => id === accountId)
    ? []
    : [{ code: 'sites.account-unfit', field: 'accountId' }];
}

/** A domain that addresses lie under cannot be let go. */
async function domainsInUse(ctx: Context, before: Site, after: Site): Promise<Problem[]> {
  const gone = before.domains.filter((domain) => !after.domains.includes(domain));
  if (gone.length === 0) return [];
  const parts = [...(await readSections(ctx.tx, before)), ...(await readColumns(ctx.tx, before))];
  const used = gone.filter((domain) => parts.some(({ address }) => hostOf(address) === domain));
  return used.length === 0
    ? []
    : [{ code: 'sites.domain-in-use', field: 'domains', facts: { domain: used.join('、') } }];
}

function hostOf(address: string): string {
  return /^https?:\/\/([^/]+)/.exec(address)?.[1] ?? '';
}
