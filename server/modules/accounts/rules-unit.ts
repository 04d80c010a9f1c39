import type { Problem } from '../../kernel/outcome.ts';
import { type CaseFacts, type Day, holds, type Policy, type RuleValue } from '../../policy/index.ts';
import type { Check } from './model.ts';
import { checkOf, type FilingFacts, type HostFacts } from './rules-facts.ts';

/** Whether this unit may open an account at all: its nature (LZ-10, FS-8), its level (GD-4.2a), not a section (WJ-4a). */
export function checkUnit(facts: FilingFacts): Check[] {
  const { policy, facts: asked, host } = facts;
  return [
    ...checkOf(
      facts,
      { id: 'unit-nature', group: 'unit', answer: policy.get('requirement.open.unit-nature', asked) },
      (rule) => natureProblems(rule, host),
    ),
    ...checkOf(
      facts,
      { id: 'unit-level', group: 'unit', answer: policy.get('requirement.open.unit-level', asked) },
      (rule) => levelProblems(rule, host, asked),
    ),
    ...checkOf(
      facts,
      {
        id: 'no-section-unit',
        group: 'unit',
        answer: policy.get('requirement.open.no-section-subject', asked),
      },
      () => (host.kind === 'section' ? [{ code: 'accounts.section-unit', facts: { unit: host.name } }] : []),
    ),
  ];
}

/** GD-4.2a: whether this unit is one of those that shall have an account. */
export function mustOpen(policy: Policy, asked: CaseFacts): boolean {
  const { state, value } = policy.get('requirement.open.unit-level', asked);
  return state === 'in-force' && (value?.shall ?? []).some((when) => holds(when, asked));
}

/** A unit that is no more files nothing: what it had goes to whoever takes its place. */
export function checkHostStands({ host, today }: Pick<FilingFacts, 'host' | 'today'>): Check[] {
  if (!isGone(host, today)) return [];
  const facts = { unit: host.name, on: host.closedOn };
  const problems = [{ code: 'accounts.host-closed', facts }];
  return [{ id: 'host-stands', group: 'unit', problems, strength: 'refuse', basis: [], reason: null }];
}

/** Whether a unit has ended by a day. */
export function isGone({ closedOn }: Pick<HostFacts, 'closedOn'>, today: Day): boolean {
  return closedOn !== null && closedOn !== undefined && closedOn <= today;
}

function natureProblems(rule: RuleValue<'requirement.open.unit-nature'>, host: HostFacts): Problem[] {
  const excluded = rule.exclude.filter((nature) => host[nature]);
  const wrongKind = rule.allowedKinds !== undefined && !rule.allowedKinds.includes(host.kind);
  return [
    ...excluded.map((nature) => ({ code: 'accounts.unit-excluded', facts: { unit: host.name, nature } })),
    ...(wrongKind ? [{ code: 'accounts.unit-kind', facts: { unit: host.name } }] : []),
  ];
}

/** A level that shall or may not be named is free; one that is named under `not` is barred, whatever else is said. */
function levelProblems(
  rule: RuleValue<'requirement.open.unit-level'>,
  host: HostFacts,
  asked: CaseFacts,
): Problem[] {
  return (rule.not ?? []).some((when) => holds(when, asked))
    ? [{ code: 'accounts.unit-level', facts: { unit: host.name } }]
    : [];
}
