import { importSheets } from '../../../contracts/directory/import-words.ts';
import { unitKindNames } from '../../../contracts/directory/words.ts';
import { type SheetToWrite, writeXlsx } from '../../documents/xlsx-write.ts';
import type { Context } from '../../kernel/context.ts';
import { importPosts } from './plan-import.ts';

const WIDTHS: Readonly<Record<string, number>> = { name: 16, parent: 16, unit: 16, email: 14, userName: 12 };
const GUIDE_WIDTH = 60;
const NATION = '100000';

/** An empty workbook with the sheets and headings that an import reads, and how to fill them. */
export async function importTemplate(ctx: Context): Promise<Buffer> {
  const { units, people, guide } = importSheets;
  const policy = ctx.policy(NATION);
  const lines = guide.lines(
    Object.values(unitKindNames).join('、'),
    importPosts.map((kind) => policy.postTitle(kind)).join('、'),
  );
  const columns = [{ header: guide.name, width: GUIDE_WIDTH }];
  const sheets = [
    sheetOf(units),
    sheetOf(people),
    { name: guide.name, columns, rows: lines.map((line) => [line]) },
  ];
  const parts: Buffer[] = [];
  for await (const part of writeXlsx(sheets)) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

function sheetOf(words: {
  readonly name: string;
  readonly columns: Readonly<Record<string, string>>;
}): SheetToWrite {
  const columns = Object.entries(words.columns).map(([key, header]) => ({
    header,
    width: WIDTHS[key] ?? 10,
  }));
  return { name: words.name, columns, rows: [] };
}
