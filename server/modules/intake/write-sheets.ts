import { buffer } from 'node:stream/consumers';
import { intakeColumns, intakeText } from '../../../contracts/intake/words.ts';
import { writeXlsx } from '../../documents/xlsx-write.ts';
import type { Context } from '../../kernel/context.ts';
import type { FileAnswer } from '../../kernel/http/routes.ts';
import { found } from '../../kernel/outcome.ts';
import { platformsIn } from '../accounts/index.ts';
import { keeperPost } from './check-intake.ts';
import { readIntake, readProblems } from './store.ts';
import { problemView } from './view.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const NATION = '100000';
const AT_A_TIME = 2000;
const WIDE = new Set(['unit', 'name', 'url', 'functions', 'reason']);

/** An empty sheet with the columns an import understands, and how to fill it. */
export async function intakeTemplate(ctx: Context): Promise<FileAnswer> {
  const columns = Object.entries(intakeColumns).map(([key, { header }]) => ({
    header,
    width: WIDE.has(key) ? 24 : 12,
  }));
  const platforms = platformsIn(ctx, NATION).map(({ name }) => name);
  const lines = intakeText.guide(platforms.join('、'));
  const sheets = [
    { name: intakeText.sheet, columns, rows: [] },
    {
      name: intakeText.guideSheet,
      columns: [{ header: intakeText.guideSheet, width: 60 }],
      rows: lines.map((line) => [line]),
    },
  ];
  return { name: intakeText.template, mime: XLSX, content: await buffer(writeXlsx(sheets)) };
}

/** Every problem of an import as a spreadsheet, for those who will mend the rows. */
export async function exportProblems(
  ctx: Context,
  key: { readonly jurisdiction: string; readonly id: string },
): Promise<FileAnswer> {
  keeperPost(ctx, key.jurisdiction);
  const intake = found(await readIntake(ctx.tx, key.jurisdiction, key.id));
  const { row, column, value, message } = intakeText.problemColumns;
  const sheet = {
    name: intakeText.problemsSheet,
    columns: [
      { header: row, width: 6 },
      { header: column, width: 10 },
      { header: value, width: 24 },
      { header: message, width: 50 },
    ],
    rows: rowsOf(ctx, key),
  };
  const name = intakeText.problemsFile(intake.fileName.replace(/\.xlsx$/i, ''));
  return { name, mime: XLSX, content: await buffer(writeXlsx([sheet])) };
}

async function* rowsOf(ctx: Context, key: { readonly jurisdiction: string; readonly id: string }) {
  for (let page = 1; ; page++) {
    const { items, total } = await readProblems(ctx.tx, key, { page, size: AT_A_TIME });
    for (const item of items) {
      const { row, column, value, message } = problemView(item);
      yield [row, column, value, message];
    }
    if (page * AT_A_TIME >= total) return;
  }
}
