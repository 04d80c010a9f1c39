import type { Uploaded } from '../../../contracts/sightings/wire.ts';
import { rowWords } from '../../../contracts/sightings/words.ts';
import { CsvReader } from '../../checks/inputs/csv.ts';
import { createByteDecoder, looksBinary } from '../../checks/inputs/decode.ts';
import { readXlsx } from '../../documents/xlsx-read.ts';
import type { Context } from '../../kernel/context.ts';
import { done, type Outcome, Refused, refuse } from '../../kernel/outcome.ts';
import { findAccountKey } from '../accounts/index.ts';
import { recordSighting } from './record-sighting.ts';
import { lookProblem, readLooks, type TableRow, type UploadedLook } from './rules-upload.ts';

const MOST_ROWS = 2_000;

/** A table as it was uploaded: its name says whether it is .csv or .xlsx, its bytes are believed. */
export interface UploadedTable {
  readonly name: string;
  readonly content: Buffer;
}

/** The rows of a table. Problems sightings.not-a-table, too-many-rows. */
export async function tableRows({ name, content }: UploadedTable): Promise<Outcome<TableRow[]>> {
  const rows = name.toLowerCase().endsWith('.xlsx') ? await sheetRows(content) : csvRows(content);
  if (!rows) return refuse({ code: 'sightings.not-a-table', field: 'file' });
  if (rows === 'too-many-rows' || rows.length > MOST_ROWS + 1)
    return refuse({ code: 'sightings.too-many-rows', field: 'file', facts: { max: MOST_ROWS } });
  return done(rows);
}

async function sheetRows(content: Buffer): Promise<TableRow[] | 'too-many-rows' | null> {
  const read = await readXlsx(content, { rows: MOST_ROWS + 1, columns: 40 });
  if (!read.ok) return read.reason === 'too-many-rows' ? 'too-many-rows' : null;
  const sheet = read.sheets.find(({ hidden, rows }) => !hidden && rows.length > 0);
  return sheet ? sheet.rows.map(({ row, cells }) => ({ row, cells })) : null;
}

function csvRows(content: Buffer): TableRow[] | null {
  if (content.length === 0 || looksBinary(content)) return null;
  const decoder = createByteDecoder();
  const reader = new CsvReader();
  const cells = [...reader.push(decoder.push(content)), ...reader.push(decoder.end()), ...reader.end()];
  const rows = new Map<number, string[]>();
  for (const { text, place } of cells) {
    if (place.at !== 'cell') continue;
    const row = rows.get(place.row) ?? [];
    row[place.column - 1] = text;
    rows.set(place.row, row);
  }
  return [...rows].map(([row, sparse]) => ({ row, cells: Array.from(sparse, (cell) => cell ?? '') }));
}

/**
 * Records what a table says was seen, row by row; rows that cannot be recorded are named with the reason and the rest
 * stand. Refused where no row can be recorded.
 */
export async function uploadSightings(ctx: Context, rows: readonly TableRow[]): Promise<Outcome<Uploaded>> {
  const read = readLooks(rows);
  if (!read.ok) return refuse({ code: read.code, field: 'file' });
  const problems: Uploaded['problems'] = [];
  let recorded = 0;
  let drifts = 0;
  for (const look of read.looks) {
    const outcome = await recordRow(ctx, look);
    if (typeof outcome === 'string') {
      problems.push({ row: look.row, message: sentence(outcome) });
      continue;
    }
    recorded++;
    drifts += outcome;
  }
  if (recorded === 0) {
    const [first] = problems;
    return refuse({
      code: 'sightings.empty-upload',
      field: 'file',
      facts: { row: first?.row, why: first?.message },
    });
  }
  return done({ recorded, drifts, problems });
}

/** How many differences a row brought, or the code of what kept it from being recorded. */
async function recordRow(ctx: Context, look: UploadedLook): Promise<number | string> {
  const problem = lookProblem(look, ctx.now.day);
  if (problem) return problem;
  const key = await findAccountKey(ctx, {
    ...(look.number ? { number: look.number } : {}),
    ...(look.platformText ? { platform: look.platformText } : {}),
    ...(look.uid ? { uid: look.uid } : {}),
    ...(look.url ? { url: look.url } : {}),
  });
  if (!key) return 'row.no-account';
  try {
    const outcome = await recordSighting(ctx, {
      ...look,
      jurisdiction: key.jurisdiction,
      accountId: key.id,
      seenOn: look.seenOn || ctx.now.day,
      source: 'upload',
    });
    if (outcome.ok) return outcome.value.drifts;
    return outcome.problems[0]?.code === 'sightings.account-ended' ? 'row.ended' : 'row.nothing-seen';
  } catch (error) {
    // Somebody else's account is nothing to them: neither found nor told of.
    if (error instanceof Refused && ['not-found', 'forbidden'].includes(error.kind)) return 'row.no-account';
    throw error;
  }
}

function sentence(code: string): string {
  const words = rowWords[code];
  return typeof words === 'string' ? words : code;
}
