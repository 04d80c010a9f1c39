import { checkChain } from './check-chain.ts';
import { checkForm } from './check-form.ts';
import { checkPlatforms } from './check-platform.ts';
import { hintFor } from './hint.ts';
import type { Condition, PackProblem } from './model.ts';
import type { Known } from './pack-set.ts';
import type { ParsedPack, PlacedRecord } from './parse-pack.ts';
import { type Place, problemAt } from './place.ts';
import type { Path } from './read-yaml.ts';
import type { Chain } from './values-chain.ts';
import type { Form } from './values-form.ts';
import type { PlatformEntry } from './values-platform.ts';

/** Checks what a value refers to: posts, gates, platforms, its own ids. The shape is already right. */
export function checkRecordValue(
  placed: PlacedRecord,
  pack: ParsedPack,
  known: Known,
  problems: PackProblem[],
): void {
  const { record } = placed;
  if (record.when) problems.push(...conditionProblems(placed, ['when'], record.when, known));
  if (record.value === null) return;
  problems.push(...nestedConditions(placed, ['value'], record.value, known));
  problems.push(...repeatedIds(placed, ['value'], record.value));
  problems.push(...referenceProblems(placed, known));
  if (record.spec.kind === 'chain') checkChain(placed, record.value as Chain, known, problems);
  if (record.spec.kind === 'form') checkForm(placed, record.value as Form, pack, problems);
}

/** Every `when` and `onlyIf` inside the value, however deep. */
function nestedConditions(place: Place, path: Path, value: unknown, known: Known): PackProblem[] {
  if (Array.isArray(value))
    return value.flatMap((item, i) => nestedConditions(place, [...path, i], item, known));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === 'when' || key === 'onlyIf')
      return conditionProblems(place, [...path, key], (inner ?? {}) as Condition, known);
    return nestedConditions(place, [...path, key], inner, known);
  });
}

function conditionProblems(place: Place, path: Path, when: Condition, known: Known): PackProblem[] {
  return (when.platform ?? [])
    .filter((platform) => !known.platforms.has(platform))
    .map((platform) =>
      problemAt(
        place,
        [...path, 'platform'],
        `没有平台 ${platform}`,
        hintFor(platform, known.platforms) ?? '先用规则 platforms 声明平台',
      ),
    );
}

/** Items of one list must have different ids. */
function repeatedIds(place: Place, path: Path, value: unknown): PackProblem[] {
  if (Array.isArray(value)) {
    const seen = new Set<unknown>();
    return value.flatMap((item: unknown, i) => {
      const id = typeof item === 'object' && item !== null && 'id' in item ? item.id : item;
      const plain = typeof id === 'string';
      const again = plain && seen.has(id) && path.at(-1) !== 'options';
      seen.add(id);
      return [
        ...(again ? [problemAt(place, [...path, i], `${String(id)} 在这个列表里写了两次`)] : []),
        ...repeatedIds(place, [...path, i], item),
      ];
    });
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'variants' || key === 'sections' ? [] : repeatedIds(place, [...path, key], inner),
  );
}

function referenceProblems(placed: PlacedRecord, known: Known): PackProblem[] {
  const { rule, value } = placed.record;
  if (rule === 'publish.gates') return unknownIn(placed, value as string[], known.gates, '关口');
  if (rule === 'host.roles') return unknownIn(placed, value as string[], known.posts, '岗位');
  if (rule === 'objection.extension-by') return unknownIn(placed, [value as string], known.posts, '岗位');
  if (rule === 'supervisor.jurisdiction') {
    const { post } = value as { post?: string };
    return post === undefined ? [] : unknownIn(placed, [post], known.posts, '岗位');
  }
  if (rule === 'platforms') return checkPlatforms(placed, value as PlatformEntry[], known);
  if (rule === 'measure.ladder') return ladderProblems(placed);
  return [];
}

function unknownIn(
  placed: PlacedRecord,
  ids: readonly string[],
  known: ReadonlyMap<string, string>,
  word: string,
): PackProblem[] {
  return ids.flatMap((id, i) =>
    known.has(id)
      ? []
      : [
          problemAt(
            placed,
            ['value', i],
            `没有${word} ${id}`,
            hintFor(id, known.keys()) ?? `先在 pack.yaml 里声明这个${word}`,
          ),
        ],
  );
}

function ladderProblems(placed: PlacedRecord): PackProblem[] {
  const { steps, triggers } = placed.record.value as {
    steps: { id: string }[];
    triggers: { leads?: string[] }[];
  };
  const ids = steps.map(({ id }) => id);
  return triggers.flatMap(({ leads = [] }, i) =>
    leads.flatMap((id, k) =>
      ids.includes(id)
        ? []
        : [
            problemAt(
              placed,
              ['value', 'triggers', i, 'leads', k],
              `steps 里没有措施 ${id}`,
              hintFor(id, ids),
            ),
          ],
    ),
  );
}
