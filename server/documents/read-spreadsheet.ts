import { cellInRow, columnGap } from '../checks/inputs/cell-text.ts';
import type { Passage, ReadInput, Unobserved } from '../checks/inputs/passage.ts';
import { readPictures, setAside } from './office-reading.ts';
import { xmlText } from './scan-xml.ts';
import { readSheet, type SheetRow } from './xlsx-sheet.ts';
import { readWorkbook } from './xlsx-workbook.ts';
import { openArchive } from './zip-archive.ts';

/** Together they bound what a small file can make of itself in memory. */
const LIMITS = { rows: 100_000, columns: 200 };

/** The cells of a sheet with what parts them: a tab for each column between, counted from the leftmost that is used. */
function passagesOf(sheet: string, rows: readonly SheetRow[]): Passage[] {
  const firstOf = ({ cells }: SheetRow) => cells.findIndex((text) => text !== '');
  const left = rows.reduce((least, row) => Math.min(least, firstOf(row)), LIMITS.columns);
  const filled = rows.flatMap(({ row, cells }) =>
    cells.flatMap((text, column) => (text === '' ? [] : [{ text, row, column }])),
  );
  return filled.map(({ text, row, column }, index) => {
    const next = filled[index + 1];
    const after =
      next?.row === row ? columnGap(next.column - column) : `\n${columnGap((next?.column ?? left) - left)}`;
    return { text: cellInRow(text), place: { at: 'cell', sheet, row, column: column + 1 }, after };
  });
}

/**
 * Reads a spreadsheet cell by cell, hidden sheets too: columns are parted by tabs, rows by line feeds. Formulas
 * count as the value last computed; macros and embedded objects are left out and named. Throws RefusedFile.
 */
export async function readSpreadsheet(bytes: Buffer): Promise<ReadInput> {
  const archive = openArchive(bytes);
  const workbook = await readWorkbook(archive);
  const passages: Passage[] = [];
  const unobserved: Unobserved[] = setAside(archive);
  for (const { name, hidden, part } of workbook.sheets) {
    if (hidden) unobserved.push({ code: 'hidden-sheet', facts: { name } });
    const rows = await readSheet(xmlText(await archive.read(part)), workbook, LIMITS);
    for (const passage of passagesOf(name, rows)) passages.push(passage);
  }
  const pictures = await readPictures(archive);
  return { passages, links: [...pictures.links], unobserved: [...unobserved, ...pictures.unobserved] };
}
