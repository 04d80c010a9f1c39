import type { CaseFacts, Condition } from './model.ts';

/** Whether the facts satisfy every part of a condition; a fact that is not known satisfies none. */
export function holds(when: Condition | undefined, facts: CaseFacts): boolean {
  if (!when) return true;
  return (
    includes(when.tier, facts.tier) &&
    includes(when.unitKind, facts.unitKind) &&
    includes(when.contentClass, facts.contentClass) &&
    includes(when.platform, facts.platform) &&
    includes(when.matter, facts.matter) &&
    (when.underPark === undefined || when.underPark === facts.underPark)
  );
}

/** How many questions a condition asks: the more, the more special. */
export function specificity(when: Condition | undefined): number {
  return when ? Object.values(when).filter((value) => value !== undefined).length : 0;
}

function includes<T>(allowed: readonly T[] | undefined, fact: T | undefined): boolean {
  return allowed === undefined || (fact !== undefined && allowed.includes(fact));
}
