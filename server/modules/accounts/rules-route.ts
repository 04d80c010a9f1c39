import { accountsText, slotNames } from '../../../contracts/accounts/words.ts';
import { consentRule, type Slot } from './form-model.ts';
import { type Check, outcomeOf } from './model.ts';
import type { FilingFacts } from './rules-facts.ts';

/** Nothing stands in the way of the chain: it is there, every step has its unit, every post somebody in it. */
export function checkRoute({ routeProblems, routeBasis }: FilingFacts): Check[] {
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

/** The checks that keep a filing from being submitted: unmet, or excusable without a reason given. */
export function blocking(checks: readonly Check[]): Check[] {
  return checks.filter((check) => ['unmet', 'excusable'].includes(outcomeOf(check)));
}

/** The label of the paper that shows the host's own consent where the chain has no step for it. */
const CONSENT_LABEL = 'consent';

/**
 * QJ-13, LZ-13c: where a matter needs the consent of a leader or of the collective and no step of the chain gives it,
 * a paper shows it; null where the chain covers it or nothing asks for it.
 */
export function consentSlot(facts: Pick<FilingFacts, 'policy' | 'facts' | 'consentingPosts'>): Slot | null {
  const matter = facts.facts.matter ?? 'open';
  const rule = matter === 'open' ? 'open.consent' : consentRule(matter);
  const { value, basis } = facts.policy.get(rule, facts.facts);
  if (value === null || value.anyOf.some((who) => facts.consentingPosts.includes(who))) return null;
  const who = value.anyOf.map((each) => accountsText.consent[each]).join('、');
  return { label: CONSENT_LABEL, title: `${slotNames.consentTo[matter]}（${who}）`, required: true, basis };
}
