import type { Passage, ReadInput, Unobserved } from '../checks/inputs/passage.ts';
import { readPictures, setAside } from './office-reading.ts';
import { xmlText } from './scan-xml.ts';
import { readSheet } from './xlsx-sheet.ts';
import { readWorkbook } from './xlsx-workbook.ts';
import { openArchive } from './zip-archive.ts';

/** Together they bound what a small file can make of itself in memory. */
const LIMITS = { rows: 100_000, columns: 200 };

/**
 * Reads a spreadsheet cell by cell, hidden sheets too: cells of a row are parted by tabs, rows by line feeds. Formulas
 * count as the value last computed; macros and embedded objects are left out and named. Throws RefusedFile.
 */
export async function readSpreadsheet(bytes: Buffer): Promise<ReadInput> {
  const archive = openArchive(bytes);
  const workbook = await readWorkbook(archive);
  const passages: Passage[] = [];
  const unobserved: Unobserved[] = setAside(archive);
  for (const { name, hidden, part } of workbook.sheets) {
    if (hidden) unobserved.push({ code: 'hidden-sheet', facts: { name } });
    for (const { row, cells } of await readSheet(xmlText(await archive.read(part)), workbook, LIMITS)) {
      cells.forEach((text, index) => {
        const after = index === cells.length - 1 ? '\n' : '\t';
        const place = { at: 'cell', sheet: name, row, column: index + 1 } as const;
        if (text !== '') passages.push({ text, place, after });
      });
    }
  }
  const pictures = await readPictures(archive);
  return { passages, links: [...pictures.links], unobserved: [...unobserved, ...pictures.unobserved] };
}
