import type { Jurisdiction } from '../policy/index.ts';
import type { Geography } from './context.ts';

/** The tree of jurisdictions with its walks worked out once, since every request asks for them. */
export function createGeography(jurisdictions: readonly Jurisdiction[]): Geography {
  const byCode = new Map(jurisdictions.map((j) => [j.code, j]));
  const ancestors = new Map<string, Jurisdiction[]>();
  const descendants = new Map<string, string[]>(jurisdictions.map((j) => [j.code, [j.code]]));
  for (const start of jurisdictions) {
    const above: Jurisdiction[] = [];
    for (let j = byCode.get(start.parent ?? ''); j; j = byCode.get(j.parent ?? '')) {
      above.push(j);
      descendants.get(j.code)?.push(start.code);
    }
    ancestors.set(start.code, above);
  }
  return {
    get: (code) => byCode.get(code),
    ancestors: (code) => ancestors.get(code) ?? [],
    descendants: (code) => descendants.get(code) ?? [],
  };
}
