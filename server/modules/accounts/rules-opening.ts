import { accountsText, slotNames } from '../../../contracts/accounts/words.ts';
import { durationText } from '../../policy/index.ts';
import { coreKeys, type Slot } from './form-model.ts';
import { type Check, outcomeOf } from './model.ts';
import { checkAccount } from './rules-account.ts';
import { type FilingFacts, textOf } from './rules-facts.ts';
import { checkAttachments, checkConditions, checkFields } from './rules-form.ts';
import { checkUnit } from './rules-unit.ts';

/**
 * Everything a submission has to meet, each check with its basis: the unit, the account, the form, the papers, the
 * route. Pure: the same facts give the same answer.
 */
export function checkOpening(facts: FilingFacts): Check[] {
  return [
    ...checkUnit(facts),
    ...checkConditions(facts),
    ...checkAccount(facts),
    ...checkUid(facts),
    ...checkLead(facts),
    ...checkFields(facts),
    ...checkAttachments(facts),
    ...checkRoute(facts),
  ];
}

/** The checks that keep a filing from being submitted: unmet, or excusable without a reason given. */
export function blocking(checks: readonly Check[]): Check[] {
  return checks.filter((check) => ['unmet', 'excusable'].includes(outcomeOf(check)));
}

/** The platform's own number names one account of the jurisdiction. */
function checkUid({ uidHolder }: FilingFacts): Check[] {
  if (!uidHolder) return [];
  const problem = { code: 'accounts.uid-taken', field: coreKeys.uid, facts: uidHolder };
  return [{ id: 'uid', group: 'account', problems: [problem], strength: 'refuse', basis: [], reason: null }];
}

/** Where a regulation wants to be told some time before the opening, the planned day leaves that time. */
function checkLead(facts: FilingFacts): Check[] {
  const { value, basis, state } = facts.policy.get('filing.lead.open', facts.facts);
  if (state !== 'in-force' || value === null || facts.timing !== 'before-opening') return [];
  const planned = textOf(facts, coreKeys.plannedOn);
  const { earliestOpening } = facts;
  const field = coreKeys.plannedOn;
  const soon = planned !== '' && earliestOpening !== null && planned < earliestOpening;
  const problems = soon
    ? [
        {
          code: 'accounts.lead-too-short',
          field,
          facts: { term: durationText(value), earliest: earliestOpening },
          basis,
        },
      ]
    : [];
  return [{ id: 'lead', group: 'account', problems, strength: 'refuse', basis, reason: null }];
}

function checkRoute({ routeProblems, routeBasis }: FilingFacts): Check[] {
  return [
    {
      id: 'route',
      group: 'route',
      problems: routeProblems,
      strength: 'refuse',
      basis: routeBasis,
      reason: null,
    },
  ];
}

/** The label of the paper that shows the host's own consent where the chain has no step for it. */
const CONSENT_LABEL = 'consent';

/**
 * QJ-13: where opening needs the consent of a leader or of the collective and no step of the chain gives it, a paper
 * shows it; null where the chain covers it or nothing asks for it.
 */
export function consentSlot(facts: Pick<FilingFacts, 'policy' | 'facts' | 'consentingPosts'>): Slot | null {
  const { value, basis } = facts.policy.get('open.consent', facts.facts);
  if (value === null || value.anyOf.some((who) => facts.consentingPosts.includes(who))) return null;
  const who = value.anyOf.map((each) => accountsText.consent[each]).join('、');
  return { label: CONSENT_LABEL, title: `${slotNames.consent}（${who}）`, required: true, basis };
}
