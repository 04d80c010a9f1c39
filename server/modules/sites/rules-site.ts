import type { Problem } from '../../kernel/outcome.ts';
import type { Day } from '../../policy/index.ts';
import type { Site } from './model.ts';
import { isDomain } from './rules-address.ts';

/** 政府网站标识码: ten figures. */
const SITE_CODE = /^\d{10}$/;
/** Province in one character, ICP备, number, 号, and which site of it: 渝ICP备05003300号-1. */
const ICP = /^\p{Script=Han}ICP备\d{5,12}号(-\d{1,4})?$/u;
/** 渝公网安备 50011002500001号. */
const POLICE = /^\p{Script=Han}公网安备\s?\d{10,16}号$/u;

/** What is wrong with the registration of a site. `taken`: domains that lead to another site. */
export function siteProblems(
  site: Pick<Site, 'name' | 'domains' | 'siteCode' | 'icp' | 'police' | 'openedOn'>,
  facts: { readonly today: Day; readonly taken: readonly string[] },
): Problem[] {
  const bad = site.domains.filter((domain) => !isDomain(domain));
  const problem = (
    when: boolean,
    code: string,
    field: string,
    more: Record<string, unknown> = {},
  ): Problem[] => (when ? [{ code, field, facts: more }] : []);
  return [
    ...problem([...site.name].length < 2, 'sites.name-missing', 'name'),
    ...problem(bad.length > 0, 'sites.domain-bad', 'domains', { domain: bad.join('、') }),
    ...problem(new Set(site.domains).size < site.domains.length, 'sites.domain-twice', 'domains'),
    ...problem(facts.taken.length > 0, 'sites.domain-taken', 'domains', { domain: facts.taken.join('、') }),
    ...problem(site.siteCode !== null && !SITE_CODE.test(site.siteCode), 'sites.code-bad', 'siteCode'),
    ...problem(site.icp !== null && !ICP.test(site.icp), 'sites.icp-bad', 'icp'),
    ...problem(site.police !== null && !POLICE.test(site.police), 'sites.police-bad', 'police'),
    ...problem(site.openedOn !== null && site.openedOn > facts.today, 'sites.day-to-come', 'openedOn'),
  ];
}
