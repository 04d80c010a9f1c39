import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cells, plantUnits, soundRows, workbook } from '../../../scripts/sample-registry.ts';
import { readXlsx } from '../../documents/xlsx-read.ts';
import type { Actor } from '../../kernel/actor.ts';
import { codesOf, must } from '../../kernel/testing-outcome.ts';
import { findPublicAccounts } from '../accounts/index.ts';
import { createWorld, type World } from '../accounts/testing.ts';
import { checkIntake } from './check-intake.ts';
import { carryOut, lapseForgotten } from './jobs.ts';
import { mapColumns } from './map-columns.ts';
import type { Intake } from './model.ts';
import { runIntake, takeNextRows } from './run-intake.ts';
import { readIntake, readProblems } from './store.ts';
import { undoIntake } from './undo-intake.ts';
import { problemView } from './view.ts';
import { exportProblems } from './write-sheets.ts';

const AREA = '220621';
const UNITS = 1000;
let world: World;
let keeper: Actor;

beforeAll(async () => {
  world = await createWorld('2026-09-29');
  await plantUnits(world.kernel.database.owner, AREA, UNITS + 40);
  keeper = await world.actor('fs-zs', '备案员');
});
afterAll(() => world.kernel.drop());

const check = async (rows: readonly Cells[], headers = {}): Promise<Intake> =>
  must(
    await world.change(keeper, async (ctx) =>
      checkIntake(ctx, { jurisdiction: AREA, fileName: '账号.xlsx', bytes: await workbook(rows, headers) }),
    ),
  );
const problems = (intake: Intake) =>
  world.ask(keeper, async (ctx) => (await readProblems(ctx.tx, intake, { page: 1, size: 500 })).items);
const accounts = ({ q }: { q: string }) =>
  world.ask(keeper, (ctx) => findPublicAccounts(ctx, { q, page: 1, size: 20 }));
const now = async (intake: Intake) =>
  (await world.ask(keeper, (ctx) => readIntake(ctx.tx, intake.jurisdiction, intake.id))) as Intake;
const key = ({ jurisdiction, id, version }: Intake) => ({ jurisdiction, id, version });

/** A row that is all right, of a unit that the sheet of five thousand leaves free. */
const good = (n: number, more: Cells = {}): Cells => ({
  unit: `第${UNITS + n}测试局`,
  platform: '微博',
  name: `补充${n}`,
  uid: `7700000${String(n).padStart(2, '0')}`,
  responsible: '李某某',
  ...more,
});

/** Thirty-seven ways to get a row wrong, with what is said of each. */
const faults: readonly (readonly [Cells, string])[] = [
  [good(1, { unit: '' }), 'intake.unit-missing'],
  [good(2, { unit: '没有这个局' }), 'intake.unit-unknown'],
  [good(3, { unit: '1234567890' }), 'intake.unit-unknown'],
  [good(4, { unit: '兰州新区管委会办公室' }), 'intake.unit-unknown'],
  [good(5, { platform: '' }), 'intake.platform-missing'],
  [good(6, { platform: '人人网' }), 'intake.platform-unknown'],
  [good(7, { name: '' }), 'intake.name-missing'],
  [good(8, { name: '长'.repeat(61) }), 'intake.name-too-long'],
  [good(9, { name: '=HYPERLINK("http://x.cn")' }), 'intake.text-bad'],
  [good(10, { functions: '+86' }), 'intake.text-bad'],
  [good(11, { name: '一行\u202e二行' }), 'intake.text-bad'],
  [good(12, { functions: '功'.repeat(501) }), 'intake.text-too-long'],
  [good(13, { uid: '12' }), 'intake.uid-bad'],
  [good(14, { platform: '微信公众号', uid: 'gh_xyz' }), 'intake.uid-bad'],
  [good(15, { uid: '' }), 'intake.uid-or-url-missing'],
  [good(16, { uid: '2800000001' }), 'intake.uid-twice'],
  [good(17, { uid: '', url: 'https://weibo.com/u/2800000002' }), 'intake.uid-twice'],
  [good(18, { url: 'weibo' }), 'intake.url-bad'],
  [good(19, { url: 'javascript:alert(1)' }), 'intake.url-bad'],
  [good(20, { url: 'https://www.toutiao.com/c/user/98323524644/' }), 'intake.url-other-platform'],
  [good(21, { url: 'https://weibo.com/u/2899999999' }), 'intake.url-other-uid'],
  [good(22, { state: '睡着了' }), 'intake.state-unknown'],
  [good(23, { opened: '2026-02-30' }), 'intake.day-bad'],
  [good(24, { opened: '去年' }), 'intake.day-bad'],
  [good(25, { opened: '2026-09-30' }), 'intake.opened-later'],
  [good(26, { state: '已关停' }), 'intake.ended-missing'],
  [good(27, { state: '已注销' }), 'intake.ended-missing'],
  [good(28, { state: '已关停', opened: '2020-05-02', ended: '2020-05-01' }), 'intake.ended-before'],
  [good(29, { state: '已关停', ended: '2027-01-01' }), 'intake.ended-later'],
  [good(30, { ended: '2021-01-01' }), 'intake.ended-needless'],
  [good(31, { number: '抚备1号' }), 'intake.number-twice'],
  [good(32, { responsible: '' }), 'intake.responsible-missing'],
  [good(33, { unit: '第1测试局', uid: '7700000033' }), 'intake.second-account'],
  [good(34, { unit: '第2测试局', uid: '7700000034' }), 'intake.second-account'],
  [{ ...soundRows(3)[11], uid: '7700000035' }, 'intake.row-twice'],
  [good(36, { uid: '2803301701' }), 'intake.uid-held'],
  [good(37, { number: '旧备7号' }), 'intake.number-held'],
];

