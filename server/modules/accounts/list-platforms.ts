import { type BasisRef, type CaseFacts, isDeclared, type Platform, type Policy } from '../../policy/index.ts';
import type { Field } from './form-model.ts';

/** The platforms that may be chosen, those not approved among them, so that the refusal can say why. */
export function platformsOf(
  policy: Policy,
  facts: CaseFacts = {},
): { readonly items: readonly Platform[]; readonly basis: readonly BasisRef[] } {
  const answer = policy.get('platforms', facts);
  return { items: (answer.value ?? []).filter(isDeclared), basis: answer.basis };
}

/** The platforms as options of a question. */
export function platformOptions(policy: Policy, facts: CaseFacts): Field['options'] {
  return platformsOf(policy, facts).items.map(({ id, name }) => ({ value: id, label: name }));
}
