import type { Check } from './model.ts';
import { checkChange } from './rules-change.ts';
import type { FilingFacts } from './rules-facts.ts';
import { checkMatter } from './rules-matter.ts';
import { checkOpening } from './rules-opening.ts';

/** Everything a submission has to meet, by what is filed. Pure: the same facts give the same answer. */
export function checkFiling(facts: FilingFacts): Check[] {
  const { account } = facts;
  if (account === null) return checkOpening(facts);
  return account.matter === 'change' ? checkChange(facts, account) : checkMatter(facts, account);
}