test('LZ-11a FS-21 five thousand accounts with thirty-seven faults: each is named with its row, the rest come in', async () => {
  const before = await check([good(39, { uid: '2803301701', number: '旧备7号' })]);
  must(await world.change(keeper, (ctx) => runIntake(ctx, { ...key(before), partial: false })));
  await carryOut(world.kernel.runner, before);

  const sound = soundRows(UNITS);
  sound[0] = { ...sound[0], number: '抚备1号' };
  const intake = await check([...sound, ...faults.map(([cells]) => cells)]);
  expect(intake).toMatchObject({ rows: 5 * UNITS + 37, faulty: 37, state: 'checked' });
  const found = await problems(intake);
  expect(found.map(({ row, code }) => [row, code])).toEqual(
    faults.map(([, code], at) => [5 * UNITS + 2 + at, code]),
  );
  for (const problem of found) expect(problemView(problem).message).not.toContain('intake.');
  expect(JSON.stringify(found)).not.toContain('李某某');

  const file = await world.ask(keeper, (ctx) => exportProblems(ctx, intake));
  const read = await readXlsx(file.content as Buffer);
  expect(read.ok && read.sheets[0]?.rows).toHaveLength(38);

  expect(
    codesOf(await world.change(keeper, (ctx) => runIntake(ctx, { ...key(intake), partial: false }))),
  ).toEqual(['intake.has-problems']);
  const running = must(
    await world.change(keeper, (ctx) => runIntake(ctx, { ...key(intake), partial: true })),
  );
  expect(world.kernel.jobs.at(-1)).toEqual({ queue: 'intake', data: { jurisdiction: AREA, id: intake.id } });

  // Two processes at once, one of which is stopped after a step: every row comes in once.
  const step = () =>
    world.kernel.runner.command({ ...keeper, kind: 'system', scope: '*', reach: '*' }, (ctx) =>
      takeNextRows(ctx, running),
    );
  await Promise.all([step(), step()]);
  expect((await now(intake)).taken).toBe(1000);
  await Promise.all([carryOut(world.kernel.runner, running), carryOut(world.kernel.runner, running)]);
  expect(await now(intake)).toMatchObject({ state: 'done', taken: 5 * UNITS, faulty: 37 });

  const list = await accounts({ q: '测试77发布' });
  expect(list.items.map(({ name }) => name)).toContain('测试77发布');
}, 120_000);

test('an import is taken back in one step as long as nobody used it; afterwards not at all', async () => {
  const rows = [good(1), good(2, { platform: '抖音', uid: `MS4wLjABAAAA${'u'.repeat(40)}` })];
  const take = async (cells: Cells[]) => {
    const begun = await check(cells);
    must(await world.change(keeper, (ctx) => runIntake(ctx, { ...key(begun), partial: false })));
    await carryOut(world.kernel.runner, begun);
    return now(begun);
  };
  const first = await take(rows);
  expect(first).toMatchObject({ state: 'done', taken: 2 });
  must(await world.change(keeper, async (ctx) => undoIntake(ctx, { ...key(first), reason: '传错了表' })));
  expect((await accounts({ q: '补充1' })).total).toBe(0);
  // What was taken back leaves no identifier and no place behind: the same sheet comes in again.
  const again = await take(rows);
  expect(again).toMatchObject({ state: 'done', taken: 2 });
  await world.kernel.database.owner.transaction().execute(async (tx) => {
    await sql`set local juzhen.scope = '*'`.execute(tx);
    await sql`update accounts set version = 2 where name = '补充2'`.execute(tx);
  });
  const refused = await world.change(keeper, (ctx) => undoIntake(ctx, { ...key(again), reason: '再撤' }));
  expect(codesOf(refused)).toEqual(['intake.in-use']);
  expect((await accounts({ q: '补充1' })).total).toBe(1);
});

