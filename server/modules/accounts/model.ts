import type { Problem } from '../../kernel/outcome.ts';
import type { Answer, BasisRef, Chain, Day, Duration, Form, Matter } from '../../policy/index.ts';

export type FilingState =
  | 'draft'
  | 'in-approval'
  | 'returned'
  | 'approved'
  | 'opened'
  | 'effected'
  | 'registered'
  | 'refused'
  | 'withdrawn';

type Moves = Readonly<Record<FilingState, readonly FilingState[]>>;

/** What every filing may do until it is approved. What was taken back may be taken up again; what was refused may not. */
const untilApproval = {
  draft: ['in-approval', 'withdrawn'],
  'in-approval': ['approved', 'returned', 'refused', 'withdrawn'],
  returned: ['in-approval', 'withdrawn'],
  registered: [],
  refused: [],
  withdrawn: ['in-approval'],
} satisfies Partial<Moves>;

/** An approved opening has an account in the registry and is no longer taken back. */
const openingMoves: Moves = { ...untilApproval, approved: ['opened'], opened: ['registered'], effected: [] };

/** A change or an end may still be given up while it has not taken effect, a public notice with it. */
const effectMoves: Moves = {
  ...untilApproval,
  approved: ['effected', 'withdrawn'],
  opened: [],
  effected: ['registered'],
};

/** Whether a filing may go from its state to another: the lawful moves of its kind. */
export function mayMove({ kind, state }: Pick<Filing, 'kind' | 'state'>, to: FilingState): boolean {
  return (kind === 'open' ? openingMoves : effectMoves)[state].includes(to);
}

/** States in which the host may still change what it files. */
export const editableStates: readonly FilingState[] = ['draft', 'returned', 'withdrawn'];

/** States in which a change or an end is under way: an account has at most one such filing. */
export const underWay: readonly FilingState[] = ['draft', 'in-approval', 'returned', 'approved'];

export type AccountState = 'approved' | 'operating' | 'closed' | 'cancelled';

/** States in which an account counts as one that its host has. */
export const livingAccounts: readonly AccountState[] = ['approved', 'operating'];

/** What may be filed on an account in a state; a cancelled one is gone, one not yet open has nothing to change. */
export const filingsFor: Readonly<Record<AccountState, readonly AccountMatter[]>> = {
  approved: [],
  operating: ['change', 'close', 'cancel'],
  closed: ['change', 'cancel'],
  cancelled: [],
};

/** A filing about an account that is there. */
export type AccountMatter = Exclude<Matter, 'open'>;

export type FormValue = string | boolean | null;
export type FormValues = Readonly<Record<string, FormValue>>;
/** Whether the filing comes first or what is filed: openings and effects alike. */
export type Timing = 'before-opening' | 'after-opening' | 'before-effect' | 'after-effect';
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
  /** The account as it stood before a change or an end: kept as it was at the last submission; null for an opening. */
  readonly standing: Standing | null;
  /** Answers of the regulation that are needed later, as they held when the filing was begun; null for an opening. */
  readonly pins: Pins | null;
  /** To whom the account goes, where its host changes. */
  readonly newHost: { readonly id: string; readonly name: string } | null;
  /** The day on which a change or an end took effect on the platform. */
  readonly effectOn: Day | null;
  readonly effectedAt: string | null;
  readonly effectedBy: string | null;
  readonly evidence: Evidence | null;
  /** What the regulation says of accounts opened before it, where this one is filed afterwards; null otherwise. */
  readonly backfile: Backfile | null;
}

/** A filing made up for: of which accounts, from when the term runs and until when. */
export interface Backfile {
  /** Accounts opened before this day, on which the document was issued. */
  readonly before: Day;
  readonly from: Day;
  /** null: no time is laid down. */
  readonly term: Duration | null;
  readonly dueOn: Day | null;
  readonly rule: string;
  readonly basis: readonly BasisRef[];
  readonly pack: string | null;
  readonly packVersion: string | null;
}

/** What the registry holds on an account beyond its own columns: a question of the form and its answer. */
export interface Detail {
  readonly key: string;
  readonly label: string;
  readonly value: FormValue;
}

/** An account's data as a filing found them. */
export interface Standing {
  readonly version: number;
  readonly state: AccountState;
  readonly hostUnitId: string;
  readonly hostName: string;
  readonly platform: string;
  readonly name: string;
  readonly platformUid: string | null;
  readonly url: string | null;
  readonly certification: string | null;
  readonly openedOn: Day | null;
  readonly filingNumber: string;
  readonly details: readonly Detail[];
}

/** Answers pinned when a filing on an account was begun: a regulation that changes in mid-filing changes none of them. */
export interface Pins {
  /** The least duration of the public notice before the effect. */
  readonly notice: Answer<Duration>;
  /** How long before the effect it has to be filed. */
  readonly lead: Answer<Duration>;
  /** A closing says so on the platform (GD-4.2d). */
  readonly statement: Answer<boolean>;
  /** A change of host is told to the public (WJ-3b, FS-12). */
  readonly hostNotice: Answer<boolean>;
  readonly meaning: Answer<string>;
}

/** What shows that an effect is there. */
export interface Evidence {
  /** Where the closing is announced on the platform. */
  readonly statementUrl: string | null;
  /** The account is deleted together with all it published. */
  readonly historyDeleted: boolean;
  readonly note: string | null;
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
  /** Further data as filed: functions, responsible person, contact … */
  readonly details: readonly Detail[];
  readonly state: AccountState;
  readonly openedOn: Day | null;
  readonly closedOn: Day | null;
  readonly cancelledOn: Day | null;
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
