import type { importSheets } from '../../../contracts/directory/import-words.ts';
import type { Geography } from '../../kernel/context.ts';
import type { Day, Tier, UnitKind } from '../../policy/index.ts';

/** One row as it was typed; `row` counts as the spreadsheet shows it, empty cells are ''. */
export interface ImportRow<C extends string> {
  readonly row: number;
  readonly cells: Readonly<Record<C, string>>;
}
export type UnitRow = ImportRow<keyof (typeof importSheets)['units']['columns']>;
export type PersonRow = ImportRow<keyof (typeof importSheets)['people']['columns']>;

export interface ImportRows {
  readonly units: readonly UnitRow[];
  readonly people: readonly PersonRow[];
}

/** A unit that stands already, as far as an import has to know it. */
export interface StandingUnit {
  readonly id: string;
  readonly jurisdiction: string;
  readonly name: string;
  readonly code: string | null;
  readonly kind: UnitKind;
  readonly path: readonly string[];
  /** The importer manages it. */
  readonly managed: boolean;
  /** Whether the actor may say what stands below it: not the unit's own administrator, but those above. */
  readonly classified: boolean;
}

interface ImportPost {
  readonly kind: string;
  readonly title: string;
}

/** What an import is checked against. */
export interface ImportFacts {
  readonly today: Day;
  readonly geography: Geography;
  /** Standing units with a name or a code that the file mentions. */
  readonly units: readonly StandingUnit[];
  /** User names of the file that somebody has already, in lower case. */
  readonly takenUserNames: ReadonlySet<string>;
  /** 'jurisdiction name phone' of people of the file who are in the directory already. */
  readonly knownPeople: ReadonlySet<string>;
  /** Posts by title and by id. */
  readonly posts: ReadonlyMap<string, ImportPost>;
  /** The importer manages the whole jurisdiction. */
  managesArea(jurisdiction: string): boolean;
  inScope(jurisdiction: string): boolean;
}

