import type { recordKinds } from '../../../contracts/stewardship/wire-records.ts';
import type { BasisRef, Day } from '../../policy/index.ts';

export type RecordKind = (typeof recordKinds)[number];

/** Kinds that are kept for an outside operator, under its id. */
export const operatorKinds: readonly RecordKind[] = ['purchase', 'contract', 'agreement', 'supervision'];

/** Kinds that a unit keeps once for all its accounts. */
export const unitKinds: readonly RecordKind[] = [...operatorKinds, 'paper', 'consultation'];

/** Kinds that mean nothing without their paper. */
export const paperKinds: readonly RecordKind[] = ['paper', 'licence', 'contract'];

/** A paper that no regulation names. */
export const OTHER_PAPER = 'other';

/** What is wrong with a record by itself, whatever a regulation thinks of it. */
export type Flaw = 'no-file' | 'off-network' | 'own-sign-on';

/** Words for what was entered, label by label, as the ledger shows them. */
export type RecordContent = Readonly<Record<string, string | number | boolean | readonly string[] | null>>;

/**
 * One thing kept about an account, or about a unit for all its accounts. It stands from its first day to its last;
 * `validTo` is when the thing itself runs out: a licence, a contract.
 */
export interface StewardshipRecord {
  readonly jurisdiction: string;
  readonly id: string;
  readonly accountId: string | null;
  readonly unitId: string;
  readonly kind: RecordKind;
  /** What of its kind it is: a role, a licence, a paper, an operator. */
  readonly key: string;
  readonly appointmentId: string | null;
  readonly title: string;
  readonly content: RecordContent;
  readonly flaws: readonly Flaw[];
  readonly fromDay: Day;
  readonly validTo: Day | null;
  readonly toDay: Day | null;
  readonly endReason: string | null;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly endedAt: string | null;
  readonly endedBy: string | null;
}

/** Whether a record is kept on a day; it may have run out all the same. */
export function standsOn(record: Pick<StewardshipRecord, 'fromDay' | 'toDay'>, on: Day): boolean {
  return record.fromDay <= on && (record.toDay === null || record.toDay >= on);
}

/** Something that a regulation asks of every account or unit of a class. */
export interface Demand {
  readonly kind: RecordKind;
  /** '' where every operator has to have one of its own. */
  readonly key: string;
  readonly title: string;
  readonly scope: 'account' | 'unit';
  readonly need: number;
  /** Asked only where a record 'kind key' stands: a licence only of those who do what it is for. */
  readonly given: string | null;
  /** Not that something is there, but that nothing of the kind has this flaw. */
  readonly flaw: Flaw | null;
  readonly basis: readonly BasisRef[];
}

/** A place where a demand is not met, or soon will not be. */
export interface Gap {
  readonly demand: Demand;
  readonly state: 'expired' | 'vacant' | 'missing' | 'finding' | 'expiring';
  readonly jurisdiction: string;
  readonly accountId: string | null;
  readonly accountName: string | null;
  readonly platformName: string | null;
  readonly hostUnitId: string;
  readonly hostName: string;
  /** The role, licence, paper or operator. */
  readonly key: string;
  /** What the record is called, or the operator. */
  readonly title: string | null;
  /** The last day; null where none is known. */
  readonly until: Day | null;
  readonly recordId: string | null;
}

/**
 * Days before something runs out at which people are warned. No regulation names them: sixty days are what renewing a
 * licence or buying a service takes (a tender alone stands for twenty), thirty and seven remind.
 */
const WARN_DAYS = [60, 30, 7] as const;

/** Everything that runs out within so many days is due. */
export const HORIZON_DAYS = WARN_DAYS[0];

/** The warning that is due so many days before the end: the closest one reached, 'expired' after it, or null. */
export function stageOf(daysLeft: number): string | null {
  if (daysLeft < 0) return 'expired';
  const reached = WARN_DAYS.filter((days) => daysLeft <= days).at(-1);
  return reached === undefined ? null : `before-${reached}`;
}
