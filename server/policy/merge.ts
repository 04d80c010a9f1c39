import { severities } from '../../contracts/checks/wire.ts';
import type { RuleSpec } from './catalogue-spec.ts';
import { strictness, type Yardstick } from './strictness.ts';

type Item = { id: string } & Record<string, unknown>;

/**
 * Joins the values of several levels into one (nearest first). Lists keep every item once, the nearer wording
 * winning; parameters of requirements take the stricter of the two; what cannot be compared stays as the nearer
 * level says.
 */
export function mergeValues(spec: RuleSpec, nearestFirst: readonly unknown[], by: Yardstick): unknown {
  return nearestFirst.reduce((near, far) => mergeTwo(spec, near, far, by));
}

function mergeTwo(spec: RuleSpec, near: unknown, far: unknown, by: Yardstick): unknown {
  if (Array.isArray(near) && Array.isArray(far)) return mergeLists(spec, near, far, by);
  return mergeObjects(spec, near as Record<string, unknown>, far as Record<string, unknown>, by);
}

function mergeLists(
  spec: RuleSpec,
  near: readonly unknown[],
  far: readonly unknown[],
  by: Yardstick,
): unknown[] {
  const result = new Map(near.map((item) => [keyOf(item), item]));
  for (const item of far) {
    const key = keyOf(item);
    const mine = result.get(key);
    result.set(key, mine === undefined ? item : mergeItem(spec, mine, item, by));
  }
  return [...result.values()];
}

function keyOf(item: unknown): string {
  if (typeof item === 'object' && item !== null && 'id' in item) return String(item.id);
  return typeof item === 'string' ? item : JSON.stringify(item);
}

function mergeItem(spec: RuleSpec, near: unknown, far: unknown, by: Yardstick): unknown {
  if (spec.combine.by !== 'union') return near;
  if (spec.combine.item === 'approved-and') {
    return {
      ...(far as Item),
      ...(near as Item),
      approved: (near as Item).approved === true && (far as Item).approved === true,
    };
  }
  if (spec.combine.item === 'gravest')
    return { ...(near as Item), severity: graver((near as Item).severity, (far as Item).severity) };
  if (spec.combine.item !== 'earliest-term') return near;
  return strictness('earliest-due', near, by) >= strictness('earliest-due', far, by) ? near : far;
}

/** What stops a publication is graver than what wants handling, and that than a note. */
function graver(one: unknown, other: unknown): unknown {
  const rank = (severity: unknown) => (severities as readonly unknown[]).indexOf(severity);
  return rank(one) <= rank(other) ? one : other;
}

function mergeObjects(
  spec: RuleSpec,
  near: Record<string, unknown>,
  far: Record<string, unknown>,
  by: Yardstick,
): Record<string, unknown> {
  const modes = spec.combine.by === 'union' ? (spec.combine.fields ?? {}) : {};
  const keys = new Set([...Object.keys(near), ...Object.keys(far)]);
  return Object.fromEntries(
    [...keys].map((key) => [key, mergeField(spec, modes[key], near[key], far[key], by)]),
  );
}

function mergeField(
  spec: RuleSpec,
  mode: 'intersect' | 'max' | 'min' | 'gravest' | undefined,
  near: unknown,
  far: unknown,
  by: Yardstick,
): unknown {
  if (near === undefined || far === undefined) return near ?? far;
  if (near === 'refuse' || far === 'refuse') return 'refuse';
  if (mode === 'gravest') return graver(near, far);
  if (typeof near === 'boolean') return near || far;
  if (typeof near === 'number' && typeof far === 'number')
    return mode === 'max' ? Math.max(near, far) : Math.min(near, far);
  if (!Array.isArray(near) || !Array.isArray(far)) return near;
  if (mode !== 'intersect') return mergeLists(spec, near, far, by);
  const kept = new Set(far.map(keyOf));
  return near.filter((item) => kept.has(keyOf(item)));
}

/** A recurring duty that takes the highest ratio and every obligation on record from all levels. */
export function mergeDuties(winner: unknown, others: readonly unknown[]): unknown {
  type Duty = { ratio?: number; ledger?: boolean; countsInAssessment?: boolean };
  const all = [winner, ...others] as Duty[];
  const ratios = all.flatMap(({ ratio }) => ratio ?? []);
  return {
    ...(winner as Duty),
    ...(ratios.length > 0 ? { ratio: Math.max(...ratios) } : {}),
    ...(all.some(({ ledger }) => ledger) ? { ledger: true } : {}),
    ...(all.some(({ countsInAssessment }) => countsInAssessment) ? { countsInAssessment: true } : {}),
  };
}
