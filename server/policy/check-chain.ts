import { hintFor } from './hint.ts';
import type { PackProblem } from './model.ts';
import type { Known } from './pack-set.ts';
import type { PlacedRecord } from './parse-pack.ts';
import { problemAt } from './place.ts';
import type { Path } from './read-yaml.ts';
import type { Chain, ChainVariant } from './values-chain.ts';

/** Checks a chain: posts and gates exist, step ids differ, `distinct` names steps, every variant can be reached. */
export function checkChain(placed: PlacedRecord, chain: Chain, known: Known, problems: PackProblem[]): void {
  chain.variants.forEach((variant, i) => {
    const at: Path = ['value', 'variants', i];
    checkSteps(placed, at, variant, known, problems);
    checkDistinct(placed, at, variant, problems);
  });
  const open = chain.variants.findIndex((variant) => variant.when === undefined);
  if (open !== -1 && open < chain.variants.length - 1) {
    problems.push(
      problemAt(
        placed,
        ['value', 'variants', open + 1],
        '这个情形永远轮不到：前面已有一个不带 when 的情形',
        '把不带 when 的情形放到最后',
      ),
    );
  }
}

function checkSteps(
  placed: PlacedRecord,
  at: Path,
  variant: ChainVariant,
  known: Known,
  problems: PackProblem[],
): void {
  const seen = new Set<string>();
  variant.steps.forEach((step, k) => {
    const path = [...at, 'steps', k];
    if (seen.has(step.id)) problems.push(problemAt(placed, [...path, 'id'], `步骤编号 ${step.id} 重复`));
    seen.add(step.id);
    if (!known.posts.has(step.post)) {
      problems.push(
        problemAt(
          placed,
          [...path, 'post'],
          `没有岗位 ${step.post}`,
          hintFor(step.post, known.posts.keys()) ?? '先在 pack.yaml 的 posts 里声明',
        ),
      );
    }
    (step.gates ?? []).forEach((gate, g) => {
      if (!known.gates.has(gate)) {
        problems.push(
          problemAt(
            placed,
            [...path, 'gates', g],
            `没有关口 ${gate}`,
            hintFor(gate, known.gates.keys()) ?? '先在 pack.yaml 的 gates 里声明',
          ),
        );
      }
    });
  });
}

function checkDistinct(placed: PlacedRecord, at: Path, variant: ChainVariant, problems: PackProblem[]): void {
  const ids = variant.steps.map(({ id }) => id);
  (variant.distinct ?? []).forEach((group, i) => {
    group.forEach((id, k) => {
      if (!ids.includes(id)) {
        problems.push(problemAt(placed, [...at, 'distinct', i, k], `本流程没有步骤 ${id}`, hintFor(id, ids)));
      }
    });
  });
}
