import { buffer } from 'node:stream/consumers';
import { sql } from 'kysely';
import { type IntakeColumn, intakeColumns, intakeText } from '../contracts/intake/words.ts';
import { writeXlsx } from '../server/documents/xlsx-write.ts';
import type { Db } from '../server/kernel/db/database.ts';

export type Cells = Partial<Record<IntakeColumn, string>>;

const columns = Object.keys(intakeColumns) as IntakeColumn[];

/** A workbook with a row for each account; `headers`: other names for the columns. */
export function workbook(
  rows: readonly Cells[],
  headers: Partial<Record<IntakeColumn, string>> = {},
): Promise<Buffer> {
  const sheet = {
    name: intakeText.sheet,
    columns: columns.map((column) => ({
      header: headers[column] ?? intakeColumns[column].header,
      width: 10,
    })),
    rows: rows.map((cells) => columns.map((column) => cells[column] ?? '')),
  };
  return buffer(writeXlsx([sheet]));
}

/** Sets up many units of one county at once. */
export async function plantUnits(owner: Db, jurisdiction: string, count: number): Promise<void> {
  await owner.transaction().execute(async (tx) => {
    await sql`set local juzhen.scope = '*'`.execute(tx);
    await sql`insert into units (jurisdiction_id, id, name, kind, tier, path, created_at)
      select ${jurisdiction}, id, '第' || n || '测试局', 'department', 'county', array[id], now()
        from (select gen_random_uuid() as id, n from generate_series(1, ${count}) n) t`.execute(tx);
  });
}

const PLATFORMS = ['微信公众号', '微博', '抖音', '快手', '今日头条'] as const;

/** Rows without fault: each unit with an account on five platforms, identifiers all different. */
export function soundRows(units: number): Cells[] {
  return Array.from({ length: units }, (_, at) => at + 1).flatMap((n) =>
    PLATFORMS.map((platform, p) => ({
      unit: `第${n}测试局`,
      platform,
      name: `测试${n}发布`,
      uid: identifier(p, n),
      opened: '2020-05-01',
      responsible: '王某某',
      state: '运行中',
    })),
  );
}

/** An identifier as each of the five platforms writes it. */
function identifier(platform: number, n: number): string {
  const figures = String(n).padStart(8, '0');
  if (platform === 0) return `MzA${figures.padEnd(11, 'A')}==`;
  if (platform === 1) return `28${figures}`;
  if (platform === 2) return `MS4wLjABAAAA${figures.padEnd(40, 'x')}`;
  if (platform === 3) return `3x${figures}aa`;
  return `98${figures}`;
}
