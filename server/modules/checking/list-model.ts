import type { ListKind } from '../../../contracts/checking/wire-lists.ts';
import type { Day } from '../../policy/index.ts';

/** Something a jurisdiction lists for the check: a source of reprints, public telephones, domains to link to. */
export interface Listed {
  readonly jurisdiction: string;
  readonly id: string;
  readonly kind: ListKind;
  readonly name: string;
  /** Of a source: one of the classes from which the packs let reprints come. */
  readonly class: string | null;
  /** Domains, or telephones. */
  readonly entries: readonly string[];
  readonly basis: string;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly removed: boolean;
  readonly version: number;
  readonly createdAt: string;
  readonly createdByName: string;
}
