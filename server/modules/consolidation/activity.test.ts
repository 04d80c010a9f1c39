import { buffer } from 'node:stream/consumers';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { UploadedActivity } from '../../../contracts/consolidation/wire.ts';
import { activityColumns, rowWords } from '../../../contracts/consolidation/words.ts';
import { writeXlsx } from '../../documents/xlsx-write.ts';
import { type Actor, systemActor } from '../../kernel/actor.ts';
import type { Outcome } from '../../kernel/outcome.ts';
import type { Runner } from '../../kernel/runner.ts';
import { codesOf, must, refusal } from '../../kernel/testing-outcome.ts';
import type { Account } from '../accounts/index.ts';
import { createWorld, type World } from '../accounts/testing.ts';
import { plantAccount } from '../accounts/testing-matters.ts';
import { keepActivity } from './keep-activity.ts';
import { readFigures } from './store-activity.ts';
import { analyse, proposalsOf, wired } from './testing.ts';
import { activityRows, uploadActivity } from './upload-activity.ts';

type Row = readonly (string | number | null)[];

let world: World;
let runner: Runner;
beforeAll(async () => {
  world = await createWorld('2026-09-21');
  runner = wired(world);
});
afterAll(() => world.kernel.drop());

const HEAD = ['备案编号', '月份', '发文数', '阅读数', '关注数', '最近发文日期'];
const supervisor = () => world.actor('fs-zs', '备案员');
const own = (more: Partial<Account> = {}) => plantAccount(world, 'fs-ws', more);
const numberOf = (account: Account) => account.filingNumber ?? '';
const figuresOf = (account: Account) => runner.query(systemActor, (ctx) => readFigures(ctx.tx, account));

/** What the trail says of an action, the latest last. */
const trailOf = (action: string) =>
  runner.query(systemActor, async (ctx) => {
    const { rows } = await sql<{ jurisdiction: string; facts: object }>`
      select jurisdiction_id as jurisdiction, facts from audit_entries where action = ${action}
      order by jurisdiction_id, seq`.execute(ctx.tx);
    return rows;
  });

const workbook = (rows: readonly Row[], head = HEAD): Promise<Buffer> => {
  const columns = head.map((header) => ({ header, width: 12 }));
  return buffer(writeXlsx([{ name: '使用情况', columns, rows }]));
};

async function upload(
  rows: readonly Row[],
  { who = supervisor(), head = HEAD }: { who?: Promise<Actor>; head?: string[] } = {},
): Promise<Outcome<UploadedActivity>> {
  const read = await activityRows(await workbook(rows, head));
  if (!read.ok) return read;
  return runner.command(await who, (ctx) => uploadActivity(ctx, read.value));
}

