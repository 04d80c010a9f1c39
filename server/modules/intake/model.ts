import type { Mapping } from '../../../contracts/intake/wire.ts';
import type { IntakeColumn } from '../../../contracts/intake/words.ts';
import type { AccountTaken } from '../accounts/index.ts';

export type IntakeState = 'checked' | 'running' | 'done' | 'undone';

const moves: Readonly<Record<IntakeState, readonly IntakeState[]>> = {
  checked: ['running', 'undone'],
  running: ['done'],
  done: ['undone'],
  undone: [],
};

/** Whether an import may go from one state to another. */
export function mayMove(from: IntakeState, to: IntakeState): boolean {
  return moves[from].includes(to);
}

/** One import of a registry that exists already. */
export interface Intake {
  readonly jurisdiction: string;
  readonly id: string;
  readonly fileName: string;
  readonly fileDigest: string;
  readonly headers: readonly string[];
  readonly headerDigest: string;
  readonly mapping: Mapping;
  /** The columns were found as an earlier sheet with the same headings had them. */
  readonly remembered: boolean;
  readonly state: IntakeState;
  readonly rows: number;
  readonly faulty: number;
  readonly accepted: number;
  readonly taken: number;
  readonly createdAt: string;
  readonly createdBy: string | null;
  readonly createdByName: string;
  readonly createdPost: string | null;
  readonly endedAt: string | null;
  readonly undoneReason: string | null;
  readonly version: number;
}

/** A row as the sheet has it; `row` counts as the spreadsheet shows it. */
export interface SheetRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** What is wrong with a row; `value` is the cell as far as it may be shown. */
export interface RowProblem {
  readonly row: number;
  readonly column: IntakeColumn | null;
  readonly value: string | null;
  readonly code: string;
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** An account as a row describes it, ready to be taken in. */
export type Plan = AccountTaken;

/** A row after the dry run: an account to take in, or every problem it has. */
export type CheckedRow =
  | { readonly row: number; readonly problems: readonly []; readonly plan: Plan }
  | { readonly row: number; readonly problems: readonly RowProblem[]; readonly plan: null };
