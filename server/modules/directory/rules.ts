import type { ActorPost } from '../../kernel/actor.ts';
import type { Geography } from '../../kernel/context.ts';
import type { CaseFacts } from '../../policy/index.ts';
import type { Unit } from './model.ts';

/** Jurisdictions whose business a person may see: those of the units, and all that a unit has a role over. */
export function scopeOf(posts: readonly ActorPost[], geography: Geography): string[] {
  const scope = new Set<string>();
  for (const post of posts) {
    scope.add(post.jurisdiction);
    for (const { over } of post.roles) for (const below of geography.descendants(over)) scope.add(below);
  }
  return [...scope].sort();
}

/** The scope and everything above it: where one's supervisors stand. */
export function reachOf(scope: readonly string[], geography: Geography): string[] {
  const reach = new Set(scope);
  for (const code of scope) for (const above of geography.ancestors(code)) reach.add(above.code);
  return [...reach].sort();
}

/** What a policy asks of a unit. */
export function caseFactsOf(unit: Unit): CaseFacts {
  return { tier: unit.tier ?? undefined, unitKind: unit.kind, underPark: unit.underPark };
}
