import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cells, plantUnits, workbook } from '../../../scripts/sample-registry.ts';
import type { Actor } from '../../kernel/actor.ts';
import { must } from '../../kernel/testing-outcome.ts';
import { createWorld, startFiling, type World } from '../accounts/testing.ts';
import { checkIntake } from './check-intake.ts';
import { carryOut } from './jobs.ts';
import type { Intake } from './model.ts';
import { runIntake } from './run-intake.ts';
import { readIntake } from './store.ts';
import { undoIntake } from './undo-intake.ts';

const AREA = '220621';
let world: World;
let keeper: Actor;

beforeAll(async () => {
  world = await createWorld('2026-09-29');
  await plantUnits(world.kernel.database.owner, AREA, 4);
  keeper = await world.actor('fs-zs', '备案员');
});
afterAll(() => world.kernel.drop());

const key = ({ jurisdiction, id, version }: Intake) => ({ jurisdiction, id, version });

/** Checks a sheet and takes it in. */
async function take(rows: readonly Cells[]): Promise<Intake> {
  const begun = must(
    await world.change(keeper, async (ctx) =>
      checkIntake(ctx, { jurisdiction: AREA, fileName: '账号.xlsx', bytes: await workbook(rows) }),
    ),
  );
  expect(begun.faulty).toBe(0);
  must(await world.change(keeper, (ctx) => runIntake(ctx, { ...key(begun), partial: false })));
  await carryOut(world.kernel.runner, begun);
  return (await world.ask(keeper, (ctx) => readIntake(ctx.tx, AREA, begun.id))) as Intake;
}

const row = (n: number, more: Cells = {}): Cells => ({
  unit: '抚松县卫生健康局',
  platform: '微博',
  name: `抚松卫健${n}`,
  uid: `77001000${n}`,
  responsible: '李某某',
  ...more,
});

test('an import is not taken back under a filing that begins at the same moment', async () => {
  const intake = await take([row(1)]);
  const clerk = await world.actor('fs-ws', '经办人');
  const [account] = await world.ask(keeper, async (ctx) => {
    const { rows } = await sql<{
      id: string;
    }>`select id from accounts where intake_id = ${intake.id}`.execute(ctx.tx);
    return rows;
  });
  let undoing: Promise<unknown> | undefined;
  const begun = await world.change(clerk, async (ctx) => {
    const started = await startFiling(ctx, {
      kind: 'close',
      account: { jurisdiction: AREA, id: account?.id ?? '' },
    });
    // The account is held here: whoever takes the import back comes as far as this and waits.
    undoing = world
      .change(keeper, (other) => undoIntake(other, { ...key(intake), reason: '传错了表' }))
      .then((outcome) => (outcome.ok ? 'undone' : outcome.problems[0]?.code));
    await new Promise((resolve) => setTimeout(resolve, 500));
    return started;
  });
  must(begun);
  expect(await undoing).toBe('intake.in-use');
});

test('when an import is done, nothing of the sheet is kept but what came of its rows', async () => {
  const begun = must(
    await world.change(keeper, async (ctx) =>
      checkIntake(ctx, {
        jurisdiction: AREA,
        fileName: '账号.xlsx',
        bytes: await workbook([
          row(6, { platform: '抖音', uid: '58635617886' }),
          row(7, { unit: '没有这个局' }),
        ]),
      }),
    ),
  );
  must(await world.change(keeper, (ctx) => runIntake(ctx, { ...key(begun), partial: true })));
  await carryOut(world.kernel.runner, begun);
  const kept = await world.ask(keeper, async (ctx) => {
    const { rows } = await sql<{ text: string }>`
      select intake_rows::text as text from intake_rows where intake_id = ${begun.id}`.execute(ctx.tx);
    return rows.map(({ text }) => text);
  });
  expect(kept).toHaveLength(2);
  expect(kept.join()).toContain('没有这个局');
  expect(kept.join()).not.toContain('李某某');
});

test('a number that a sheet brings is not given out again', async () => {
  await take([
    row(2, { unit: '第1测试局', number: `${AREA}-2026-0003` }),
    row(3, { unit: '第2测试局', number: `${AREA}-2026-99999999999` }),
  ]);
  const next = await take([row(4, { unit: '第3测试局' }), row(5, { unit: '第4测试局' })]);
  expect(next).toMatchObject({ state: 'done', taken: 2 });
  const numbers = await world.ask(keeper, async (ctx) => {
    const { rows } = await sql<{
      n: string;
    }>`select filing_number as n from accounts where intake_id = ${next.id} order by 1`.execute(ctx.tx);
    return rows.map(({ n }) => n);
  });
  expect(numbers).toEqual([`${AREA}-2026-0004`, `${AREA}-2026-0005`]);
});
