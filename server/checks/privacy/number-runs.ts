import { isDigit } from '../characters.ts';
import type { Prepared } from '../finding.ts';

import type { Span } from '../place.ts';
import type { FoldedText } from '../text/index.ts';

/** Groups of digits that belong together, with at most three joining characters between two groups. */
export interface NumberRun {
  readonly groups: readonly Span[];
  readonly digits: number;
}

/** No kind of number looked for here is shorter than a passport's or a local telephone's. */
const SHORTEST = 7;
const LONGEST_JOINT = 3;
/** Space, hyphens and dashes, full stop, middle dot, round brackets. */
const JOINTS = new Set([
  32, 9, 0x2d, 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212, 0x2e, 0xb7, 0x2022, 0x28, 0x29,
]);

/** Calls `visit` with every run of digits that is long enough to be somebody's number. */
export function eachNumberRun({ folded, landmarks }: Prepared, visit: (run: NumberRun) => void): void {
  const { units, length } = folded;
  let at = 0;
  for (const start of landmarks.digit) {
    if (start < at) continue;
    at = start;
    const groups: Span[] = [];
    let digits = 0;
    for (;;) {
      const from = at;
      while (at < length && isDigit(units[at] ?? 0)) at += 1;
      groups.push({ from, to: at });
      digits += at - from;
      const next = acrossJoint(units, at, length);
      if (next === at) break;
      at = next;
    }
    if (digits >= SHORTEST) visit({ groups, digits });
  }
}

/** Where the next group of digits starts, or `at` where none follows closely. */
function acrossJoint(units: Uint16Array, at: number, length: number): number {
  let next = at;
  while (next < length && next - at < LONGEST_JOINT && JOINTS.has(units[next] ?? 0)) next += 1;
  return next > at && next < length && isDigit(units[next] ?? 0) ? next : at;
}

/** The digits of some neighbouring groups, with the lengths of the groups. */
export interface Joined extends Span {
  readonly digits: string;
  readonly shape: readonly number[];
  /** The last group that belongs to it. */
  readonly last: number;
}

/** People split a number into a few groups, or into single digits; then nothing else stands in the run. */
const MOST_GROUPS = 6;

/** Groups from `first` on, joined up to at most `most` digits: every prefix that ends with a group. */
export function joinedFrom({ units }: FoldedText, run: NumberRun, first: number, most: number): Joined[] {
  const found: Joined[] = [];
  const areSingle = first === 0 && run.groups.length === run.digits && run.digits <= most;
  const groups = areSingle ? most : MOST_GROUPS;
  const shape: number[] = [];
  let digits = '';
  for (let index = first; index < run.groups.length && index - first < groups; index += 1) {
    const group = run.groups[index];
    if (!group || digits.length + group.to - group.from > most) break;
    for (let at = group.from; at < group.to; at += 1) digits += String.fromCharCode(units[at] ?? 0);
    shape.push(group.to - group.from);
    if (areSingle && index + 1 < run.groups.length) continue;
    if (digits.length < SHORTEST) continue;
    const from = run.groups[first]?.from ?? group.from;
    found.push({ digits, shape: [...shape], from, to: group.to, last: index });
  }
  return found;
}
