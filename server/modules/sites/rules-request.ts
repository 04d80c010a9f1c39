import type { Problem } from '../../kernel/outcome.ts';
import type { Day } from '../../policy/index.ts';
import { type ColumnRequest, nameKey } from './model.ts';
import { classProblems, nameProblems, type UpdateClass } from './rules-columns.ts';

const PURPOSE_LEAST = 4;

/** Everything a request is checked against when it is submitted. */
export interface RequestFacts {
  readonly request: ColumnRequest;
  readonly unitClosed: boolean;
  /** The section it would lie in: null where it is gone; of another unit where it never was this one's. */
  readonly section: { readonly unitId: string; readonly closed: boolean } | null;
  /** Names of the columns standing there. */
  readonly names: readonly string[];
  /** The unit has a section on the site already. */
  readonly hasSection: boolean;
  readonly rival: boolean;
  readonly classes: readonly UpdateClass[];
  /** Why no address can be given by rule. */
  readonly addressProblems: readonly Problem[];
  readonly routeProblems: readonly Problem[];
  /** Nobody is known who would build it. */
  readonly noBuilder: boolean;
}

/** What keeps a request from being submitted, every problem at once (QJ-9). */
export function requestProblems(facts: RequestFacts): Problem[] {
  const { request } = facts;
  const unit = { unit: request.unitName };
  const taken = facts.names.some((name) => nameKey(name) === nameKey(request.name));
  return [
    ...(facts.unitClosed ? [{ code: 'sites.unit-closed', facts: unit }] : []),
    ...nameProblems(request.name),
    ...([...request.purpose].length < PURPOSE_LEAST
      ? [{ code: 'sites.purpose-missing', field: 'purpose', facts: { min: PURPOSE_LEAST } }]
      : []),
    ...(request.kind === 'section' ? sectionProblems(facts) : columnProblems(facts, taken)),
    ...(facts.rival
      ? [{ code: 'sites.already-requested', field: 'name', facts: { name: request.name } }]
      : []),
    ...facts.addressProblems,
    ...(facts.noBuilder ? [{ code: 'sites.no-builder' }] : []),
    ...facts.routeProblems,
  ];
}

function sectionProblems({ request, hasSection }: RequestFacts): Problem[] {
  return hasSection ? [{ code: 'sites.section-exists', facts: { unit: request.unitName } }] : [];
}

function columnProblems({ request, section, classes }: RequestFacts, taken: boolean): Problem[] {
  return [
    ...(section === null || section.closed || section.unitId !== request.unitId
      ? [{ code: 'sites.section-gone', facts: { unit: request.unitName } }]
      : []),
    ...(request.updateClass === null
      ? [{ code: 'sites.class-missing', field: 'updateClass' }]
      : classProblems(classes, request.updateClass)),
    ...(taken ? [{ code: 'sites.column-taken', field: 'name', facts: { name: request.name } }] : []),
  ];
}

/** What is wrong with the day on which something is said to have been built. */
export function builtProblems(
  builtOn: Day | null,
  about: { readonly today: Day; readonly asked: Day | null },
): Problem[] {
  const field = 'builtOn';
  if (builtOn === null) return [];
  if (builtOn > about.today) return [{ code: 'sites.day-to-come', field }];
  if (about.asked !== null && builtOn < about.asked)
    return [{ code: 'sites.built-before-asked', field, facts: { asked: about.asked } }];
  return [];
}
