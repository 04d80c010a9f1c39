import type { Mapping } from '../../../contracts/intake/wire.ts';
import { type IntakeColumn, intakeColumns } from '../../../contracts/intake/words.ts';
import type { Problem } from '../../kernel/outcome.ts';

const columns = Object.keys(intakeColumns) as IntakeColumn[];
/** What a sheet cannot do without. */
const needed: readonly IntakeColumn[] = ['unit', 'platform', 'name'];

/** Headings as they are compared: no blanks, no marks of duty, no notes in brackets, Latin letters in one case. */
export function plainHeader(text: string): string {
  return text
    .replace(/[（(][^（()）]{0,30}[)）]/g, '')
    .replace(/[\s*＊:：]/g, '')
    .toLowerCase();
}

/** The columns that the headings name, by what they are called here or in common use; the first of two wins. */
export function guessMapping(headers: readonly string[]): Mapping {
  const plain = headers.map(plainHeader);
  const found: Mapping = {};
  const used = new Set<number>();
  const take = (column: IntakeColumn, names: readonly string[]) => {
    if (found[column] !== undefined) return;
    const at = plain.findIndex((header, index) => !used.has(index) && names.includes(header));
    if (at < 0) return;
    found[column] = at;
    used.add(at);
  };
  for (const column of columns) take(column, [plainHeader(intakeColumns[column].header)]);
  for (const column of columns) take(column, intakeColumns[column].aliases.map(plainHeader));
  return found;
}

/** What keeps a sheet from being read by these columns. */
export function mappingProblems(mapping: Mapping, headers: readonly string[]): Problem[] {
  const places = columns.filter((column) => mapping[column] !== undefined);
  const header = (column: IntakeColumn) => ({ column: intakeColumns[column].header });
  return [
    ...needed
      .filter((column) => mapping[column] === undefined)
      .map((column) => ({ code: 'intake.column-not-chosen', field: column, facts: header(column) })),
    ...places
      .filter((column, index) => places.slice(0, index).some((other) => mapping[other] === mapping[column]))
      .map((column) => ({ code: 'intake.column-twice', field: column, facts: header(column) })),
    ...places
      .filter((column) => (mapping[column] ?? 0) >= headers.length)
      .map((column) => ({ code: 'intake.column-absent', field: column, facts: header(column) })),
  ];
}
