import { checkOfficePackage } from './office-package.ts';
import { type FileRefusal, MAX_FILE_BYTES, RefusedFile, returningRefusal } from './refused-file.ts';
import { xmlText } from './scan-xml.ts';
import { readSheet, type SheetLimits, type SheetRow } from './xlsx-sheet.ts';
import { readWorkbook } from './xlsx-workbook.ts';
import { openArchive } from './zip-archive.ts';

interface SpreadsheetSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly SheetRow[];
}

export type SpreadsheetRead =
  | { readonly ok: true; readonly sheets: readonly SpreadsheetSheet[] }
  | FileRefusal;

const LIMITS: SheetLimits = { rows: 50_000, columns: 100 };

const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

function checkOutside(bytes: Buffer): void {
  if (bytes.length === 0) throw new RefusedFile('file-empty');
  if (bytes.length > MAX_FILE_BYTES) throw new RefusedFile('file-too-large', { limitMb: 20 });
  const start = bytes.subarray(0, 4);
  if (start.equals(COMPOUND)) throw new RefusedFile('legacy-or-encrypted');
  if (!start.equals(ZIP)) throw new RefusedFile('content-mismatch');
}

/**
 * Reads every sheet of an .xlsx as trimmed texts with row numbers: formulas as their stored value, rich
 * text flattened, days as 'YYYY-MM-DD'. `limits` count rows that hold anything, per sheet. A file that is not
 * what it claims, carries macros, links or objects, or unpacks to too much is returned as a refusal.
 */
export function readXlsx(bytes: Buffer, limits: SheetLimits = LIMITS): Promise<SpreadsheetRead> {
  return returningRefusal<SpreadsheetRead>(async () => {
    checkOutside(bytes);
    const archive = openArchive(bytes);
    await checkOfficePackage(archive, 'xlsx');
    const workbook = await readWorkbook(archive);
    const sheets: SpreadsheetSheet[] = [];
    for (const { name, hidden, part } of workbook.sheets) {
      sheets.push({
        name,
        hidden,
        rows: await readSheet(xmlText(await archive.read(part)), workbook, limits),
      });
    }
    return { ok: true, sheets };
  });
}
