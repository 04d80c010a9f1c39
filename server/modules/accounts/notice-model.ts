import type { BasisRef, Day, Duration } from '../../policy/index.ts';

export type NoticeKind = 'change' | 'host-change' | 'close' | 'cancel' | 'merge';

/** What the public is told of a filing, with the duration that has to run before it may take effect. No people in it. */
export interface PublicNotice {
  readonly jurisdiction: string;
  readonly id: string;
  readonly filingId: string;
  readonly accountId: string;
  readonly kind: NoticeKind;
  readonly accountName: string;
  readonly platformName: string;
  readonly hostName: string;
  readonly title: string;
  readonly body: string;
  readonly publishedOn: Day;
  /** The least duration, and what follows from it; null where none is asked for. */
  readonly run: NoticeRun | null;
  readonly basis: readonly BasisRef[];
  readonly rule: string;
  readonly pack: string | null;
  readonly packVersion: string | null;
  readonly state: 'standing' | 'withdrawn' | 'done';
  readonly endedOn: Day | null;
  readonly createdAt: string;
}

/** A notice's duration counted day by day. */
export interface NoticeRun {
  readonly term: Duration;
  /** The last day of the notice. */
  readonly lastOn: Day;
  /** The day after it: the first on which what is announced may take effect. */
  readonly earliestEffectOn: Day;
  /** Counted with a calendar that the State Council has not announced yet. */
  readonly provisional: boolean;
  readonly steps: readonly { readonly date: string; readonly counted: boolean; readonly why: string }[];
}
