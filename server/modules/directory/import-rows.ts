import { importSheets } from '../../../contracts/directory/import-words.ts';
import { readXlsx, type SpreadsheetRead } from '../../documents/xlsx-read.ts';
import { done, type Outcome, type Problem, refuse } from '../../kernel/outcome.ts';
import type { ImportRow, ImportRows } from './rules-import.ts';

const NEEDED = {
  units: ['name', 'kind', 'parent'],
  people: ['name', 'userName', 'phone', 'unit', 'post'],
} as const;
const MAX_ROWS = 50_000;
const FILE_REASONS = new Set(['too-many-rows', 'too-many-columns']);

/**
 * The rows of an uploaded workbook. Strict, so that nothing somebody typed is silently left out. Problems:
 * directory.not-a-workbook, too-many-rows, unknown-sheet, missing-sheet, unknown-column, repeated-column,
 * missing-column, empty-import.
 */
export async function readImportRows(bytes: Buffer): Promise<Outcome<ImportRows>> {
  const read = await readXlsx(bytes);
  if (!read.ok) return refuse(problemOf(read));
  const units = sheetRows(read.sheets, importSheets.units, NEEDED.units);
  const people = sheetRows(read.sheets, importSheets.people, NEEDED.people);
  const problems = [...strangeSheets(read.sheets), ...units.problems, ...people.problems];
  if (!units.found && !people.found)
    problems.push({
      code: 'directory.missing-sheet',
      field: 'file',
      facts: { sheet: importSheets.units.name },
    });
  if (problems.length > 0) return refuse(...problems);
  if (units.rows.length + people.rows.length === 0)
    return refuse({ code: 'directory.empty-import', field: 'file' });
  return done({ units: units.rows, people: people.rows });
}

type Sheets = Extract<SpreadsheetRead, { ok: true }>['sheets'];

function strangeSheets(sheets: Sheets): Problem[] {
  const known: readonly string[] = [
    importSheets.units.name,
    importSheets.people.name,
    importSheets.guide.name,
  ];
  return sheets
    .filter(({ name, rows }) => rows.length > 0 && !known.includes(name.trim()))
    .map(({ name }) => ({ code: 'directory.unknown-sheet', field: 'file', facts: { sheet: name } }));
}

function problemOf(read: Extract<SpreadsheetRead, { ok: false }>): Problem {
  if (FILE_REASONS.has(read.reason))
    return { code: 'directory.too-many-rows', field: 'file', facts: { max: MAX_ROWS } };
  return { code: 'directory.not-a-workbook', field: 'file', facts: { reason: read.reason } };
}

interface SheetWords<C extends string> {
  readonly name: string;
  readonly columns: Readonly<Record<C, string>>;
}

function sheetRows<C extends string>(
  sheets: Sheets,
  words: SheetWords<C>,
  needed: readonly NoInfer<C>[],
): { found: boolean; problems: Problem[]; rows: ImportRow<C>[] } {
  const sheet = sheets.find((each) => each.name.trim() === words.name);
  const [head, ...body] = sheet?.rows ?? [];
  if (!head) return { found: sheet !== undefined, problems: [], rows: [] };
  const columns = Object.keys(words.columns) as C[];
  const place = new Map(columns.map((column) => [column, head.cells.indexOf(words.columns[column])]));
  const cellsOf = (cells: readonly string[]) =>
    Object.fromEntries(columns.map((column) => [column, cells[place.get(column) ?? -1] ?? ''])) as Record<
      C,
      string
    >;
  const rows = body
    .map(({ row, cells }) => ({ row, cells: cellsOf(cells) }))
    .filter(({ cells }) => columns.some((column) => cells[column] !== ''));
  return { found: true, problems: headProblems(head.cells, words, needed), rows };
}

function headProblems<C extends string>(
  head: readonly string[],
  words: SheetWords<C>,
  needed: readonly NoInfer<C>[],
): Problem[] {
  const known: readonly string[] = Object.values<string>(words.columns);
  const problem = (code: string, column: string): Problem => ({
    code: `directory.${code}`,
    field: 'file',
    facts: { sheet: words.name, column: column.slice(0, 60) },
  });
  return [
    ...head
      .filter((text) => text !== '' && !known.includes(text))
      .map((text) => problem('unknown-column', text)),
    ...known
      .filter((text) => head.indexOf(text) !== head.lastIndexOf(text))
      .map((text) => problem('repeated-column', text)),
    ...needed
      .filter((column) => !head.includes(words.columns[column]))
      .map((column) => problem('missing-column', words.columns[column])),
  ];
}
