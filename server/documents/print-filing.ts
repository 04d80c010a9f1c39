import { documentWords as words } from '../../contracts/documents/words.ts';
import type { Form } from '../policy/index.ts';
import {
  checkItems,
  type FilingData,
  fieldText,
  leastHeight,
  opinionLines,
  writtenReason,
} from './form-cells.ts';
import { automaticLayout, type PlacedCell, placeCells } from './form-layout.ts';
import { type CheckItem, type PrintCell, type PrintForm, printable } from './print-form.ts';

/** Width of one character of 小四 (12 pt) and what the cell's edges take, in millimetres. */
const CHARACTER_MM = 4.3;
const EDGES_MM = 3.8;

/** Width of a text in characters of Chinese size; Latin letters and figures take half the room. */
function textWidth(text: string): number {
  return (text.length + text.replace(/[\x20-\x7e]/g, '').length) / 2;
}

/** Room an item takes, box and gap included; what is written by hand needs a line of ten characters. */
function itemWidth({ label, written }: CheckItem): number {
  return (
    (textWidth(label) + 3 + (written === undefined ? 0 : Math.max(7, textWidth(written) + 1))) * CHARACTER_MM
  );
}

/** Fills lines with items as far as they fit; a box never stands at the end of a line without its label. */
function checkLines(items: readonly CheckItem[], widthMm: number): CheckItem[][] {
  const lines: CheckItem[][] = [];
  let room = 0;
  for (const item of items) {
    const width = itemWidth(item);
    if (lines.length === 0 || width > room) {
      lines.push([]);
      room = widthMm - EDGES_MM;
    }
    lines.at(-1)?.push(item);
    room -= width;
  }
  return lines;
}

/** A short label too wide for its narrow column stands upright where the rows beside it give it the height. */
function standsUpright(text: string, widthMm: number, { rowspan, cell }: PlacedCell, rowMm: number): boolean {
  const fits = textWidth(text) * CHARACTER_MM <= widthMm - EDGES_MM;
  if (fits || cell === null || /[\n\w]/.test(text) || text.length > 8 || widthMm > 24) return false;
  return rowspan > 1 || text.length * 1.3 * CHARACTER_MM <= rowMm || widthMm < EDGES_MM + 2.5 * CHARACTER_MM;
}

function printCell(
  form: Form,
  data: FilingData,
  placed: PlacedCell,
  widthMm: number,
  rowMm: number,
): PrintCell {
  const { cell, colspan, rowspan } = placed;
  const place = { colspan, rowspan };
  if (cell === null) return { kind: 'label', text: '', vertical: false, align: 'center', ...place };
  if ('label' in cell) {
    const text = printable(cell.label);
    return {
      kind: 'label',
      text,
      vertical: standsUpright(text, widthMm, placed, rowMm),
      align: 'center',
      ...place,
    };
  }
  if ('opinion' in cell) {
    return { kind: 'opinion', align: 'left', ...place, ...opinionLines(form, data, cell.opinion) };
  }
  if ('field' in cell) {
    const text = fieldText(form, data, cell.field);
    const short = !text.includes('\n') && textWidth(text) * CHARACTER_MM < widthMm - EDGES_MM;
    return { kind: 'value', text, align: short ? 'center' : 'left', ...place };
  }
  const written = writtenReason(form, data, cell.checks);
  if (written !== null) return { kind: 'value', text: written, align: 'left', ...place };
  const lines = checkLines(checkItems(form, data, cell.checks), widthMm);
  return { kind: 'checks', lines, align: 'left', ...place };
}

/**
 * The printed form of a filing: cells from the pack's form in its own layout (or the automatic one),
 * filled from the record; seals, signatures and dates not yet there stay blank to be set by hand.
 */
export function printFiling(form: Form, data: FilingData): PrintForm {
  const layout = form.layout ?? automaticLayout(form);
  const widthOf = ({ column, colspan }: PlacedCell) =>
    layout.columns.slice(column, column + colspan).reduce((sum, width) => sum + width, 0);
  return {
    title: printable(form.title),
    subtitle: data.docNumber === undefined ? '' : words.documentNumber(printable(data.docNumber)),
    columnsMm: layout.columns,
    rows: placeCells(layout).map((cells) => {
      const own = cells.filter(({ rowspan }) => rowspan === 1);
      const heightMm = Math.max(8, ...own.map(({ cell }) => leastHeight(cell)));
      return {
        cells: cells.map((placed) => printCell(form, data, placed, widthOf(placed), heightMm)),
        heightMm,
      };
    }),
    notes: (layout.notes ?? []).map(printable),
  };
}