/** What is wrong with a row; `column` by its key. */
export interface RowProblem {
  readonly sheet: 'units' | 'people';
  readonly row: number;
  readonly column: string | null;
  readonly value: string | null;
  readonly code: string;
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** Where a unit of the file or of the directory is found by what a cell says. */
export type UnitRef =
  | { readonly from: 'file'; readonly row: number }
  | { readonly from: 'directory'; readonly unit: StandingUnit };

export interface PlannedUnit {
  readonly row: number;
  readonly name: string;
  readonly shortName: string | null;
  readonly code: string | null;
  readonly kind: UnitKind;
  readonly tier: Tier | null;
  readonly jurisdiction: string;
  readonly parent: UnitRef | null;
  readonly secret: boolean;
  readonly inward: boolean;
}

export interface PlannedAppointment {
  readonly row: number;
  readonly name: string;
  readonly userName: string;
  readonly phone: string;
  readonly email: string | null;
  readonly isStaff: boolean;
  readonly unit: UnitRef;
  readonly jurisdiction: string;
  /** The kind of post. */
  readonly post: string;
  /** What the post is called where the row says it; without, any post of the kind will do. */
  readonly title: string | null;
  /** What a post of the kind is called. */
  readonly kindTitle: string;
  readonly fromDay: Day;
  readonly toDay: Day | null;
}

/** What an import would do, or every problem it has. The plan is whole only without problems. */
export interface ImportPlan {
  readonly problems: readonly RowProblem[];
  /** Parents before their children. */
  readonly units: readonly PlannedUnit[];
  readonly appointments: readonly PlannedAppointment[];
}

/** Longest piece of a cell that a problem repeats, in characters. */
const SHOWN = 60;

function shownValue(text: string): string | null {
  const shown = [...text.slice(0, 2 * SHOWN)].slice(0, SHOWN).join('').replace(UNFIT, '�');
  return shown === '' ? null : shown;
}

/** Characters no text of the directory may hold: control characters, invisible ones, those that turn the writing round. */
const UNFIT = /[\p{Cc}\p{Cs}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;
/** What a spreadsheet program would take for a formula. */
const LIKE_FORMULA = /^[=+\-@＝＋－＠]/;

/** Whether a text can be looked up and kept at all. */
function usable(text: string): boolean {
  return text.search(UNFIT) < 0;
}

/** Checks the free texts of a row: what they are made of, and how long they may be (in characters). */
export function checkTexts<C extends string>(
  cells: Readonly<Record<C, string>>,
  longest: Readonly<Partial<Record<C, number>>>,
  say: Complaints,
): void {
  for (const column of Object.keys(cells) as C[]) {
    const max = longest[column];
    if (!usable(cells[column]) || (max !== undefined && LIKE_FORMULA.test(cells[column])))
      say.add(column, 'import.bad-text');
    if (max !== undefined && [...cells[column]].length > max) say.add(column, 'import.too-long', { max });
  }
}

/** Collects the problems of one row. */
export interface Complaints {
  add(column: string | null, code: string, facts?: Readonly<Record<string, unknown>>): void;
  readonly count: number;
}

export function complaintsOf(
  problems: RowProblem[],
  sheet: RowProblem['sheet'],
  row: { readonly row: number; readonly cells: Readonly<Record<string, string>> },
): Complaints {
  let count = 0;
  return {
    add(column, code, facts) {
      count += 1;
      const value = column === null ? null : shownValue(row.cells[column] ?? '');
      problems.push({ sheet, row: row.row, column, value, code, ...(facts ? { facts } : {}) });
    },
    get count() {
      return count;
    },
  };
}

/** What cells mention: the names and codes that have to be looked up before the check. */
export function mentionsOf(rows: ImportRows): {
  units: string[];
  userNames: string[];
  people: { name: string; phone: string }[];
} {
  const units = new Set<string>();
  for (const { cells } of rows.units)
    for (const text of [cells.name, cells.code, cells.parent]) units.add(text);
  for (const { cells } of rows.people) units.add(cells.unit);
  const userNames = new Set(rows.people.map(({ cells }) => cells.userName.toLowerCase()));
  const known = (text: string) => text !== '' && usable(text);
  return {
    units: [...units].filter(known),
    userNames: [...userNames].filter(known),
    people: rows.people
      .map(({ cells }) => ({ name: cells.name, phone: cells.phone }))
      .filter(({ name, phone }) => known(name) && known(phone)),
  };
}

/**
 * Reads a cell that names a unit: by key, code or name, in the file first and then in the directory. With the areas
 * of the file's rows known it also tells two units of one name in different areas apart.
 */
export type FindUnit = (
  text: string,
  areaOfRow?: (row: number) => string | null,
) => UnitRef | 'unknown' | 'ambiguous';

/** An index over the file and the directory. */
export function unitFinder(rows: readonly UnitRow[], standing: readonly StandingUnit[]): FindUnit {
  const keys = indexOf(rows, ({ cells }) => [cells.key]);
  const texts = indexOf(rows, ({ cells }) => [cells.code, cells.name]);
  const units = indexOf(standing, (unit) => [unit.code ?? '', unit.name]);
  return (text, areaOfRow) => {
    const byKey = keys.get(text);
    const inFile = byKey ?? texts.get(text) ?? [];
    const there = byKey ? [] : (units.get(text) ?? []);
    const managed = there.filter((unit) => unit.managed);
    const [first] = inFile;
    const [unit] = managed;
    // A unit typed twice, or typed though it stands already, is a problem of its own row, not of all rows that mean it.
    const placeOf = ({ row, cells }: UnitRow) => areaOfRow?.(row) ?? `${cells.jurisdiction} ${cells.parent}`;
    if (first && inFile.some((row) => placeOf(row) !== placeOf(first))) return 'ambiguous';
    if (managed.length > 1) return 'ambiguous';
    if (first && unit && areaOfRow && (areaOfRow(first.row) ?? unit.jurisdiction) !== unit.jurisdiction)
      return 'ambiguous';
    if (unit) return { from: 'directory', unit };
    if (first) return { from: 'file', row: first.row };
    return there[0] ? { from: 'directory', unit: there[0] } : 'unknown';
  };
}

function indexOf<T>(list: readonly T[], textsOf: (each: T) => readonly string[]): Map<string, T[]> {
  const index = new Map<string, T[]>();
  for (const each of list)
    for (const text of new Set(textsOf(each))) {
      const found = index.get(text);
      if (found) found.push(each);
      else if (text !== '') index.set(text, [each]);
    }
  return index;
}

/** 'YYYY-MM-DD' from the ways in which people type a day; null where it is none. */
export function readDay(text: string): Day | null {
  const match = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?$/.exec(text);
  if (!match) return null;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const length = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  if (year < 1949 || year > 2100 || day < 1 || day > length) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
