import { LAST_DAY } from './calendar/index.ts';
import type { RuleSpec } from './catalogue-spec.ts';
import { mergeDuties, mergeValues } from './merge.ts';
import type { Overridden } from './model.ts';
import { basisOf, type Standing } from './standing.ts';
import { dueOn, durationIn, strictness, type Yardstick } from './strictness.ts';
import { durationText } from './words.ts';

/** What the levels together say: the value, who decided it, and what was passed over and why. */
export interface Combined {
  value: unknown;
  deciders: Standing[];
  overrode: Overridden<unknown>[];
}

/** Combines what holds at each level (nearest first, at least one) by the rule's way of combining. */
export function combine(
  spec: RuleSpec,
  standing: readonly [Standing, ...Standing[]],
  by: Yardstick,
): Combined {
  switch (spec.combine.by) {
    case 'nearest':
      return combineNearest(standing);
    case 'strictest':
      return combineStrictest(spec, spec.combine.direction, standing, by);
    case 'union':
      return combineUnion(spec, standing, by);
  }
}

function combineNearest(standing: readonly [Standing, ...Standing[]]): Combined {
  const binding = standing.findLast(({ record }) => record.binding);
  const winner = binding ?? standing[0];
  const overrode = standing
    .filter((one) => one !== winner)
    .map((one) =>
      passedOver(
        one,
        standing.indexOf(one) < standing.indexOf(winner) ? whyHigher(winner) : whyNearer(winner, one),
      ),
    );
  return { value: winner.record.value, deciders: [winner], overrode };
}

function combineStrictest(
  spec: RuleSpec,
  direction: Parameters<typeof strictness>[0],
  standing: readonly [Standing, ...Standing[]],
  by: Yardstick,
): Combined {
  const measured = standing.map((one) => ({ one, measure: strictness(direction, one.record.value, by) }));
  const top = Math.max(...measured.map(({ measure }) => measure));
  const deciders = measured.filter(({ measure }) => measure === top).map(({ one }) => one);
  const winner = deciders[0] ?? standing[0];
  const rest = standing.filter((one) => !deciders.includes(one));
  const overrode = rest.map((one) => passedOver(one, whyStricter(winner, one, by)));
  const isDuty = spec.kind === 'recurring';
  const value = isDuty
    ? mergeDuties(
        winner.record.value,
        standing.map(({ record }) => record.value),
      )
    : winner.record.value;
  return { value, deciders, overrode };
}

function combineUnion(spec: RuleSpec, standing: readonly [Standing, ...Standing[]], by: Yardstick): Combined {
  const value = mergeValues(
    spec,
    standing.map(({ record }) => record.value),
    by,
  );
  const overrode = standing.flatMap((one) => lostParts(one, value));
  return { value, deciders: [...standing], overrode };
}

/** Parts of a level's value that did not survive the union as that level wrote them. */
function lostParts(one: Standing, value: unknown): Overridden<unknown>[] {
  const mine = one.record.value;
  const lost = Array.isArray(mine)
    ? lostItems(mine, Array.isArray(value) ? value : [])
    : lostFields(mine as Record<string, unknown>, value as Record<string, unknown>);
  return lost.length === 0
    ? []
    : [
        passedOver(
          { ...one, record: { ...one.record, value: lost } },
          '同一项各级都有规定，合并时取更严格的；不能比较的，以更近一级的写法为准',
        ),
      ];
}

function lostItems(mine: readonly unknown[], merged: readonly unknown[]): unknown[] {
  const kept = new Set(merged.map((item) => JSON.stringify(item)));
  return mine.filter((item) => !kept.has(JSON.stringify(item)));
}

function lostFields(mine: Record<string, unknown>, merged: Record<string, unknown>): unknown[] {
  return Object.entries(mine)
    .filter(([key, value]) => !Array.isArray(value) && JSON.stringify(value) !== JSON.stringify(merged[key]))
    .map(([key, value]) => ({ [key]: value }));
}

function passedOver(one: Standing, why: string): Overridden<unknown> {
  return { value: one.record.value, basis: basisOf(one), why };
}

function nameOf({ level, source, record }: Standing): string {
  return `${level.jurisdiction.name}《${source.title}》${record.basis.article}`;
}

function whyHigher(winner: Standing): string {
  return `${nameOf(winner)}规定下级不得另作规定，上位规定优先`;
}

function whyNearer(winner: Standing, one: Standing): string {
  if (winner.level.jurisdiction.code === one.level.jurisdiction.code)
    return `同一级以后施行的${nameOf(winner)}为准`;
  return `${nameOf(winner)}是更近一级的具体规定，按就近原则以它为准`;
}

function whyStricter(winner: Standing, one: Standing, by: Yardstick): string {
  const [won, lost] = [durationIn(winner.record.value), durationIn(one.record.value)];
  const who = nameOf(winner);
  if (won && lost) {
    const [a, b] = [dueOn(won, by), dueOn(lost, by)];
    if (a === undefined || b === undefined)
      return `${who}更严：${durationText(won)}与${durationText(lost)}按通常长短相比（日历到 ${LAST_DAY} 为止）`;
    return `${who}更严：从 ${by.on} 起算，${durationText(won)}到 ${a}，${durationText(lost)}到 ${b}`;
  }
  return `${who}的规定更严`;
}
