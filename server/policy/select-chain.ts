import { holds } from './conditions.ts';
import type { Answer, CaseFacts } from './model.ts';
import type { Chain, ChainStep } from './values-chain.ts';

/** The route for one case: the steps that apply, and which of them must be done by different people. */
export interface SelectedChain {
  title: string | undefined;
  steps: ChainStep[];
  distinct: string[][];
}

/**
 * Chooses the first variant that fits the facts and leaves out steps meant for other cases.
 * Null when no chain is in force, no variant fits, or no step remains: then nobody may pass.
 */
export function selectChain(answer: Answer<Chain>, facts: CaseFacts): SelectedChain | null {
  const variant = answer.value?.variants.find(({ when }) => holds(when, facts));
  if (!variant) return null;
  const steps = variant.steps.filter(({ onlyIf }) => holds(onlyIf, facts));
  if (steps.length === 0) return null;
  const ids = new Set(steps.map(({ id }) => id));
  const distinct = (variant.distinct ?? [])
    .map((group) => group.filter((id) => ids.has(id)))
    .filter((group) => group.length > 1);
  return { title: variant.title, steps, distinct };
}
