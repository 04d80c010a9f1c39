import type { CheckerOptions } from '../../checks/index.ts';
import type { Day } from '../../policy/index.ts';
import type { Listed } from './list-model.ts';
import { holdsOn, type SourceClasses, sourcesOn } from './rules-listed.ts';

/** What the registries of a jurisdiction know. */
export interface KnownOfArea {
  readonly unitNames: readonly string[];
  readonly phones: readonly string[];
  readonly siteDomains: readonly string[];
  readonly accountHosts: readonly string[];
}

/** The class of the packs that stands for bodies of party and government. */
const PARTY_GOVERNMENT = 'party-government';

/**
 * What the check of a jurisdiction goes by beside its lexicons (LZ-18a, WJ-7b, LZ-16a). Sources are judged where the
 * packs limit them and somebody keeps the list; links where somebody lists sites: without a list nothing is missing
 * from it. Platforms on which the area has accounts may be linked to.
 */
export function checkedAgainst(
  known: KnownOfArea,
  items: readonly Listed[],
  classes: SourceClasses,
  day: Day,
): Pick<CheckerOptions, 'unitNames' | 'officePhones' | 'domains' | 'reprints'> {
  const entriesOf = (kind: Listed['kind']) =>
    items.filter((item) => item.kind === kind && holdsOn(item, day)).flatMap(({ entries }) => entries);
  const sources = sourcesOn(items, classes, day);
  const linked = [...entriesOf('domain'), ...sources.flatMap(({ entries }) => entries)];
  const judgesLinks = known.siteDomains.length + linked.length > 0;
  const takesGovernment = classes?.some(({ id }) => id === PARTY_GOVERNMENT) ?? false;
  const listed = [
    ...sources.map(({ name, entries }) => ({ name, domains: entries })),
    ...(takesGovernment ? known.unitNames.map((name) => ({ name })) : []),
  ];
  return {
    unitNames: known.unitNames,
    officePhones: [...known.phones, ...entriesOf('phone')],
    domains: {
      own: known.siteDomains,
      ...(judgesLinks ? { listed: [...new Set([...linked, ...known.accountHosts])].sort() } : {}),
    },
    ...(sources.length > 0 ? { reprints: { listed, takesGovernment } } : {}),
  };
}
