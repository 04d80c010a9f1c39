import { Readable } from 'node:stream';
import { escapeXml } from './escape-xml.ts';
import { bookParts, STYLE } from './xlsx-parts.ts';
import { writeZip } from './zip-writer.ts';

type SheetValue = string | number | null | undefined;

interface SheetColumn {
  readonly header: string;
  /** Width in characters of Chinese size. */
  readonly width: number;
}

export interface SheetToWrite {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: Iterable<readonly SheetValue[]> | AsyncIterable<readonly SheetValue[]>;
}

const NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
/** Longest text a cell may hold in Excel. */
const MAX_TEXT = 32_767;
/** A text that a spreadsheet program would take for a formula once somebody edits the cell. */
const LIKE_FORMULA = /^[=+\-@\s＝＋－＠]/;
/** Rows joined before they go to the packer: large enough to be quick, small enough for little memory. */
const ROWS_PER_PIECE = 500;

function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last;
}

function cellXml(value: SheetValue, reference: string, style: number): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'number') {
    return Number.isFinite(value) ? `<c r="${reference}" s="${STYLE.body}"><v>${value}</v></c>` : '';
  }
  const shown = style === STYLE.body && LIKE_FORMULA.test(value) ? STYLE.quoted : style;
  const text = escapeXml(value.slice(0, MAX_TEXT));
  return `<c r="${reference}" s="${shown}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

function rowXml(values: readonly SheetValue[], number: number, style: number): string {
  const cells = values.map((value, index) => cellXml(value, `${columnName(index)}${number}`, style)).join('');
  return `<row r="${number}">${cells}</row>`;
}

async function* sheetXml({ columns, rows }: SheetToWrite): AsyncGenerator<string> {
  // A Chinese character is two of the units in which spreadsheets measure width.
  const widths = columns.map(
    ({ width }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width * 2 + 2}" customWidth="1"/>`,
  );
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="${NAMESPACE}">` +
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" ' +
    `state="frozen"/></sheetView></sheetViews>${widths.length > 0 ? `<cols>${widths.join('')}</cols>` : ''}<sheetData>`;
  let piece = rowXml(
    columns.map(({ header }) => header),
    1,
    STYLE.header,
  );
  let number = 1;
  for await (const row of rows) {
    number += 1;
    piece += rowXml(row, number, STYLE.body);
    if (number % ROWS_PER_PIECE === 0) {
      yield piece;
      piece = '';
    }
  }
  const filter =
    columns.length > 0 ? `<autoFilter ref="A1:${columnName(columns.length - 1)}${number}"/>` : '';
  yield `${piece}</sheetData>${filter}</worksheet>`;
}

/**
 * Writes sheets as an .xlsx stream: header row set off and frozen, every text stored as text. A text that looks like
 * a formula is marked as quoted (Excel's own apostrophe), so that it stays a text and still reads as it was recorded.
 */
export function writeXlsx(sheets: readonly SheetToWrite[]): Readable {
  const names = sheets.map(({ name }) => name);
  const parts = sheets.map((sheet, index) => ({
    name: `xl/worksheets/sheet${index + 1}.xml`,
    content: sheetXml(sheet),
  }));
  return Readable.from(writeZip([...bookParts(names), ...parts]), { objectMode: false });
}
