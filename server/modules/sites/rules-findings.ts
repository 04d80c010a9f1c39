import type { BasisRef, Policy } from '../../policy/index.ts';
import type { Column, Section, Site } from './model.ts';
import { sameAddress } from './rules-address.ts';
import { missingColumns, type RequiredColumn } from './rules-columns.ts';

/** Something that the regulation asks of a site and that is not so. */
export interface Finding {
  readonly code: string;
  readonly about: {
    readonly kind: 'site' | 'section' | 'column' | 'unit';
    readonly id: string;
    readonly name: string;
  };
  readonly facts: Readonly<Record<string, unknown>>;
  readonly expected: string | null;
  readonly basis: readonly BasisRef[];
}

/** A section with what is known around it. */
export interface SectionFacts {
  readonly section: Section;
  readonly columns: readonly Column[];
  /** The address by rule; null where it is free. */
  readonly expected: { readonly address: string; readonly basis: readonly BasisRef[] } | null;
  /** Posts that the regulation wants filled at the unit, with who holds them. */
  readonly posts: readonly { readonly title: string; readonly holders: readonly string[] }[];
  readonly unitClosed: boolean;
}

export interface SiteFacts {
  readonly site: Site;
  readonly policy: Policy;
  readonly required: readonly RequiredColumn[];
  readonly main: readonly Column[];
  readonly sections: readonly SectionFacts[];
  /** Standing units of the kinds that the address rule names, without a section. */
  readonly without: readonly { readonly id: string; readonly name: string }[];
}

/** Everything about a site that is not as the regulation wants it, the site first, then section by section. */
export function siteFindings(facts: SiteFacts): Finding[] {
  return [
    ...registryFindings(facts),
    ...requiredFindings(facts, { kind: 'site', id: facts.site.id, name: facts.site.name }, facts.main),
    ...assignmentFindings(facts),
    ...facts.sections.flatMap((each) => sectionFindings(facts, each)),
    ...unitFindings(facts),
  ];
}

/** QJ-2: where websites are in scope, the site stands in the registry of channels too. */
function registryFindings({ site, policy }: SiteFacts): Finding[] {
  const basis = scopeBasis(policy, 'site');
  if (basis.length === 0 || site.accountId !== null) return [];
  return [
    {
      code: 'sites.not-in-registry',
      about: { kind: 'site', id: site.id, name: site.name },
      facts: {},
      expected: null,
      basis,
    },
  ];
}

/** The basis on which a kind of channel is in scope; empty where the regulation does not speak of it. */
export function scopeBasis(policy: Policy, channel: 'site' | 'section'): readonly BasisRef[] {
  const { state, value, basis } = policy.get('scope.channels');
  return state === 'in-force' && value?.some(({ id }) => id === channel) ? basis : [];
}

/** QJ-8: the columns that must be there, by their one name. */
function requiredFindings(facts: SiteFacts, about: Finding['about'], columns: readonly Column[]): Finding[] {
  return missingColumns(facts.required, columns).map(({ name, basis }) => ({
    code: 'sites.required-missing',
    about,
    facts: { column: name },
    expected: name,
    basis,
  }));
}

/** QJ-5: every column of the main site is some unit's to keep up. */
function assignmentFindings({ policy, main }: SiteFacts): Finding[] {
  const divided = policy.get('host.columns-divided');
  if (divided.state !== 'in-force' || divided.value !== true) return [];
  return main
    .filter(({ unitId }) => unitId === null)
    .map((column) => ({
      code: 'sites.unassigned',
      about: { kind: 'column', id: column.id, name: column.name } as const,
      facts: {},
      expected: null,
      basis: divided.basis,
    }));
}

function sectionFindings(facts: SiteFacts, each: SectionFacts): Finding[] {
  const { section, expected, posts, unitClosed } = each;
  const about = { kind: 'section', id: section.id, name: section.name } as const;
  const differs = expected !== null && !sameAddress(section.address, expected.address);
  const vacant = posts.filter(({ holders }) => holders.length === 0).map(({ title }) => title);
  const roles = facts.policy.get('host.roles');
  const bare = { about, expected: null, basis: [] };
  return [
    ...(unitClosed ? [{ ...bare, code: 'sites.unit-gone', facts: { unit: section.unitName } }] : []),
    ...(differs
      ? [
          {
            about,
            code: 'sites.address-differs',
            facts: { address: section.address, expected: expected.address },
            expected: expected.address,
            basis: expected.basis,
          },
        ]
      : []),
    ...requiredFindings(facts, about, each.columns),
    ...(vacant.length > 0
      ? [
          {
            about,
            code: 'sites.posts-vacant',
            facts: { unit: section.unitName, posts: vacant.join('、') },
            expected: null,
            basis: roles.basis,
          },
        ]
      : []),
  ];
}

/** QJ-8: departments and towns have a section of their own. */
function unitFindings({ policy, without }: SiteFacts): Finding[] {
  const { basis } = policy.get('column.required');
  return without.map(({ id, name }) => ({
    code: 'sites.unit-without',
    about: { kind: 'unit', id, name } as const,
    facts: { unit: name },
    expected: null,
    basis,
  }));
}
