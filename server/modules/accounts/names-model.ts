import type { Day } from '../../policy/index.ts';

/** What an account is known by and may change: its lasting identifiers are not among them. */
export type NameKind = 'name' | 'handle' | 'url' | 'certification' | 'avatar';

/** A name, handle, address … from one day to another, and the filing that brought it. */
export interface KnownAs {
  readonly id: string;
  readonly kind: NameKind;
  readonly value: string;
  readonly fromOn: Day;
  /** The day it ceased to be so; null: it still is. */
  readonly toOn: Day | null;
  readonly filingId: string;
}
