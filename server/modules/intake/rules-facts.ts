import type { Mapping } from '../../../contracts/intake/wire.ts';
import type { IntakeColumn } from '../../../contracts/intake/words.ts';
import type { Day, Platform } from '../../policy/index.ts';
import type { RowProblem, SheetRow } from './model.ts';

/** A unit that a row may name. */
export interface HostUnit {
  readonly id: string;
  readonly jurisdiction: string;
  readonly name: string;
  readonly path: readonly string[];
}

/** Which account a link leads to, as far as it says. */
export interface LinkSays {
  readonly platform: string;
  readonly platformName: string;
  /** The lasting identifier in the link; null where it holds none. */
  readonly uid: string | null;
}

/** Everything the rows of a sheet are checked against. */
export interface IntakeFacts {
  readonly today: Day;
  /** The name of the jurisdiction the sheet is for. */
  readonly area: string;
  /** Units by name and by code, closed ones left out. */
  readonly units: ReadonlyMap<string, readonly HostUnit[]>;
  inArea(jurisdiction: string): boolean;
  readonly platforms: readonly Platform[];
  /** Platform ids by everything they are called. */
  readonly platformsByName: ReadonlyMap<string, string>;
  readLink(url: string): LinkSays | null;
  /** Whose an identifier is, by 'platform uid'. */
  readonly holders: ReadonlyMap<string, { readonly name: string; readonly host: string }>;
  /** Names of the living accounts a unit has on a platform, by 'unit platform'. */
  readonly living: ReadonlyMap<string, readonly string[]>;
  /** Filing numbers that are taken, by 'jurisdiction number'. */
  readonly numbers: ReadonlySet<string>;
  /** The most accounts a unit may have on one platform; null where no rule says so or an exception may stand. */
  limit(jurisdiction: string): number | null;
  needsResponsible(jurisdiction: string): boolean;
}

/** Longest piece of a cell that a problem repeats, in characters. */
const SHOWN = 40;

/** A row read by the chosen columns, with the problems found so far. */
export class RowReader {
  readonly row: number;
  readonly problems: RowProblem[] = [];
  readonly #cells: readonly string[];
  readonly #mapping: Mapping;

  constructor({ row, cells }: SheetRow, mapping: Mapping) {
    this.row = row;
    this.#cells = cells;
    this.#mapping = mapping;
  }

  /** The cell of a column, '' where it is empty or the sheet has no such column. */
  text(column: IntakeColumn): string {
    const at = this.#mapping[column];
    return at === undefined ? '' : (this.#cells[at] ?? '');
  }

  fault(column: IntakeColumn | null, code: string, facts?: Record<string, unknown>): void {
    const value = column === null ? '' : [...this.text(column)].slice(0, SHOWN).join('');
    this.problems.push({
      row: this.row,
      column,
      // A person's name is not repeated in a list of problems.
      value: column === 'responsible' || value === '' ? null : value,
      code,
      ...(facts ? { facts } : {}),
    });
  }
}
