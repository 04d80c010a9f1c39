import { partnerNames } from '../../../contracts/directory/words.ts';
import type { KeepBody } from '../../../contracts/stewardship/wire-records.ts';
import { roleNames } from '../../../contracts/stewardship/words.ts';
import type { Problem } from '../../kernel/outcome.ts';
import type { Answer, CaseFacts, Day, Policy } from '../../policy/index.ts';
import { OTHER_PAPER, type StewardshipRecord } from './model.ts';
import { demandsOf } from './rules-demands.ts';

/** A post held by somebody, as far as the rules ask. */
interface Named {
  readonly name: string;
  readonly isStaff: boolean;
  readonly jurisdiction: string;
  readonly unitId: string;
  readonly unitPath: readonly string[];
  readonly fromDay: Day;
  readonly toDay: Day | null;
}

/** What is known where something is to be kept. */
export interface KeepFacts {
  readonly policy: Policy;
  readonly caseFacts: CaseFacts;
  readonly today: Day;
  readonly host: { readonly id: string; readonly jurisdiction: string; readonly path: readonly string[] };
  readonly accountState: string | null;
  readonly person: Named | null;
  /** The secrecy agreement that somebody outside has signed, if it stands. */
  readonly agreement: StewardshipRecord | null;
  /** The outside operator meant, if it works for the host. */
  readonly operator: { readonly hostUnitId: string; readonly kind: string } | null;
  /** What stands of the same kind in the same place, without what is replaced. */
  readonly standing: readonly StewardshipRecord[];
}

type Body<K extends KeepBody['kind']> = Extract<KeepBody, { kind: K }>;

/** Kinds that belong to one account and not to a unit for all of them. */
const ACCOUNT_KINDS: readonly string[] = ['rights', 'tasks', 'service', 'activity', 'licence', 'funding'];
/** Kinds that tell of something that has happened. */
const PAST_KINDS: readonly string[] = ['purchase', 'agreement', 'supervision', 'consultation'];
const PARTY_OPERATES = 'party.operates';
const ENDED = ['closed', 'cancelled'];

/** What keeps a record from being kept. */
export function checkRecord(body: KeepBody, facts: KeepFacts): Problem[] {
  if (facts.accountState !== null && ENDED.includes(facts.accountState))
    return [{ code: 'stewardship.account-ended' }];
  if (facts.accountState === null && ACCOUNT_KINDS.includes(body.kind))
    return [{ code: 'stewardship.for-account' }];
  return [...checkDays(body, facts.today), ...checkContent(body, facts)];
}

function checkDays(body: KeepBody, today: Day): Problem[] {
  const ends = 'validTo' in body ? body.validTo : null;
  return [
    ...(ends !== null && ends < body.fromDay
      ? [{ code: 'stewardship.impossible-days', field: 'validTo' }]
      : []),
    ...(PAST_KINDS.includes(body.kind) && body.fromDay > today
      ? [{ code: 'stewardship.in-future', field: 'fromDay' }]
      : []),
  ];
}

function checkContent(body: KeepBody, facts: KeepFacts): Problem[] {
  switch (body.kind) {
    case 'person':
      return checkPerson(body, facts);
    case 'rights':
      return checkRights(body, facts);
    case 'service':
      return checkService(body, facts);
    case 'tasks':
      return checkItems(body.tasks, facts.policy.get('host.tasks', facts.caseFacts), 'tasks');
    case 'activity':
    case 'licence':
      return checkItems([body.key], facts.policy.get('licences', facts.caseFacts), 'key');
    case 'paper':
      return checkItems([body.key], facts.policy.get('documents-on-file', facts.caseFacts), 'key', [
        OTHER_PAPER,
      ]);
    case 'consultation':
      return body.partners.every((each) => each in partnerNames) ? [] : [unknownItem('partners')];
    case 'funding':
      return [];
    default:
      return checkOperator(facts);
  }
}

function unknownItem(field: string): Problem {
  return { code: 'stewardship.unknown-item', field };
}

function checkItems(
  ids: readonly string[],
  answer: Answer<readonly { id: string }[]>,
  field: string,
  also: readonly string[] = [],
): Problem[] {
  const known = [...(answer.value ?? []).map(({ id }) => id), ...also];
  return ids.every((id) => known.includes(id)) ? [] : [unknownItem(field)];
}

