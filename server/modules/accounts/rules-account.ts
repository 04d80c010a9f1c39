import type { Problem } from '../../kernel/outcome.ts';
import type { RuleValue } from '../../policy/index.ts';
import { coreKeys } from './form-model.ts';
import type { Check } from './model.ts';
import { checkOf, type FilingFacts, isTicked, lengthOf, platformOf, textOf } from './rules-facts.ts';

/** Letters, figures and the marks that names of offices use; no signs, no pictures, no blanks. */
const TIDY_NAME = /^[\p{L}\p{N}·・\-—（）()“”《》]+$/u;

/** What the account is to be: where, under which name, on whose behalf, why. */
export function checkAccount(facts: FilingFacts): Check[] {
  return [
    ...checkPlatform(facts),
    ...checkNumber(facts),
    ...checkSubject(facts),
    ...checkName(facts),
    ...checkReason(facts),
  ];
}

/** LZ-11c, WJ-4a: only on platforms that are approved; one that nobody lists is not. */
function checkPlatform(facts: FilingFacts): Check[] {
  const answer = facts.policy.get('requirement.open.platform-approved', facts.facts);
  const chosen = textOf(facts, coreKeys.platform);
  const platform = platformOf(facts);
  const basis = answer.basis.length > 0 ? answer.basis : facts.platforms.basis;
  const problem = (code: string): Problem[] => [
    { code, field: coreKeys.platform, facts: { platform: platform?.name ?? chosen }, basis },
  ];
  // An empty field is told by the form, not here.
  const problems =
    chosen === ''
      ? []
      : !platform
        ? problem('accounts.platform-unknown')
        : platform.approved
          ? []
          : problem('accounts.platform-not-approved');
  return [{ id: 'platform-approved', group: 'account', problems, strength: 'refuse', basis, reason: null }];
}

/** LZ-11a, WJ-5, GD-3.2a, FS-13, QJ-11: one account on one platform; GD-3.2a: one app. */
export function checkNumber(facts: FilingFacts): Check[] {
  const { policy, facts: asked, others, platforms } = facts;
  const platform = platformOf(facts);
  const isApp = (id: string) => platforms.items.find((each) => each.id === id)?.kind === 'app';
  const same = others.filter((other) => platform && other.platform === platform.id);
  const apps = platform?.kind === 'app' ? others.filter((other) => isApp(other.platform)) : [];
  const names = (claims: typeof others) => claims.map(({ name }) => name).join('、');
  return [
    ...checkOf(
      facts,
      {
        id: 'one-per-platform',
        group: 'account',
        answer: policy.get('requirement.open.one-per-platform', asked),
      },
      ({ max }) =>
        same.length >= max
          ? [
              {
                code: 'accounts.one-per-platform',
                field: coreKeys.platform,
                facts: { platform: platform?.name, max, names: names(same) },
              },
            ]
          : [],
    ),
    ...checkOf(
      facts,
      { id: 'one-app', group: 'account', answer: policy.get('requirement.open.one-app', asked) },
      ({ max }) =>
        apps.length >= max
          ? [{ code: 'accounts.one-app', field: coreKeys.platform, facts: { max, names: names(apps) } }]
          : [],
    ),
  ];
}

/** LZ-11c, WJ-4a, FS-8: neither a person nor a section is the subject, and no campaign gets an account of its own. */
function checkSubject(facts: FilingFacts): Check[] {
  const { policy, facts: asked } = facts;
  const subject = textOf(facts, coreKeys.subject);
  const about = (code: string): Problem[] => [{ code, field: coreKeys.subject }];
  return [
    ...checkOf(
      facts,
      {
        id: 'no-section-subject',
        group: 'account',
        answer: policy.get('requirement.open.no-section-subject', asked),
      },
      () => (subject === 'section' ? about('accounts.section-subject') : []),
    ),
    ...checkOf(
      facts,
      {
        id: 'no-personal-subject',
        group: 'account',
        answer: policy.get('requirement.open.no-personal-subject', asked),
      },
      () => (subject === 'person' ? about('accounts.personal-subject') : []),
    ),
    ...checkOf(
      facts,
      { id: 'no-campaign', group: 'account', answer: policy.get('requirement.open.no-campaign', asked) },
      () =>
        isTicked(facts, coreKeys.campaign) ? [{ code: 'accounts.campaign', field: coreKeys.campaign }] : [],
    ),
  ];
}

