import type { BasisRef, Day, Duration } from '../../policy/index.ts';
import type { ScreenedAccount } from '../accounts/index.ts';

export type { ScreenedAccount };

export type ProposalKind =
  | 'same-platform'
  | 'several-apps'
  | 'similar'
  | 'low-use'
  | 'idle'
  | 'no-maintainer'
  | 'unmaintained';
export type ProposalState = 'open' | 'dismissed' | 'ordered' | 'done' | 'gone';
export type OrderAction = 'merge' | 'close' | 'improve';
export type ItemState = 'waiting' | 'filing' | 'closed' | 'improved' | 'recalled';

/** How an account was used in one month; what is not known is null. */
export interface Activity {
  readonly jurisdiction: string;
  readonly accountId: string;
  /** 'YYYY-MM' */
  readonly month: string;
  readonly posts: number | null;
  readonly reads: number | null;
  readonly followers: number | null;
  readonly lastPostOn: Day | null;
  readonly source: 'person' | 'upload' | 'monitoring';
  readonly recordedAt: string;
  readonly recordedBy: string | null;
  readonly recordedByName: string;
  readonly recordedPost: string | null;
}

/** What counts as little use or as idle, where a regulation leaves it to the supervisor; what is null is not looked at. */
export interface Thresholds {
  readonly months: number | null;
  readonly readsPerPost: number | null;
  readonly followers: number | null;
  readonly idleMonths: number | null;
}

/** Why something is proposed: a sentence of contracts/consolidation/words.ts with its figures. */
export interface Reason {
  readonly code: string;
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
}

/** An account as it was when something was proposed about it. */
export interface ProposedAccount {
  readonly id: string;
  readonly name: string;
  readonly platform: string;
  readonly platformName: string;
  readonly number: string;
  readonly hostUnitId: string;
  readonly hostName: string;
  readonly hostPath: readonly string[];
}

/** What an analysis finds; `key` is the same for the same finding, however often it is made. */
export interface Finding {
  readonly key: string;
  readonly kind: ProposalKind;
  readonly accounts: readonly ProposedAccount[];
  readonly reasons: readonly Reason[];
  /** What the supervisor entered for want of a rule, where the finding rests on it. */
  readonly thresholds: Thresholds | null;
  readonly basis: readonly BasisRef[];
  readonly pack: string | null;
  readonly packVersion: string | null;
}

/** Something proposed to the supervisor, and what became of it. */
export interface Proposal extends Finding {
  readonly jurisdiction: string;
  readonly id: string;
  /** The host that is concerned: once something is ordered, the one that carries it out. */
  readonly hostUnitId: string;
  readonly hostPath: readonly string[];
  readonly hostName: string;
  readonly state: ProposalState;
  readonly firstSeenAt: string;
  readonly lastSeenAt: string;
  readonly dismissedReason: string | null;
  readonly dismissedBy: string | null;
  readonly dismissedAt: string | null;
  readonly action: OrderAction | null;
  readonly mainAccountId: string | null;
  readonly instruction: string | null;
  readonly term: Duration | null;
  readonly dueOn: Day | null;
  readonly deadlineId: string | null;
  readonly orderedAt: string | null;
  readonly orderedBy: string | null;
  readonly endedAt: string | null;
  readonly version: number;
}

/** One account that an order closes or improves, with the steps of its merging. */
export interface Item {
  readonly jurisdiction: string;
  readonly id: string;
  readonly proposalId: string;
  readonly accountId: string;
  readonly accountName: string;
  readonly platformName: string;
  readonly position: number;
  readonly state: ItemState;
  readonly servicesMovedOn: Day | null;
  readonly servicesMoved: number | null;
  readonly followersToldOn: Day | null;
  readonly followersUrl: string | null;
  readonly followersFileId: string | null;
  readonly historyUrl: string | null;
  readonly filingId: string | null;
  readonly endedOn: Day | null;
  readonly report: string | null;
  readonly version: number;
}

/** One analysis of a jurisdiction. */
export interface Run {
  readonly jurisdiction: string;
  readonly id: string;
  readonly thresholds: Thresholds;
  readonly accounts: number;
  readonly standing: number;
  readonly appeared: number;
  readonly gone: number;
  readonly ranAt: string;
  readonly ranBy: string | null;
  readonly ranByName: string;
}

/** The lawful moves. What was dismissed or has gone may be found again; an order may be taken back. */
const moves: Readonly<Record<ProposalState, readonly ProposalState[]>> = {
  open: ['dismissed', 'ordered', 'gone'],
  dismissed: ['open'],
  ordered: ['open', 'done'],
  done: [],
  gone: ['open'],
};

/** Whether a proposal may go from one state to another. */
export function mayMove(from: ProposalState, to: ProposalState): boolean {
  return moves[from].includes(to);
}

export const noThresholds: Thresholds = {
  months: null,
  readsPerPost: null,
  followers: null,
  idleMonths: null,
};
