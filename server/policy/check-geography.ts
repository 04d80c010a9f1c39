import { hintFor } from './hint.ts';
import type { Jurisdiction, JurisdictionLevel, PackProblem } from './model.ts';
import type { Placed } from './parse-pack.ts';
import { problemAt } from './place.ts';

const rank: Readonly<Record<JurisdictionLevel, number>> = {
  nation: 0,
  province: 1,
  city: 2,
  county: 3,
  park: 4,
  unit: 5,
};

/** Checks the tree: unique codes, known parents, no cycle, higher levels above lower ones. */
export function checkGeography(
  nodes: readonly Placed<Jurisdiction>[],
  problems: PackProblem[],
): ReadonlyMap<string, Jurisdiction> {
  const byCode = new Map<string, Placed<Jurisdiction>>();
  for (const node of nodes) {
    const other = byCode.get(node.entry.code);
    if (other) problems.push(duplicate(node, other));
    else byCode.set(node.entry.code, node);
  }
  for (const node of byCode.values()) problems.push(...parentProblems(node, byCode));
  return new Map([...byCode].map(([code, node]) => [code, node.entry]));
}

function duplicate(node: Placed<Jurisdiction>, other: Placed<Jurisdiction>): PackProblem {
  const { code } = node.entry;
  return problemAt(
    node,
    ['code'],
    `辖区代码 ${code} 重复`,
    `${other.yaml.file} 里已有 ${other.entry.name}；已有的辖区不必再声明`,
  );
}

function parentProblems(
  node: Placed<Jurisdiction>,
  byCode: ReadonlyMap<string, Placed<Jurisdiction>>,
): PackProblem[] {
  const { code, parent, level } = node.entry;
  if (parent === null) return [];
  const above = byCode.get(parent)?.entry;
  if (!above)
    return [
      problemAt(
        node,
        ['parent'],
        `没有辖区 ${parent}`,
        hintFor(parent, byCode.keys()) ?? '先在 jurisdictions 里声明上一级辖区',
      ),
    ];
  if (isInCycle(code, byCode)) return [problemAt(node, ['parent'], `辖区 ${code} 绕了一圈又成了自己的上级`)];
  const mayNest = level === 'unit' && above.level === 'unit';
  if (rank[above.level] < rank[level] || mayNest) return [];
  return [
    problemAt(
      node,
      ['level'],
      `辖区层级不对：${above.name} 不能是 ${node.entry.name} 的上级`,
      '层级从上到下：nation province city county park unit',
    ),
  ];
}

function isInCycle(code: string, byCode: ReadonlyMap<string, Placed<Jurisdiction>>): boolean {
  const seen = new Set<string>();
  let at = byCode.get(code)?.entry.parent ?? null;
  while (at !== null && !seen.has(at)) {
    if (at === code) return true;
    seen.add(at);
    at = byCode.get(at)?.entry.parent ?? null;
  }
  return false;
}
