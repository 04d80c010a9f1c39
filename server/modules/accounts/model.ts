import type { Problem } from '../../kernel/outcome.ts';
import type { Answer, BasisRef, Chain, Day, Duration, Form, Matter } from '../../policy/index.ts';

export type FilingState =
  | 'draft'
  | 'in-approval'
  | 'returned'
  | 'approved'
  | 'opened'
  | 'registered'
  | 'refused'
  | 'withdrawn';

/** The lawful moves of a filing. What was taken back may be taken up again; what was refused may not. */
const filingMoves: Readonly<Record<FilingState, readonly FilingState[]>> = {
  draft: ['in-approval', 'withdrawn'],
  'in-approval': ['approved', 'returned', 'refused', 'withdrawn'],
  returned: ['in-approval', 'withdrawn'],
  approved: ['opened'],
  opened: ['registered'],
  registered: [],
  refused: [],
  withdrawn: ['in-approval'],
};

/** Whether a filing may go from one state to another. */
export function mayMove(from: FilingState, to: FilingState): boolean {
  return filingMoves[from].includes(to);
}

/** States in which the host may still change what it files. */
export const editableStates: readonly FilingState[] = ['draft', 'returned', 'withdrawn'];

export type AccountState = 'approved' | 'operating' | 'closed' | 'cancelled';

/** States in which an account counts as one that its host has. */
export const livingAccounts: readonly AccountState[] = ['approved', 'operating'];

export type FormValue = string | boolean | null;
export type FormValues = Readonly<Record<string, FormValue>>;
export type Timing = 'before-opening' | 'after-opening';
export type Anchor = 'submission' | 'approval' | 'opening' | 'effect';

/** A person's act on a filing, with the post as it was called then. */
interface Act {
  readonly at: string;
  readonly personId: string | null;
  readonly personName: string;
  readonly post: string;
}

export interface Filing {
  readonly jurisdiction: string;
  readonly id: string;
  readonly kind: Matter;
  readonly accountId: string | null;
  readonly hostUnitId: string;
  readonly hostName: string;
  readonly hostPath: readonly string[];
  readonly state: FilingState;
  readonly revision: number;
  readonly version: number;
  readonly values: FormValues;
  /** Reasons for departing from a rule that allows it, by the id of the check. */
  readonly exceptions: Readonly<Record<string, string>>;
  readonly name: string | null;
  readonly platform: string | null;
  /** Form and chain as they held on the day the filing was begun. */
  readonly form: Answer<Form>;
  readonly chain: Answer<Chain>;
  readonly timing: Timing;
  readonly pack: string | null;
  readonly packVersion: string | null;
  readonly pinnedOn: Day;
  /** What was checked at the last submission, kept as it was decided. */
  readonly checks: readonly Check[];
  readonly contentDigest: string | null;
  readonly approvalId: string | null;
  readonly filingNumber: string | null;
  readonly openedOn: Day | null;
  readonly createdAt: string;
  readonly createdBy: string | null;
  readonly updatedAt: string;
  readonly submitted: Act | null;
  readonly approvedAt: string | null;
  readonly openedAt: string | null;
  readonly openedBy: string | null;
  readonly registeredAt: string | null;
}

export interface Account {
  readonly jurisdiction: string;
  readonly id: string;
  readonly hostUnitId: string;
  readonly hostName: string;
  readonly hostPath: readonly string[];
  readonly platform: string;
  readonly platformName: string;
  readonly channelKind: 'account' | 'app' | 'mini-program' | 'site';
  readonly name: string;
  readonly platformUid: string | null;
  readonly url: string | null;
  readonly certification: string | null;
  readonly reason: string | null;
  readonly exceptions: readonly AccountException[];
  readonly state: AccountState;
  readonly openedOn: Day | null;
  readonly registeredOn: Day | null;
  readonly filingId: string;
  readonly filingNumber: string;
  readonly version: number;
  readonly createdAt: string;
}

/** A departure from a rule that was approved together with the account. */
interface AccountException {
  readonly check: string;
  readonly reason: string;
  readonly basis: readonly BasisRef[];
}

/** Something that has to be entered in a system outside, with the clock that its anchor starts. */
export interface Entry {
  readonly jurisdiction: string;
  readonly id: string;
  readonly filingId: string;
  readonly key: string;
  readonly position: number;
  readonly system: string;
  readonly anchor: Anchor;
  readonly term: Duration;
  readonly duty: 'host' | 'supervisor';
  readonly ownerUnitId: string;
  readonly ownerName: string;
  /** Who is told when the term has run out. */
  readonly aboveUnitId: string | null;
  readonly rule: string;
  readonly basis: readonly BasisRef[];
  readonly pack: string | null;
  readonly packVersion: string | null;
  readonly state: 'pending' | 'running' | 'done' | 'cancelled';
  readonly fromOn: Day | null;
  readonly enteredOn: Day | null;
  readonly enteredBy: string | null;
  readonly enteredAt: string | null;
  readonly number: string | null;
  readonly note: string | null;
  readonly fileId: string | null;
}

/**
 * One thing that the regulation asks of a filing, decided. `problems` empty: met. A check whose strength allows it
 * may stand with a recorded reason.
 */
export interface Check {
  readonly id: string;
  readonly group: 'unit' | 'account' | 'form' | 'attachment' | 'route';
  readonly problems: readonly Problem[];
  readonly strength: 'refuse' | 'allow-with-reason';
  readonly basis: readonly BasisRef[];
  readonly reason: string | null;
}

export type CheckOutcome = 'met' | 'unmet' | 'excusable' | 'excused';

/** How a check came out: the one place that says so. */
export function outcomeOf(check: Check): CheckOutcome {
  if (check.problems.length === 0) return 'met';
  if (check.strength === 'refuse') return 'unmet';
  return check.reason ? 'excused' : 'excusable';
}
