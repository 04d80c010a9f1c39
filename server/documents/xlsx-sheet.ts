import { RefusedFile } from './refused-file.ts';
import { attribute, scanXml, type XmlHandler } from './scan-xml.ts';
import { columnOf, numberToText, serialToText, unescapeText } from './xlsx-cells.ts';
import type { Workbook } from './xlsx-workbook.ts';

export interface SheetRow {
  /** Number of the row as the spreadsheet shows it, from 1. */
  readonly row: number;
  /** Trimmed texts from column A on; empty cells are ''. */
  readonly cells: readonly string[];
}

export interface SheetLimits {
  readonly rows: number;
  readonly columns: number;
}

type Shared = Pick<Workbook, 'texts' | 'dateStyles' | 'from1904'>;

/** A cell's raw content as text: formulas come as the value last computed, never as the formula. */
function cellText(type: string, style: number, raw: string, shared: Shared): string {
  if (type === 's') return shared.texts[Number(raw)] ?? '';
  if (type === 'b') return raw.trim() === '1' ? 'TRUE' : 'FALSE';
  if (type !== 'n' && type !== '') return unescapeText(raw);
  const value = Number(raw);
  const date = shared.dateStyles[style] === true && raw.trim() !== '' && Number.isFinite(value) && value >= 0;
  return date ? serialToText(value, shared.from1904) : numberToText(raw);
}

/** Keeps the rows that hold anything, within the limits; a cell may leave columns before it empty. */
function rowKeeper(limits: SheetLimits, rows: SheetRow[]) {
  let number = 0;
  let cells: string[] = [];
  return {
    begin(given: string | undefined) {
      number = Number(given ?? number + 1);
      if (!Number.isInteger(number)) throw new RefusedFile('archive-malformed', { part: 'row' });
      cells = [];
    },
    put(column: number, text: string) {
      if (text === '') return;
      if (column >= limits.columns)
        throw new RefusedFile('too-many-columns', { row: number, limit: limits.columns });
      while (cells.length < column) cells.push('');
      cells[column] = text;
    },
    end() {
      if (cells.length === 0) return;
      if (rows.length >= limits.rows) throw new RefusedFile('too-many-rows', { limit: limits.rows });
      rows.push({ row: number, cells });
    },
  };
}

/** Gathers cells into rows while the sheet is scanned. */
function rowCollector(shared: Shared, limits: SheetLimits, rows: SheetRow[]): XmlHandler {
  const keeper = rowKeeper(limits, rows);
  let column = -1;
  let type = '';
  let style = 0;
  let raw = '';
  let taking = false;
  let phonetic = false;
  return {
    open(name, attributes) {
      if (name === 'c') {
        const reference = attribute(attributes, 'r');
        column = reference === undefined ? column + 1 : columnOf(reference);
        if (column < 0) throw new RefusedFile('archive-malformed', { part: 'cell' });
        type = attribute(attributes, 't') ?? '';
        style = Number(attribute(attributes, 's') ?? 0);
        raw = '';
      } else if (name === 'v' || name === 't') taking = !phonetic;
      else if (name === 'rPh') phonetic = true;
      else if (name === 'row') {
        keeper.begin(attribute(attributes, 'r'));
        column = -1;
      }
    },
    close(name) {
      if (name === 'v' || name === 't') taking = false;
      else if (name === 'c') keeper.put(column, raw === '' ? '' : cellText(type, style, raw, shared).trim());
      else if (name === 'row') keeper.end();
      else if (name === 'rPh') phonetic = false;
    },
    text(value) {
      if (taking) raw += value;
    },
  };
}

/** The rows of one sheet that hold anything, in the order of the sheet; throws RefusedFile. */
export async function readSheet(xml: string, shared: Shared, limits: SheetLimits): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  await scanXml(xml, rowCollector(shared, limits, rows));
  return rows;
}
