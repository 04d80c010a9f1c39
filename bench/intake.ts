import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { plantUnits, soundRows, workbook } from '../scripts/sample-registry.ts';
import { readConfig } from '../server/config.ts';
import type { Actor } from '../server/kernel/actor.ts';
import type { Db } from '../server/kernel/db/database.ts';
import { startEmbedded } from '../server/kernel/db/embedded.ts';
import { openPool } from '../server/kernel/db/pool.ts';
import type { Runner } from '../server/kernel/runner.ts';
import { carryOut, checkIntake, runIntake } from '../server/modules/intake/index.ts';
import { openSystem } from '../server/system.ts';
import type { Bench, Figure } from './bench.ts';

const COUNTY = '220621';
const UNITS = 1000;

/** The keeper of the county's registry. */
const keeper: Actor = {
  kind: 'person',
  personId: null,
  name: '测量',
  posts: [
    {
      postId: '0190a0a0-0000-7000-8000-000000000001',
      kind: 'filing-officer',
      title: '备案管理员',
      unitId: '0190a0a0-0000-7000-8000-000000000002',
      unitName: '测量',
      jurisdiction: COUNTY,
      roles: [{ role: 'supervisor', over: COUNTY }],
      unitPath: [],
    },
  ],
  scope: [COUNTY],
  reach: [COUNTY, '100000'],
};

/** Taking a registry in from a spreadsheet, against the database's own COPY of the same rows of one table. */
export const intakeBench: Bench = {
  name: 'intake',
  describe: `从表格导入 ${UNITS * 5} 个账号：预检和导入，与数据库自带的 COPY 装入同样的账号行相比`,
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'juzhen-bench-'));
    const embedded = await startEmbedded({ folder });
    const system = await openSystem(
      readConfig({ DATABASE_URL: embedded.url, JUZHEN_DATA: folder, DEMO: 'off', LOG_LEVEL: 'silent' }),
    );
    const owner = openPool({ url: embedded.url, as: 'owner', max: 1 });
    try {
      await plantUnits(owner.db, COUNTY, UNITS);
      return await measure(system.runner, owner.db);
    } finally {
      await owner.close();
      await system.close();
      await embedded.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function measure(runner: Runner, owner: Db): Promise<readonly Figure[]> {
  const bytes = await workbook(soundRows(UNITS));
  const checking = performance.now();
  const checked = await runner.command(keeper, (ctx) =>
    checkIntake(ctx, { jurisdiction: COUNTY, fileName: 'bench.xlsx', bytes }),
  );
  if (!checked.ok || checked.value.faulty > 0) throw new Error('the sheet is not clean');
  const { id, version, rows } = checked.value;
  const dryRun = rows / ((performance.now() - checking) / 1000);
  const started = await runner.command(keeper, (ctx) =>
    runIntake(ctx, { jurisdiction: COUNTY, id, version, partial: false }),
  );
  if (!started.ok) throw new Error('the import did not start');
  const taking = performance.now();
  await carryOut(runner, { jurisdiction: COUNTY, id });
  const taken = rows / ((performance.now() - taking) / 1000);
  const copied = await copyRate(owner, rows);
  return [
    { name: '预检', value: dryRun, unit: '行/秒' },
    { name: '导入', value: taken, unit: '行/秒' },
    {
      name: '导入与 COPY 之比',
      value: taken / copied,
      unit: '倍',
      against: '同样的账号行、同样的索引，COPY FROM',
    },
  ];
}

/** Rows a second that COPY brings into a table like the registry's, with its indexes; the median of five. */
async function copyRate(owner: Db, rows: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'juzhen-copy-'));
  // The database's own process writes and reads the file.
  chmodSync(folder, 0o777);
  const file = join(folder, 'accounts.copy');
  try {
    return await owner.connection().execute(async (db) => {
      await sql`set juzhen.scope = '*'`.execute(db);
      await sql`create table copied (like accounts including indexes including defaults)`.execute(db);
      await sql.raw(`copy (select * from accounts) to '${file}'`).execute(db);
      const rates: number[] = [];
      for (let round = 0; round < 5; round++) {
        await sql`truncate copied`.execute(db);
        const start = performance.now();
        await sql.raw(`copy copied from '${file}'`).execute(db);
        rates.push(rows / ((performance.now() - start) / 1000));
      }
      return rates.sort((a, b) => a - b)[2] ?? 0;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