describe('figures handed in for many accounts', () => {
  test('FS-14 come in by number or identifier, as people write months and counts, and show who is hardly read', async () => {
    const [read, unread] = [await own(), await own({ platform: 'weibo' })];
    const outcome = must(
      await upload([
        [numberOf(read), '2026年8月', '10', '1,200', 30_000, '2026/8/31'],
        [null, null, null, null, null, null],
        [unread.platformUid, '2026-08-01', 4, '20', '3 000', '2026.8.2 09:30'],
      ]),
    );
    expect(outcome).toEqual({ kept: 2, problems: [] });
    const officer = await supervisor();
    const by = { source: 'upload', recordedByName: officer.name, recordedBy: officer.personId };
    expect(await figuresOf(read)).toEqual([
      expect.objectContaining({ month: '2026-08', posts: 10, reads: 1_200, lastPostOn: '2026-08-31', ...by }),
    ]);
    expect(await figuresOf(unread)).toMatchObject([{ followers: 3_000, lastPostOn: '2026-08-02' }]);
    await analyse(runner, officer, '220621', { months: 1, readsPerPost: 50 });
    const kinds = async ({ id }: Account) => (await proposalsOf(runner, id)).map(({ kind }) => kind);
    expect(await kinds(unread)).toContain('low-use');
    expect(await kinds(read)).not.toContain('low-use');
  });

  test('of a month handed in again the later stand, the other months stay, and the trail says by whom', async () => {
    const account = await own();
    const row = (month: string, posts: number) => [numberOf(account), month, posts, null, null, null];
    must(await upload([row('2026-06', 1), row('2026-07', 2)]));
    must(await upload([row('2026-07', 3)]));
    expect((await figuresOf(account)).map(({ month, posts }) => [month, posts])).toEqual([
      ['2026-07', 3],
      ['2026-06', 1],
    ]);
    const trail = await trailOf('consolidation.uploaded');
    expect(trail.at(-1)).toMatchObject({ jurisdiction: '220621', facts: { kept: 1, problems: 0 } });
  });

  test('a row that cannot be kept is named with what is wrong, and the others stand', async () => {
    const account = await own();
    const number = numberOf(account);
    const bad: [Row, string][] = [
      [['', '2026-07', 1, 1, 1, null], 'no-account'],
      [['=1+1', '2026-07', 1, 1, 1, null], 'unknown-account'],
      [[number, '2026-08', 2, 2, 2, null], 'twice'],
      [[number, '2026年13月', 1, 1, 1, null], 'month-bad'],
      [[number, '2026-10', 1, 1, 1, null], 'month-later'],
      [[number, '2026-07', -1, 1, 1, null], 'figure-bad'],
      [[number, '2026-07', '1.5', 1, 1, null], 'figure-bad'],
      [[number, '2026-07', '=2*3', 1, 1, null], 'figure-bad'],
      [[number, '2026-07', 1, '1e9', 1, null], 'figure-bad'],
      [[number, '2026-07', 1, 1, 1, '2026-02-30'], 'day-bad'],
      [[number, '2026-07', 1, 1, 1, '2026-09-22'], 'day-later'],
      [[number, '2026-07', null, null, null, null], 'nothing-known'],
    ];
    const outcome = must(await upload([[number, '2026-08', 1, 1, 1, null], ...bad.map(([row]) => row)]));
    expect(outcome.kept).toBe(1);
    expect(outcome.problems).toEqual(bad.map(([, code], at) => ({ row: at + 3, message: rowWords[code] })));
    expect((await figuresOf(account)).map(({ month, posts }) => [month, posts])).toEqual([['2026-08', 1]]);
  });

  test('an identifier that accounts of several platforms have needs the number of the filing', async () => {
    const uid = 'gh_9f8e7d6c5b4a';
    const [one] = [await own({ platformUid: uid }), await own({ platformUid: uid, platform: 'channels' })];
    const rows: Row[] = [
      [uid, '2026-08', 1, 1, 1, null],
      [numberOf(one), '2026-08', 1, 1, 1, null],
    ];
    const problems = [{ row: 2, message: rowWords['several-accounts'] }];
    expect(must(await upload(rows))).toEqual({ kept: 1, problems });
  });

  test('an account of another jurisdiction is as unknown as one that is not there', async () => {
    const [mine, other] = [await own(), await plantAccount(world, 'qj-jt')];
    const rows: Row[] = [mine, other].map((account) => [numberOf(account), '2026-08', 1, 1, 1, null]);
    const problems = [{ row: 3, message: rowWords['unknown-account'] }];
    expect(must(await upload(rows))).toEqual({ kept: 1, problems });
    expect(await figuresOf(other)).toEqual([]);
    const who = world.actor('qj-bg', '备案员');
    expect(codesOf(await upload(rows.slice(0, 1), { who }))).toEqual(['consolidation.nothing-kept']);
  });

  test('a cancelled account takes no more figures, by upload as by hand', async () => {
    const [account, running] = [await own({ state: 'cancelled', cancelledOn: '2026-09-01' }), await own()];
    const rows: Row[] = [account, running].map((each) => [numberOf(each), '2026-08', 1, 1, 1, null]);
    const problems = [{ row: 2, message: rowWords['account-ended'] }];
    expect(must(await upload(rows))).toEqual({ kept: 1, problems });
    const figures = { month: '2026-08', posts: 1, reads: 1, followers: 1, lastPostOn: null };
    const { jurisdiction, id: accountId } = account;
    const byHand = runner.command(await supervisor(), (ctx) =>
      keepActivity(ctx, { jurisdiction, accountId, figures }),
    );
    expect(await refusal(byHand)).toMatchObject({ code: 'consolidation.account-ended' });
  });
});

describe('what is refused whole', () => {
  const row = [null, '2026-08', 1, 1, 1, null];

  test('a table without the columns that have to be there, or without rows', async () => {
    for (const head of [HEAD.slice(1), ['备案编号', '发文数'], ['甲', '乙']])
      expect(codesOf(await upload([row], { head }))).toEqual(['consolidation.no-columns']);
    expect(codesOf(await upload([]))).toEqual(['consolidation.empty-upload']);
    expect(codesOf(await upload([row]))).toEqual(['consolidation.nothing-kept']);
  });

  test('what is no workbook', async () => {
    for (const content of [Buffer.from(''), Buffer.from('PK'), Buffer.from('备案编号,月份\n1,2026-08\n')])
      expect(codesOf(await activityRows(content))).toEqual(['consolidation.not-a-workbook']);
  });

  test('a row more than sixty thousand', async () => {
    const rows = (n: number) => Array.from({ length: n }, (_, at) => [`T-${at}`, '2026-08']);
    const head = HEAD.slice(0, 2);
    expect(must(await activityRows(await workbook(rows(60_000), head)))).toHaveLength(60_001);
    expect(await activityRows(await workbook(rows(60_001), head))).toMatchObject({
      problems: [{ code: 'consolidation.too-many-rows', facts: { max: 60_000 } }],
    });
  });

  test('whoever does not decide for the supervisor, the host among them', async () => {
    const account = await own();
    const rows: Row[] = [[numberOf(account), '2026-08', 1, 1, 1, null]];
    for (const who of [world.actor('fs-ws', '经办人'), world.actor('fs-zs', '信息员')])
      expect(await refusal(upload(rows, { who }))).toMatchObject({ kind: 'forbidden' });
    expect(await figuresOf(account)).toEqual([]);
  });

  test('every heading that is offered is understood', async () => {
    const account = await own();
    for (const name of activityColumns.account.names) {
      const head = [name, ...HEAD.slice(1)];
      const rows: Row[] = [[numberOf(account), '2026-08', 1, 1, 1, null]];
      expect(must(await upload(rows, { head }))).toMatchObject({ kept: 1 });
    }
  });
});
