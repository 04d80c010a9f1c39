import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { must } from '../../kernel/testing-outcome.ts';
import { addFile } from './add-file.ts';
import { createCheckers } from './build-checker.ts';
import { overridesAround, overridesOfText } from './find-overrides.ts';
import { expireAll, processBatch } from './jobs.ts';
import { openBatch } from './open-batch.ts';
import { overrideFinding } from './override-finding.ts';
import { getCheck, getDocument, listChecks } from './read-check.ts';
import { startBatch } from './start-batch.ts';
import { type CheckingWorld, createCheckingWorld } from './testing.ts';

let world: CheckingWorld;
beforeAll(async () => {
  world = await createCheckingWorld();
});
afterAll(() => world.kernel.drop());

const ID = '11010519491231002X';
const LEAK = `关于领取补助的通知。张三，身份证号${ID}，请来领取。其余人员另行通知。`;

const check = (who: string, text: string, unit = 'bureau') => world.check(who, text, { unit });

async function everything(): Promise<string> {
  const tables = [
    'content_checks',
    'checked_documents',
    'check_findings',
    'check_overrides',
    'check_texts',
    'audit_entries',
    'files',
  ];
  const rows = await Promise.all(
    tables.map((table) =>
      sql`select to_jsonb(t) as row from ${sql.table(table)} t`.execute(world.kernel.database.owner),
    ),
  );
  return JSON.stringify(rows.map((each) => each.rows));
}

