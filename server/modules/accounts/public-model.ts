import type { Day } from '../../policy/index.ts';

/** What the public is told of an account: nothing of people, nothing of what is under way. */
export interface PublicAccount {
  readonly jurisdiction: string;
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly platform: string;
  readonly platformName: string;
  readonly kind: string;
  readonly uid: string | null;
  readonly url: string | null;
  readonly hostUnitId: string;
  readonly host: string;
  readonly state: 'operating' | 'closed' | 'cancelled';
  readonly openedOn: Day | null;
  /** The day on which it was closed or cancelled. */
  readonly endedOn: Day | null;
}

export interface PublicFilter {
  readonly q?: string | undefined;
  readonly platform?: string | undefined;
  readonly state?: PublicAccount['state'] | undefined;
  /** null: everywhere. */
  readonly jurisdictions: readonly string[] | null;
  readonly page: number;
  readonly size: number;
}
