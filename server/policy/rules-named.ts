import { ruleIds } from './catalogue.ts';
import type { Policy } from './policy.ts';

/**
 * The rules a name stands for: all whose id begins with it, those no level speaks of included, so that silence is an
 * answer too. Coined ids of open families come from the packs. No name: every rule some level speaks of.
 */
export function rulesNamed(policy: Policy, name: string | undefined): string[] {
  const spoken = policy.rules();
  if (name === undefined || name === '') return [...spoken];
  const known = [...ruleIds().filter((id) => !id.includes('.own.<')), ...spoken];
  return [...new Set(known)].filter((id) => id.startsWith(name));
}
