import { durationText } from '../../policy/index.ts';
import { coreKeys } from './form-model.ts';
import type { Check } from './model.ts';
import { checkAccount } from './rules-account.ts';
import { type FilingFacts, textOf } from './rules-facts.ts';
import { checkAttachments, checkConditions, checkFields } from './rules-form.ts';
import { checkIdentifiers } from './rules-identifiers.ts';
import { checkRoute } from './rules-route.ts';
import { checkHostStands, checkUnit } from './rules-unit.ts';

/**
 * Everything a submission has to meet, each check with its basis: the unit, the account, the form, the papers, the
 * route. Pure: the same facts give the same answer.
 */
export function checkOpening(facts: FilingFacts): Check[] {
  return [
    ...checkHostStands(facts),
    ...checkUnit(facts),
    ...checkConditions(facts),
    ...checkAccount(facts),
    ...checkIdentifiers(facts),
    ...checkLead(facts),
    ...checkBackfile(facts),
    ...checkFields(facts),
    ...checkAttachments(facts),
    ...checkRoute(facts),
  ];
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

/** LZ-36, GD-3.2c, FS-33: only an account that was open before the regulation is filed afterwards. */
function checkBackfile(facts: FilingFacts): Check[] {
  if (!facts.backfile) return [];
  const { before, basis } = facts.backfile;
  const opened = textOf(facts, coreKeys.openedOn);
  const field = coreKeys.openedOn;
  const problems =
    opened !== '' && opened >= before
      ? [{ code: 'accounts.backfile-opened-later', field, facts: { before, opened }, basis }]
      : [];
  return [{ id: 'backfile', group: 'account', problems, strength: 'refuse', basis, reason: null }];
}