describe('checking one text', () => {
  test('holds no transaction, and so no connection, while the text is checked', async () => {
    const waiting = sql<{ count: number }>`
      select count(*)::int as count from pg_stat_activity
      where datname = current_database() and state like 'idle in transaction%'`;
    const seen: number[] = [];
    const checkers = createCheckers({ lexicons: [] }, () => ({
      check: async () => {
        const { rows } = await waiting.execute(world.kernel.database.owner);
        seen.push(rows[0]?.count ?? -1);
        return [];
      },
    }));
    must(await world.check('小编', '通知。', { checkers }));
    expect(seen).toEqual([0]);
  });

  test('a post that ends while the text is checked keeps nothing', async () => {
    const checkers = createCheckers({ lexicons: [] }, () => ({
      check: async () => {
        await sql`update appointments set to_day = '2026-11-22' where person_id = ${world.at.person('暂任')}`.execute(
          world.kernel.database.owner,
        );
        return [];
      },
    }));
    const before = await everything();
    await expect(world.check('暂任', '通知。', { checkers })).rejects.toMatchObject({ kind: 'not-found' });
    expect(await everything()).toBe(before);
  });

  test('people with a post in the unit may, others may not, and the finding leads to its place', async () => {
    const { findings, text, check: made } = must(await check('小编', LEAK));
    const [found] = findings;
    expect(found).toMatchObject({
      detector: 'privacy',
      kind: 'id-number',
      severity: 'block',
      override: null,
    });
    expect(text?.slice(found?.start, found?.end)).toBe(ID);
    expect(made).toMatchObject({ state: 'done', counts: { block: 1 }, by: { name: '小编' } });
    await expect(check('邻居', LEAK)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(check('外人', LEAK)).rejects.toMatchObject({
      kind: expect.stringMatching(/forbidden|not-found/),
    });
    expect(await check('小编', '')).toMatchObject({ ok: false, problems: [{ code: 'checking.empty' }] });
  });

  test('QJ-17 nothing of what is kept tells the personal data', async () => {
    must(await check('小编', LEAK));
    const kept = await everything();
    expect(kept).toContain('请来领取');
    expect(kept).not.toContain(ID);
    expect(kept).not.toContain(ID.slice(2, 12));
  });

  test('QJ-17 nor where the part that is kept of a long text ends in the middle of them', async () => {
    must(await check('小编', `${'长'.repeat(199_990)}号码${ID}`));
    const { rows } = await sql<{
      text: string;
    }>`select text from check_texts where length(text) = 200000`.execute(world.kernel.database.owner);
    expect(rows.map(({ text }) => text.slice(-9))).toEqual(['码1×××××××']);
  });

  test('QJ-17 a text with a mark of secrecy is not kept at all', async () => {
    must(await check('小编', '绝密★十年。关于某某秘事的请示。'));
    expect(await everything()).not.toContain('秘事');
  });

  test('NUL, halves of characters and a long line are checked like any text', async () => {
    const { findings } = must(await check('小编', `甲\0乙\ud83d${'长'.repeat(200_000)}${ID}`));
    expect(findings.map(({ kind }) => kind)).toContain('id-number');
  });

  test('readers: the unit, its supervisor; not a neighbour', async () => {
    const { check: made } = must(await check('小编', LEAK));
    const read = (who: string) => world.ask(who, (ctx) => getDocument(ctx, { ...made, position: 1 }));
    expect((await read('局长')).text).toBeNull();
    expect((await read('督查员')).findings[0]?.excerpt).toBe(`1${'×'.repeat(17)}`);
    await expect(read('邻居')).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(read('外人')).rejects.toMatchObject({ kind: 'not-found' });
    const page = { page: 1, size: 50 };
    const titles = async (who: string) => (await world.ask(who, (ctx) => listChecks(ctx, page))).total;
    expect(await titles('小编')).toBeGreaterThan(2);
    expect(await titles('督查员')).toBe(await titles('小编'));
    expect([await titles('邻居'), await titles('外人')]).toEqual([0, 0]);
  });
});

describe('what is let pass', () => {
  const override = (who: string, key: { jurisdiction: string; id: string }, reason: string) =>
    world.change(who, (ctx) => overrideFinding(ctx, { ...key, position: 1, number: 1 }, reason));

  test('stands beside the same sentence wherever it comes again, and not beside another', async () => {
    const text = '联系人李四，身份证号11010519491231002X，依法公示。';
    const { check: made } = must(await check('小编', text));
    await expect(override('邻居', made, '依法公示')).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(override('小编', made, '处分决定依法公示')).rejects.toMatchObject({ kind: 'forbidden' });
    must(await override('局长', made, '处分决定依法公示，已请示'));
    const again = must(await check('局长', `前文改了。${text}`));
    expect(again.findings[0]?.override).toMatchObject({
      reason: '处分决定依法公示，已请示',
      by: { name: '局长', post: '抚松县教育局 主要领导' },
    });
    expect(must(await check('小编', text.replace('李四', '王五'))).findings[0]?.override).toBeNull();
    await expect(override('局长', again.check, '再来')).rejects.toMatchObject({ kind: 'stale' });
  });

  test('is found for a complaint about a text, by its sentences alone', async () => {
    const text = '先进个人赵六，身份证号11010519491231002X。';
    const { check: made } = must(await check('小编', text));
    must(await override('局长', made, '本人同意公开'));
    const about = `某网站转载：${'\n'}${text}\n网友评论。`;
    const found = await world.ask('督查员', (ctx) => overridesOfText(ctx, about));
    expect(found.map(({ reason, personName }) => [reason, personName])).toEqual([['本人同意公开', '局长']]);
    expect(await world.ask('督查员', (ctx) => overridesOfText(ctx, '别的文字。'))).toEqual([]);
    expect(await world.ask('邻居', (ctx) => overridesOfText(ctx, about))).toEqual([]);
    const page = { page: 1, size: 50 };
    expect((await world.ask('督查员', (ctx) => overridesAround(ctx, page))).total).toBeGreaterThan(0);
    expect((await world.ask('邻居', (ctx) => overridesAround(ctx, page))).total).toBe(0);
  });

  test('of two who override at once, one is told', async () => {
    const { check: made } = must(await check('小编', '同时处理：张三，手机号13812345678。'));
    const both = await Promise.allSettled(['小编', '局长'].map((who) => override(who, made, '理由充分')));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('a check of many files', () => {
  const open = async () =>
    must(
      await world.change('小编', (ctx) =>
        openBatch(ctx, { unit: world.at.unit('bureau'), title: '历史文稿' }),
      ),
    );
  const add = (key: { jurisdiction: string; id: string }, name: string, content: string | Buffer) =>
    world.change('小编', (ctx) => addFile(ctx, key, { name, content: Buffer.from(content) }));

  test('is worked through document by document, however often and by however many processes', async () => {
    const batch = await open();
    for (let n = 1; n <= 6; n += 1)
      must(await add(batch, `${n}.txt`, `第${n}份。${n === 3 ? LEAK : '没有问题'}`));
    must(await add(batch, '坏.docx', Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(100)])));
    must(await world.change('小编', (ctx) => startBatch(ctx, batch)));
    expect(world.kernel.jobs.at(-1)).toEqual({
      queue: 'checking-batch',
      data: { jurisdiction: '220621', id: batch.id },
    });
    const { runner } = world.kernel;
    const counts = await Promise.all([1, 2, 3].map(() => processBatch(runner, world.checkers, batch)));
    const rest = await processBatch(runner, world.checkers, batch);
    expect(counts.reduce((sum, n) => sum + n, rest)).toBe(7);
    const shown = await world.ask('小编', (ctx) => getCheck(ctx, batch));
    expect(shown).toMatchObject({ state: 'done', documents: 7, checked: 7, counts: { block: 1 } });
    expect(shown.items.map(({ state }) => state)).toEqual([...Array(6).fill('done'), 'refused']);
    expect(shown.items[6]?.problem?.message).toContain('损坏');
    expect(await processBatch(runner, world.checkers, batch)).toBe(0);
    const { rows } = await sql`select 1 from files where subject_type = 'check'`.execute(
      world.kernel.database.owner,
    );
    expect(rows).toEqual([]);
  });

  test('takes no files once begun, does not begin without any, and refuses what cannot be read at once', async () => {
    const batch = await open();
    const begin = () => world.change('小编', (ctx) => startBatch(ctx, batch));
    expect(await begin()).toMatchObject({ problems: [{ code: 'checking.no-files' }] });
    expect(await add(batch, 'a.doc', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex')]))).toMatchObject({
      problems: [{ code: 'checking.unreadable', field: 'file' }],
    });
    must(await add(batch, 'a.txt', '好'));
    must(await begin());
    expect(await add(batch, 'b.txt', '好')).toMatchObject({ problems: [{ code: 'checking.not-open' }] });
    expect(await begin()).toMatchObject({ problems: [{ code: 'checking.not-open' }] });
  });
});

test('what need not be kept is deleted: texts after a month, checks after a year; overrides stay', async () => {
  const count = async (table: string) => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(
      world.kernel.database.owner,
    );
    return rows[0]?.n ?? 0;
  };
  const [checks, overrides] = [await count('content_checks'), await count('check_overrides')];
  expect(await expireAll(world.kernel.runner)).toBe(0);
  await world.kernel.setNow('2026-12-25');
  expect(await expireAll(world.kernel.runner)).toBe(1);
  expect([await count('check_texts'), await count('content_checks')]).toEqual([0, checks]);
  await world.kernel.setNow('2027-11-25');
  await expireAll(world.kernel.runner);
  expect([await count('content_checks'), await count('check_findings')]).toEqual([0, 0]);
  expect(await count('check_overrides')).toBe(overrides);
});

test('another county sees nothing, the database itself sees to it', async () => {
  const seen = await world.ask('外人', async (ctx) => {
    const { rows } = await sql`select 1 from check_overrides`.execute(ctx.tx);
    return rows.length;
  });
  expect(seen).toBe(0);
});