/** LZ-23, FS-21, QJ-3, QJ-5, QJ-23: somebody in office near the host, one for each role; WJ-2: not somebody outside. */
function checkPerson({ key, fromDay }: Body<'person'>, facts: KeepFacts): Problem[] {
  const { person, policy, caseFacts, standing } = facts;
  const wanted = demandsOf(policy, caseFacts).find((each) => each.kind === 'person' && each.key === key);
  if (!wanted && !(key in roleNames)) return [{ code: 'stewardship.role-unknown', field: 'key' }];
  const others = standing.filter((each) => each.key === key);
  const taken: Problem[] =
    others.length >= Math.max(1, wanted?.need ?? 1)
      ? [
          {
            code: 'stewardship.role-taken',
            field: 'key',
            facts: {
              role: wanted?.title ?? roleNames[key],
              name: others.map(({ title }) => title).join('、'),
            },
          },
        ]
      : [];
  const whole = policy.get('operator.no-whole-delegation', caseFacts);
  const outside: Problem[] =
    person && !person.isStaff && whole.value && key !== PARTY_OPERATES
      ? [{ code: 'stewardship.not-staff', field: 'appointmentId', basis: whole.basis }]
      : [];
  return [...checkInOffice(person, fromDay, facts), ...outside, ...taken];
}

function checkInOffice(person: Named | null, fromDay: Day, { host }: KeepFacts): Problem[] {
  const field = 'appointmentId';
  if (!person) return [{ code: 'stewardship.no-post', field }];
  const near = host.path.includes(person.unitId) || person.unitPath.includes(host.id);
  if (!near || person.jurisdiction !== host.jurisdiction) return [{ code: 'stewardship.other-unit', field }];
  const serves = person.fromDay <= fromDay && (person.toDay === null || person.toDay >= fromDay);
  return serves ? [] : [{ code: 'stewardship.not-in-post', field, facts: { name: person.name } }];
}

/** WJ-12d, WJ-2: rights never rest with people outside or programs alone; QJ-20, WJ-2: who is outside has signed. */
function checkRights(body: Body<'rights'>, facts: KeepFacts): Problem[] {
  const { person, policy, caseFacts, standing } = facts;
  const secrecy = policy.get('operator.confidentiality-agreement', caseFacts);
  const about: Problem[] =
    body.key === 'staff'
      ? [
          ...checkInOffice(person, body.fromDay, facts),
          ...(person && !person.isStaff
            ? [{ code: 'stewardship.rights-not-staff', field: 'appointmentId' }]
            : []),
        ]
      : body.key === 'software'
        ? body.name
          ? []
          : [{ code: 'stewardship.rights-no-name', field: 'name' }]
        : facts.agreement || !secrecy.value
          ? []
          : [{ code: 'stewardship.rights-no-agreement', field: 'agreementId', basis: secrecy.basis }];
  return [...about, ...checkHolders([...standing.map(({ key }) => key), body.key], facts)];
}

/** What is wrong with a set of holders of an account's rights; nobody at all is for the list of gaps to tell. */
export function checkHolders(
  holders: readonly string[],
  { policy, caseFacts }: Pick<KeepFacts, 'policy' | 'caseFacts'>,
): Problem[] {
  if (holders.length === 0 || holders.includes('staff')) return [];
  const rules = [
    policy.get('staff.no-whole-rights-outside', caseFacts),
    policy.get('operator.no-whole-delegation', caseFacts),
  ];
  const basis = rules.flatMap((rule) => (rule.value ? rule.basis : []));
  return basis.length === 0 ? [] : [{ code: 'stewardship.only-outside', field: 'key', basis }];
}

function checkService(body: Body<'service'>, { policy, caseFacts }: KeepFacts): Problem[] {
  const networks = policy.get('services.catalogue', caseFacts).value ?? [];
  const { network, item, url } = body;
  return [
    ...(/^https?:\/\/\S+$/i.test(url) ? [] : [{ code: 'stewardship.url-bad', field: 'url' }]),
    ...(network === null || networks.some(({ id }) => id === network) ? [] : [unknownItem('network')]),
    ...(network !== null && !item ? [{ code: 'stewardship.item-missing', field: 'item' }] : []),
  ];
}

function checkOperator({ operator, host }: KeepFacts): Problem[] {
  const own = operator?.hostUnitId === host.id && operator.kind === 'outside';
  return own ? [] : [{ code: 'stewardship.no-operator', field: 'operatorId' }];
}
