import type { BasisRef } from '../../../contracts/kernel/wire.ts';
import type { Due, Duration, Moment } from '../../policy/calendar/index.ts';

export type DeadlineState = 'running' | 'suspended' | 'met' | 'cancelled';
export type DeadlineMove = 'meet' | 'cancel' | 'suspend' | 'resume' | 'extend';

/** The lawful moves: from which states, and what state follows. */
const MOVES: Readonly<Record<DeadlineMove, { from: readonly DeadlineState[]; to: DeadlineState }>> = {
  meet: { from: ['running', 'suspended'], to: 'met' },
  cancel: { from: ['running', 'suspended'], to: 'cancelled' },
  suspend: { from: ['running'], to: 'suspended' },
  resume: { from: ['suspended'], to: 'running' },
  extend: { from: ['running'], to: 'running' },
};

/** The state a move leads to, or null where it is not lawful. */
export function stateAfter(state: DeadlineState, move: DeadlineMove): DeadlineState | null {
  const { from, to } = MOVES[move];
  return from.includes(state) ? to : null;
}

export interface DeadlineKey {
  readonly jurisdiction: string;
  readonly id: string;
}

/** A stretch in which the clock stands still; `to` is null while it does. */
interface ClockStop {
  readonly from: Moment;
  readonly to: Moment | null;
  readonly reason: string;
}

interface ClockExtension {
  readonly term: Duration;
  readonly reason: string;
  readonly at: string;
}

/** How long before the due moment people are reminded; workdays and days at the opening of the office. */
export interface ReminderOffset {
  readonly n: number;
  readonly unit: 'hour' | 'day' | 'workday';
}

/** How long a clock may run in all, extensions included, and the rule that says so. */
export interface LongestTerm {
  readonly term: Duration;
  readonly basis: readonly BasisRef[];
}

/** What computation made of the facts; the rest of a deadline is facts. */
export interface ComputedDue extends Due {
  /** The instant (UTC) from which the due moment has passed. */
  readonly dueAt: string;
  readonly calendarVersion: string;
}

/** A running clock, pinned to the rule, pack and version it was started under. */
export interface Deadline extends DeadlineKey {
  readonly subject: { readonly type: string; readonly id: string };
  readonly ownerUnitId: string;
  /** Kinds of post in that unit whose holders must act and are reminded. */
  readonly ownerPosts: readonly string[];
  /** Told when the due day has passed; null where nobody stands above. */
  readonly escalationUnitId: string | null;
  readonly title: string;
  readonly rule: string;
  readonly basis: readonly BasisRef[];
  readonly pack: string | null;
  readonly packVersion: string | null;
  readonly startedAt: Moment;
  readonly term: Duration;
  /** Null: this clock cannot be extended. */
  readonly longest: LongestTerm | null;
  readonly extensions: readonly ClockExtension[];
  readonly suspensions: readonly ClockStop[];
  readonly remindBefore: readonly ReminderOffset[];
  readonly computed: ComputedDue;
  readonly state: DeadlineState;
  /** When it was met or cancelled. */
  readonly closedAt: string | null;
  /** The instant of the next reminder; null when none is left. */
  readonly remindAt: string | null;
  readonly createdAt: string;
}

/** One thing that happened to a deadline. */
export interface DeadlineEvent {
  readonly kind: string;
  readonly at: string;
  readonly personId: string | null;
  readonly reason: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
}
