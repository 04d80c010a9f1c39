export type DriftKind = 'renamed' | 'handle' | 'avatar' | 'certification' | 'url' | 'stranger' | 'gone';
export type DriftState = 'open' | 'explained' | 'filed' | 'closed';
export type Source = 'person' | 'upload' | 'monitoring';

/** What was seen on the platform; what was not looked at is null. */
export interface Seen {
  readonly presence: 'there' | 'gone';
  readonly name: string | null;
  readonly handle: string | null;
  readonly uid: string | null;
  readonly url: string | null;
  readonly certification: string | null;
  readonly avatar: string | null;
}

/** One look at an account on its platform: when, by whom, and what. */
export interface Sighting extends Seen {
  readonly jurisdiction: string;
  readonly id: string;
  readonly accountId: string;
  readonly platform: string;
  readonly source: Source;
  readonly seenAt: string;
  readonly note: string | null;
  readonly recordedAt: string;
  readonly recordedBy: string | null;
  readonly recordedByName: string;
  readonly recordedPost: string | null;
}

/** How an account on its platform differs from what is filed, from the first sighting on until it is closed. */
export interface Drift {
  readonly jurisdiction: string;
  readonly id: string;
  readonly accountId: string;
  readonly accountName: string;
  readonly hostUnitId: string;
  readonly hostPath: readonly string[];
  readonly hostName: string;
  readonly platform: string;
  readonly platformName: string;
  readonly kind: DriftKind;
  readonly filed: string | null;
  readonly seen: string | null;
  readonly firstSightingId: string;
  readonly lastSightingId: string;
  readonly firstSeenAt: string;
  readonly lastSeenAt: string;
  readonly times: number;
  /** When a later look found the account as filed again. */
  readonly agreedAt: string | null;
  readonly state: DriftState;
  readonly explanation: string | null;
  readonly explainedBy: string | null;
  readonly explainedAt: string | null;
  readonly filingId: string | null;
  readonly closedReason: string | null;
  readonly closedBy: string | null;
  readonly closedAt: string | null;
  readonly version: number;
}

/** The lawful moves of a finding: explained or filed it may still turn out otherwise; closed it is over. */
const moves: Readonly<Record<DriftState, readonly DriftState[]>> = {
  open: ['explained', 'filed', 'closed'],
  explained: ['open', 'explained', 'filed', 'closed'],
  filed: ['open', 'explained', 'filed', 'closed'],
  closed: [],
};

/** Whether a finding may go from one state to another. */
export function mayMove(from: DriftState, to: DriftState): boolean {
  return moves[from].includes(to);
}
