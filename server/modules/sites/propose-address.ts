import { siteText } from '../../../contracts/sites/words.ts';
import type { Context } from '../../kernel/context.ts';
import type { Problem } from '../../kernel/outcome.ts';
import type { BasisRef, Policy } from '../../policy/index.ts';
import type { Unit } from '../directory/index.ts';
import type { Column, Section, Site } from './model.ts';
import { type AddressRule, addressBy, addressRuleFor } from './rules-address.ts';
import { freeInitials, initialsOf } from './rules-initials.ts';
import { spellName } from './spell-name.ts';

/** The address that follows from the rule, or why none does. All null without problems: the address is free. */
export interface Proposal {
  readonly address: string | null;
  readonly initials: string | null;
  readonly explanation: string | null;
  readonly problems: readonly Problem[];
  readonly basis: readonly BasisRef[];
}

const FREE: Proposal = { address: null, initials: null, explanation: null, problems: [], basis: [] };

/**
 * The address of a unit's section by the rule of its county (QJ-7): the initials of its short name, and those it was
 * given when it has a section already, since an address does not follow a change of name.
 */
export function proposeSection(
  policy: Policy,
  about: { readonly site: Site; readonly unit: Unit; readonly sections: readonly Section[] },
): Proposal {
  const { site, unit, sections } = about;
  const rule = addressRuleFor({ policy, domains: site.domains }, unit.kind);
  if (!rule) return FREE;
  const own = sections.find(({ unitId }) => unitId === unit.id)?.initials;
  if (own) return given(rule, own, siteText.kept(own));
  const name = unit.shortName?.trim() ?? '';
  const refused = (problem: Problem): Proposal => ({
    ...FREE,
    problems: [{ ...problem, basis: rule.basis }],
    basis: rule.basis,
  });
  if (name === '') return refused({ code: 'sites.short-name-missing', facts: { unit: unit.name } });
  const spelled = spellName(name, policy.get('column.initials').value ?? []);
  if (!spelled.ok)
    return refused({ code: 'sites.name-unreadable', facts: { name, character: spelled.unreadable } });
  if (spelled.syllables.length === 0)
    return refused({ code: 'sites.short-name-missing', facts: { unit: unit.name } });
  const taken = new Set(sections.flatMap(({ initials }) => initials ?? []));
  const plain = initialsOf(spelled.syllables);
  const free = freeInitials(spelled.syllables, taken);
  const clash =
    free.initials === plain
      ? []
      : [
          free.figure === null
            ? siteText.spelled(plain, free.initials)
            : siteText.figured(plain, free.initials),
        ];
  return given(rule, free.initials, [siteText.letters(name, plain), ...clash].join('；'));
}

function given(rule: AddressRule, initials: string, explanation: string): Proposal {
  return { address: addressBy(rule, initials), initials, explanation, problems: [], basis: rule.basis };
}

/** The address of a column below its section, or below the site, by the initials of its name; free ones of the siblings. */
export function proposeColumn(
  ctx: Context,
  about: {
    readonly site: Site;
    readonly section: Section | null;
    readonly name: string;
    readonly columns: readonly Column[];
  },
): Proposal {
  const { site, section, name, columns } = about;
  const above = section?.address ?? `http://${site.domains[0] ?? ''}`;
  const policy = ctx.policy(site.jurisdiction);
  const spelled = spellName(name, policy.get('column.initials').value ?? []);
  if (!spelled.ok || spelled.syllables.length === 0) return FREE;
  const siblings = columns.filter(({ sectionId }) => sectionId === (section?.id ?? null));
  const taken = new Set(
    siblings.map(({ address }) => address.slice(address.lastIndexOf('/') + 1).toLowerCase()),
  );
  const { initials } = freeInitials(spelled.syllables, taken);
  return {
    ...FREE,
    address: `${above}/${initials}`,
    explanation: siteText.columnLetters(name, initials),
  };
}