/** LZ-12, FS-9, QJ-12: a tidy name tied to the unit's duty, the host in the certification, the same name everywhere. */
export function checkName(facts: FilingFacts): Check[] {
  const { policy, facts: asked, others } = facts;
  const name = textOf(facts, coreKeys.name);
  const different = [
    ...new Set(others.map((other) => other.name).filter((other) => name !== '' && other !== name)),
  ];
  return [
    ...checkOf(
      facts,
      { id: 'name-rules', group: 'account', answer: policy.get('requirement.open.name-rules', asked) },
      (rule) => [...(name === '' ? [] : nameProblems(rule, name)), ...certificationProblems(facts, rule)],
    ),
    ...checkOf(
      facts,
      { id: 'same-name', group: 'account', answer: policy.get('requirement.open.same-name', asked) },
      () =>
        different.length > 0
          ? [{ code: 'accounts.same-name', field: coreKeys.name, facts: { names: different.join('、') } }]
          : [],
    ),
  ];
}

type NameRules = RuleValue<'requirement.open.name-rules'>;

function nameProblems(rule: NameRules, name: string): Problem[] {
  const field = coreKeys.name;
  const length = lengthOf(name);
  const lacks = (rule.mustContain ?? []).filter((word) => !name.includes(word));
  const has = (rule.forbiddenWords ?? []).filter((word) => name.includes(word));
  return [
    ...(TIDY_NAME.test(name) ? [] : [{ code: 'accounts.name-untidy', field }]),
    ...(rule.maxLength !== undefined && length > rule.maxLength
      ? [{ code: 'accounts.name-too-long', field, facts: { max: rule.maxLength, length } }]
      : []),
    ...(lacks.length > 0 ? [{ code: 'accounts.name-lacks', field, facts: { words: lacks.join('、') } }] : []),
    ...(has.length > 0 ? [{ code: 'accounts.name-forbidden', field, facts: { words: has.join('、') } }] : []),
  ];
}

/** A machine cannot see whether name and picture fit the duty: the host confirms it. The certification can be read. */
function certificationProblems(facts: FilingFacts, rule: NameRules): Problem[] {
  const certification = textOf(facts, coreKeys.certification);
  const lacksHost =
    rule.hostInCertification && certification !== '' && !certification.includes(facts.host.name);
  const untied = (rule.tiedToDuty || rule.logo) && !isTicked(facts, coreKeys.tiedToDuty);
  return [
    ...(untied ? [{ code: 'accounts.name-not-tied', field: coreKeys.tiedToDuty }] : []),
    ...(lacksHost
      ? [
          {
            code: 'accounts.certification-lacks-host',
            field: coreKeys.certification,
            facts: { unit: facts.host.name },
          },
        ]
      : []),
  ];
}

/** LZ-9: the filing says why the account is needed. */
function checkReason(facts: FilingFacts): Check[] {
  const reason = textOf(facts, coreKeys.reason);
  const answer = facts.policy.get('requirement.open.reason-stated', facts.facts);
  return checkOf(facts, { id: 'reason-stated', group: 'account', answer }, ({ minLength = 1 }) => {
    const length = lengthOf(reason);
    if (length === 0) return [{ code: 'accounts.reason-missing', field: coreKeys.reason }];
    return length < minLength
      ? [{ code: 'accounts.reason-too-short', field: coreKeys.reason, facts: { min: minLength, length } }]
      : [];
  });
}