test('the columns of a sheet are found by their usual names, put right by hand, and remembered', async () => {
  const headers = { unit: '单位名称 *', platform: '平台类型', name: '昵称（全称）', uid: '号码' };
  const first = await check([good(5)], headers);
  expect(first.mapping).toMatchObject({ unit: 0, platform: 1, name: 2 });
  expect(first.mapping.uid).toBeUndefined();
  expect((await problems(first)).map(({ code }) => code)).toEqual(['intake.uid-or-url-missing']);
  const twice = await world.change(keeper, (ctx) =>
    mapColumns(ctx, { ...key(first), mapping: { ...first.mapping, uid: 2 } }),
  );
  expect(codesOf(twice)).toEqual(['intake.column-twice']);
  const mapped = must(
    await world.change(keeper, (ctx) =>
      mapColumns(ctx, { ...key(first), mapping: { ...first.mapping, uid: 3 } }),
    ),
  );
  expect(mapped).toMatchObject({ faulty: 0 });
  must(await world.change(keeper, (ctx) => runIntake(ctx, { ...key(mapped), partial: false })));
  const next = await check([good(6)], headers);
  expect(next).toMatchObject({ remembered: true, faulty: 0 });
  expect(next.mapping.uid).toBe(3);
});

test('an identifier that was claimed after the dry run keeps its row out, and only that row', async () => {
  const one = await check([good(7, { uid: '6600000001' }), good(8, { uid: '6600000002' })]);
  const two = await check([good(9, { uid: '6600000001' })]);
  for (const intake of [two, one]) {
    must(await world.change(keeper, (ctx) => runIntake(ctx, { ...key(intake), partial: false })));
    await carryOut(world.kernel.runner, intake);
  }
  expect(await now(one)).toMatchObject({ state: 'done', taken: 1, faulty: 1 });
  expect((await problems(one)).map(({ code }) => code)).toEqual(['intake.uid-held']);
});

test('nobody but the keeper of the registry imports; what is no workbook is refused', async () => {
  const clerk = await world.actor('fs-jy', '经办人');
  const bytes = await workbook([good(10)]);
  await expect(
    world.change(clerk, (ctx) => checkIntake(ctx, { jurisdiction: AREA, fileName: 'a.xlsx', bytes })),
  ).rejects.toMatchObject({ code: 'intake.not-yours' });
  await expect(
    world.change(keeper, (ctx) => checkIntake(ctx, { jurisdiction: '620171', fileName: 'a.xlsx', bytes })),
  ).rejects.toMatchObject({ code: 'intake.not-yours' });
  for (const wrong of [Buffer.from('abc'), Buffer.alloc(0), bytes.subarray(0, 200)]) {
    const outcome = await world.change(keeper, (ctx) =>
      checkIntake(ctx, { jurisdiction: AREA, fileName: 'a.xlsx', bytes: wrong }),
    );
    expect(codesOf(outcome)).toEqual(['intake.not-a-workbook']);
  }
  expect(
    codesOf(
      await world.change(keeper, async (ctx) =>
        checkIntake(ctx, { jurisdiction: AREA, fileName: 'a.xlsx', bytes: await workbook([]) }),
      ),
    ),
  ).toEqual(['intake.empty']);
});

test('the database itself deletes nothing of the registry but an import that nobody has touched', async () => {
  const filed = await world.draft('fs-jy', {});
  const gone = (table: string) =>
    world.kernel.database.app.transaction().execute(async (tx) => {
      await sql`select set_config('juzhen.scope', '*', true)`.execute(tx);
      const { numAffectedRows } = await sql`delete from ${sql.table(table)}`.execute(tx).catch(() => ({
        numAffectedRows: -1n,
      }));
      throw new Error(String(numAffectedRows));
    });
  // What was filed here, and what was changed since its import, is still there whatever the application asks.
  await expect(
    world.kernel.database.app.transaction().execute(async (tx) => {
      await sql`select set_config('juzhen.scope', '*', true)`.execute(tx);
      await sql`delete from filings where id = ${filed.id}`.execute(tx);
      const { rows } = await sql`select 1 from filings where id = ${filed.id}`.execute(tx);
      await sql`delete from accounts where version > 1`.execute(tx);
      const kept = await sql`select 1 from accounts where version > 1`.execute(tx);
      return [rows.length, kept.rows.length > 0];
    }),
  ).resolves.toEqual([1, true]);
  await expect(gone('audit_entries')).rejects.toThrow('-1');
});

test('a sheet that nobody takes in is forgotten after a month, with the people it names', async () => {
  const sheet = await check([good(11, { responsible: '' })]);
  await world.kernel.setNow('2026-10-28');
  await lapseForgotten(world.kernel.runner);
  expect((await now(sheet)).state).toBe('checked');
  await world.kernel.setNow('2026-10-30');
  await lapseForgotten(world.kernel.runner);
  expect(await now(sheet)).toMatchObject({ state: 'undone' });
  const cells = await world.ask(keeper, async (ctx) => {
    const { rows } = await sql<{
      cells: string[];
    }>`select cells from intake_rows where intake_id = ${sheet.id}`.execute(ctx.tx);
    return rows.flatMap((row) => row.cells);
  });
  expect(cells).toEqual([]);
});
