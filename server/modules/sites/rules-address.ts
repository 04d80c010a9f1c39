import type { Problem } from '../../kernel/outcome.ts';
import type { BasisRef, Policy, UnitKind } from '../../policy/index.ts';
import { addressKey } from './model.ts';

const LONGEST = 200;
/** A label of a domain: Latin letters, figures and hyphens, or Han characters only; a mixture could pretend. */
const LABEL = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?|\p{Script=Han}{1,30})$/u;
const PATH = /^(?:\/[a-z0-9](?:[a-z0-9_-]{0,62}))*\/?$/;

/** A domain as it is kept: lower case, without scheme, path and final dot. */
export function tidyDomain(typed: string): string {
  return typed
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/+$/, '')
    .replace(/\.$/, '');
}

/** Whether a text is a domain and nothing else: no port, no user, no path, no number of a machine. */
export function isDomain(domain: string): boolean {
  const labels = domain.split('.');
  return (
    domain.length <= 253 &&
    labels.length >= 2 &&
    labels.every((label) => LABEL.test(label)) &&
    !/^\d+$/.test(labels.at(-1) ?? '')
  );
}

/** What a typed address is on a site: tidy, or the problem with it. Field `address`. */
export function readAddress(
  typed: string,
  domains: readonly string[],
): { readonly ok: true; readonly address: string } | { readonly ok: false; readonly problem: Problem } {
  const bad = (code: string, facts: Record<string, unknown> = {}) =>
    ({ ok: false, problem: { code, field: 'address', facts } }) as const;
  const match = /^(https?):\/\/([^/?#@:\\\s]+)(\/[^?#]*)?$/i.exec(typed.trim());
  if (!match || typed.length > LONGEST) return bad('sites.address-bad');
  const [, scheme = '', host = '', path = ''] = match;
  if (!domains.includes(host.toLowerCase()))
    return bad('sites.address-elsewhere', { domains: domains.join('、') });
  if (!PATH.test(path.toLowerCase())) return bad('sites.address-bad');
  if (path === '' || path === '/') return bad('sites.address-root');
  const address = `${scheme.toLowerCase()}://${host.toLowerCase()}${path.replace(/\/+$/, '')}`;
  return { ok: true, address };
}

/** The rule of a section's address that fits a unit on a site. */
export interface AddressRule {
  readonly label: string;
  readonly pattern: string;
  readonly basis: readonly BasisRef[];
}

interface About {
  readonly policy: Policy;
  readonly domains: readonly string[];
}

/** The patterns that speak of this site: a whole address only of the site it lies on, a path of any (QJ-7). */
export function addressRules({
  policy,
  domains,
}: About): (AddressRule & { kinds: readonly UnitKind[] | null })[] {
  const answer = policy.get('column.url-pattern');
  return (answer.value ?? []).flatMap(({ label, pattern, unitKind }) => {
    const whole = pattern.startsWith('/') ? `http://${domains[0] ?? ''}${pattern}` : pattern;
    const host = /^https?:\/\/([^/]+)/.exec(whole)?.[1]?.toLowerCase() ?? '';
    if (!domains.includes(host)) return [];
    return [{ label, pattern: whole, kinds: unitKind ?? null, basis: answer.basis }];
  });
}

/** The first pattern that speaks of the unit; null where its address is free. */
export function addressRuleFor(about: About, kind: UnitKind): AddressRule | null {
  return addressRules(about).find(({ kinds }) => kinds === null || kinds.includes(kind)) ?? null;
}

export function addressBy(rule: AddressRule, initials: string): string {
  return rule.pattern.replaceAll('{initials}', initials);
}

/** Whether two addresses lead to the same place. */
export function sameAddress(one: string, other: string): boolean {
  return addressKey(one) === addressKey(other);
}

/** Whether an address lies below another one. */
export function isBelow(address: string, above: string): boolean {
  return addressKey(address).startsWith(`${addressKey(above)}/`);
}
