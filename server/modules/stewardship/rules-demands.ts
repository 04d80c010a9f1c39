import { demandTitles } from '../../../contracts/stewardship/words.ts';
import type { Answer, CaseFacts, Policy } from '../../policy/index.ts';
import type { Demand } from './model.ts';

/** The host is a party to its own account by being in the registry; nobody has to be named for it (GD-2b). */
const UNIT_ITSELF = 'host';

type Item = { id: string; label: string };
type Kept = Pick<Demand, 'kind' | 'key' | 'title' | 'scope'> & Partial<Demand>;

function demand(answer: Answer<unknown>, kept: Kept): Demand {
  return { need: 1, given: null, flaw: null, basis: answer.basis, ...kept };
}

/** The items of a list that holds; none where the rule is silent. */
function itemsOf(answer: Answer<readonly Item[]>): readonly Item[] {
  return answer.value ?? [];
}

/**
 * What the regulations ask to be kept on each account of a class of units, and of the units themselves: the one place
 * that says what is missing (LZ-3, LZ-19, LZ-22, LZ-23, LZ-25, WJ-2, WJ-10, WJ-12d, FS-21, QJ-3, QJ-5, QJ-20, QJ-23,
 * GD-3.6c).
 */
export function demandsOf(policy: Policy, facts: CaseFacts): Demand[] {
  return [
    ...peopleDemands(policy, facts),
    ...accountDemands(policy, facts),
    ...serviceDemands(policy, facts),
    ...paperDemands(policy, facts),
    ...operatorDemands(policy, facts),
  ];
}

function peopleDemands(policy: Policy, facts: CaseFacts): Demand[] {
  const responsible = policy.get('host.responsible-persons', facts);
  const roles = policy.get('host.roles', facts);
  const officer = policy.get('staff.safety-officer', facts);
  const parties = policy.get('host.responsible-parties', facts);
  const person = { kind: 'person' as const };
  return [
    ...(responsible.value
      ? [
          demand(responsible, {
            ...person,
            key: 'responsible',
            title: demandTitles.responsible,
            scope: 'account',
            need: responsible.value,
          }),
        ]
      : []),
    ...(roles.value ?? []).map((role) =>
      demand(roles, { ...person, key: role, title: policy.postTitle(role), scope: 'unit' }),
    ),
    ...(officer.value
      ? [
          demand(officer, {
            ...person,
            key: 'safety-officer',
            title: demandTitles.safetyOfficer,
            scope: 'unit',
          }),
        ]
      : []),
    ...itemsOf(parties)
      .filter(({ id }) => id !== UNIT_ITSELF)
      .map(({ id, label }) =>
        demand(parties, {
          ...person,
          key: `party.${id}`,
          title: demandTitles.party(label),
          scope: 'account',
        }),
      ),
  ];
}

function accountDemands(policy: Policy, facts: CaseFacts): Demand[] {
  const funding = policy.get('host.funding-recorded', facts);
  const tasks = policy.get('host.tasks', facts);
  const rights = policy.get('staff.no-whole-rights-outside', facts);
  const licences = policy.get('licences', facts);
  const scope = 'account' as const;
  return [
    ...(tasks.value
      ? [demand(tasks, { kind: 'tasks', key: 'tasks', title: demandTitles.tasks, scope })]
      : []),
    ...(funding.value
      ? [demand(funding, { kind: 'funding', key: 'funding', title: demandTitles.funding, scope })]
      : []),
    ...(rights.value
      ? [demand(rights, { kind: 'rights', key: 'staff', title: demandTitles.rights, scope })]
      : []),
    ...itemsOf(licences).flatMap(({ id, label }) => [
      demand(licences, { kind: 'licence', key: id, title: label, scope, given: `activity ${id}` }),
      demand(licences, { kind: 'licence', key: id, title: label, scope, flaw: 'no-file' }),
    ]),
  ];
}

/** A service outside the service network is built twice, one with its own sign-in asks people to register again. */
function serviceDemands(policy: Policy, facts: CaseFacts): Demand[] {
  const networks = policy.get('services.catalogue', facts);
  const signOn = policy.get('services.single-sign-on', facts);
  const service = { kind: 'service' as const, key: '', scope: 'account' as const };
  return [
    ...(networks.value
      ? [demand(networks, { ...service, title: demandTitles.offNetwork, flaw: 'off-network' })]
      : []),
    ...(signOn.value
      ? [demand(signOn, { ...service, title: demandTitles.ownSignOn, flaw: 'own-sign-on' })]
      : []),
  ];
}

function paperDemands(policy: Policy, facts: CaseFacts): Demand[] {
  const papers = policy.get('documents-on-file', facts);
  return itemsOf(papers).flatMap(({ id, label }) => [
    demand(papers, { kind: 'paper', key: id, title: label, scope: 'unit' }),
    demand(papers, { kind: 'paper', key: id, title: label, scope: 'unit', flaw: 'no-file' }),
  ]);
}

function operatorDemands(policy: Policy, facts: CaseFacts): Demand[] {
  const asked = [
    ['purchase', policy.get('operator.competitive-selection', facts)],
    ['contract', policy.get('operator.contract-required', facts)],
    ['agreement', policy.get('operator.confidentiality-agreement', facts)],
    ['supervision', policy.get('operator.supervision-recorded', facts)],
  ] as const;
  return asked.flatMap(([kind, answer]) => {
    if (!answer.value) return [];
    const kept = { kind, key: '', title: demandTitles[kind], scope: 'unit' as const };
    const filed = kind === 'contract' ? [demand(answer, { ...kept, flaw: 'no-file' as const })] : [];
    return [demand(answer, kept), ...filed];
  });
}
