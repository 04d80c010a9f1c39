import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FilingWire } from '../../../contracts/accounts/wire.ts';
import { openArchive } from '../../documents/zip-archive.ts';
import { listFiles } from '../../kernel/files.ts';
import type { Outcome } from '../../kernel/outcome.ts';
import { codesOf, must, refusal } from '../../kernel/testing-outcome.ts';
import { approvalsOf, decideStep } from '../approvals/index.ts';
import { deadlinesOfSubject, standingOf } from '../deadlines/index.ts';
import { attachFile } from './attach-file.ts';
import { finishEntry } from './finish-entry.ts';
import { listAccounts, listFilings } from './list-business.ts';
import { printForm } from './print-form.ts';
import { recordOpening } from './record-opening.ts';
import { type Key, PAPER, uidOn } from './testing.ts';
import { type County, createCounty, NAME } from './testing-county.ts';

let world: County;
beforeAll(async () => {
  world = await createCounty('2026-09-21');
});
afterAll(() => world.kernel.drop());

async function approved(platform?: string): Promise<FilingWire> {
  const draft = must(await world.submit(await world.clerk(), await world.opening(platform)));
  for (const who of [await world.leader(), ...(await world.above())]) must(await world.decide(who, draft));
  return world.read(await world.clerk(), draft);
}

describe('submitting', () => {
  test('LZ-11a two submissions of one host on one platform at once: one is taken, the other told why', async () => {
    const platform = world.nextPlatform();
    const [one, two] = [await world.opening(platform), await world.opening(platform)];
    const who = await world.clerk();
    const both = await Promise.all([world.submit(who, one), world.submit(who, two)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.flatMap(codesOf)).toEqual(['accounts.one-per-platform']);
  });

  test('twice at once: one submission', async () => {
    const draft = await world.opening();
    const who = await world.clerk();
    const both = await Promise.allSettled([world.submit(who, draft), world.submit(who, draft)]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { kind: 'conflict' } });
  });

  test('a vacant post in the route keeps everybody from passing, and is named', async () => {
    const draft = await world.opening();
    const end = (day: string | null) =>
      sql`update appointments set to_day = ${day} where person_id = ${world.planted.person('bs-zs备案员')}`.execute(
        world.kernel.database.owner,
      );
    await end('2020-06-01');
    const refused = await world.submit(await world.clerk(), draft);
    expect(refused).toMatchObject({
      ok: false,
      problems: [
        {
          code: 'approvals.vacant-post',
          facts: { unit: '白山市政务服务和数字化建设管理局', post: '备案管理员' },
        },
      ],
    });
    expect((await world.read(await world.clerk(), draft)).route).toMatchObject({ state: 'vacant' });
    await end(null);
    must(await world.submit(await world.clerk(), draft));
  });

  test('FS-9 another name is taken with a reason, which goes along and stays', async () => {
    const draft = await world.opening();
    const renamed = must(
      await world.save(await world.clerk(), draft, { ...draft.values, 'account.name': '健康抚松' }),
    );
    expect(renamed.checks.find(({ id }) => id === 'same-name')?.outcome).toBe('excusable');
    const refused = await world.submit(await world.clerk(), renamed);
    expect(refused).toMatchObject({
      ok: false,
      problems: [{ code: 'accounts.exception-needed', field: 'exceptions.same-name' }],
    });
    expect(
      codesOf(await world.save(await world.clerk(), renamed, renamed.values, { 'unit-nature': '需要' })),
    ).toEqual(['accounts.exception-unknown']);
    const excused = must(
      await world.save(await world.clerk(), renamed, renamed.values, { 'same-name': '原名称已被占用' }),
    );
    const submitted = must(await world.submit(await world.clerk(), excused));
    expect(submitted.exceptions).toEqual({ 'same-name': '原名称已被占用' });
    must(await world.withdraw(submitted));
  });
});

describe('in approval', () => {
  test('nothing may be changed, submitted again, opened or entered', async () => {
    const filing = must(await world.submit(await world.clerk(), await world.opening('app')));
    const who = await world.clerk();
    expect(await refusal(world.save(who, filing, {}))).toMatchObject({ code: 'accounts.not-draft' });
    expect(await refusal(world.submit(who, filing))).toMatchObject({ code: 'accounts.not-submittable' });
    expect(
      await refusal(
        world.change(who, (ctx) =>
          recordOpening(ctx, { ...filing, openedOn: '2026-09-21', platformUid: 'gh_0000000aa009' }),
        ),
      ),
    ).toMatchObject({ code: 'accounts.not-approved' });
    const entry = filing.entries[0]!;
    expect(
      await refusal(
        world.change(who, (ctx) =>
          finishEntry(ctx, { ...filing, entryId: entry.id, enteredOn: '2026-09-21' }),
        ),
      ),
    ).toMatchObject({ code: 'accounts.entry-not-started' });
    must(await world.withdraw(filing));
  });

  test('returned with a reason it goes back to the host and comes again as the second revision, with its changes', async () => {
    const filing = must(await world.submit(await world.clerk(), await world.opening('app')));
    must(await world.decide(await world.leader(), filing));
    const [county] = await world.above();
    const returned = must(await world.decide(county, filing, 'return', '功能写得太笼统'));
    expect(returned).toMatchObject({
      state: 'returned',
      returned: { step: '县主管单位审批', reason: '功能写得太笼统' },
    });
    const mended = must(
      await world.save(await world.clerk(), returned, {
        ...returned.values,
        functions: '预约挂号、健康科普',
      }),
    );
    const again = must(await world.submit(await world.clerk(), mended));
    expect(again).toMatchObject({ state: 'in-approval', revision: 2 });
    expect(again.timeline.filter(({ kind }) => kind === 'submitted')).toHaveLength(2);
    expect(again.route.steps[0]?.holders).toEqual(['fs-ws主要领导']);
    must(await world.withdraw(again));
  });

  test('refused it ends, and cannot be taken up again', async () => {
    const filing = must(await world.submit(await world.clerk(), await world.opening('app')));
    const refused = must(await world.decide(await world.leader(), filing, 'refuse', '没有需要'));
    expect(refused.state).toBe('refused');
    expect(await refusal(world.submit(await world.clerk(), refused))).toMatchObject({
      code: 'accounts.not-submittable',
    });
    expect(await refusal(world.withdraw(refused))).toMatchObject({ code: 'accounts.not-withdrawable' });
    expect(await refusal(world.save(await world.clerk(), refused, {}))).toMatchObject({
      code: 'accounts.not-draft',
    });
  });

  test('withdrawn while the last step is decided: one of the two happens, and the other is told', async () => {
    for (let round = 0; round < 4; round++) {
      const filing = must(await world.submit(await world.clerk(), await world.opening('app')));
      must(await world.decide(await world.leader(), filing));
      const [county, city] = await world.above();
      must(await world.decide(county, filing));
      const both = await Promise.allSettled([
        world.withdraw(filing),
        world.decide(city, filing, 'refuse', '不予备案'),
      ]);
      expect(
        both.filter((each) => each.status === 'fulfilled' && (each.value as Outcome<unknown>).ok),
      ).toHaveLength(1);
      const now = await world.read(await world.clerk(), filing);
      expect(now.state).toBe(both[0]?.status === 'fulfilled' ? 'withdrawn' : 'refused');
    }
  });

  test('content that was changed past the application decides nothing', async () => {
    const filing = must(await world.submit(await world.clerk(), await world.opening('app')));
    await sql`update filings set "values" = jsonb_set("values", '{account.name}', '"偷换"') where id = ${filing.id}`.execute(
      world.kernel.database.owner,
    );
    expect(await refusal(world.decide(await world.leader(), filing))).toMatchObject({
      kind: 'stale',
      code: 'approvals.content-changed',
    });
    must(await world.withdraw(filing));
  });

  test('a decision on what another saw is stale', async () => {
    const filing = must(await world.submit(await world.clerk(), await world.opening('app')));
    const { jurisdiction, id } = filing;
    const blind = world.change(await world.leader(), async (ctx) => {
      const [approval] = await approvalsOf(ctx, jurisdiction, { type: 'filing', id });
      return decideStep(ctx, {
        jurisdiction,
        approvalId: approval!.id,
        stepId: approval!.steps[0]!.id,
        decision: 'approve',
        digest: 'f'.repeat(64),
        version: 1,
        sealed: true,
        signedBy: '某',
      });
    });
    expect(await refusal(blind)).toMatchObject({ kind: 'stale', code: 'approvals.content-changed' });
    must(await world.withdraw(filing));
  });
});

describe('after approval', () => {
  test('numbers run on without gaps, the registry finds the account, strangers do not see it', async () => {
    const first = await approved();
    const second = await approved();
    const number = (filing: FilingWire) => Number(filing.filingNumber?.slice(-4));
    expect(number(second)).toBe(number(first) + 1);
    const query = { page: 1, size: 50, sort: '-number' as const };
    const mine = await world.ask(await world.clerk(), (ctx) => listAccounts(ctx, { ...query, q: '卫健' }));
    expect(mine.items[0]).toMatchObject({ filingNumber: second.filingNumber, name: NAME, state: 'approved' });
    expect(mine.total).toBeGreaterThanOrEqual(2);
    for (const [unit, post, total] of [
      ['fs-zs', '备案员', mine.total],
      ['bs-zs', '备案员', mine.total],
      ['fs-xc', '经办人', mine.total],
      ['fs-jy', '经办人', 0],
      ['qj-bg', '备案员', 0],
    ] as const) {
      const seen = await world.ask(await world.actor(unit, post), (ctx) =>
        listAccounts(ctx, { ...query, jurisdiction: '220000' }),
      );
      expect([unit, seen.total]).toEqual([unit, total]);
    }
    const platform = await world.ask(await world.clerk(), (ctx) =>
      listAccounts(ctx, { ...query, platform: 'no-such', size: 1 }),
    );
    expect(platform).toMatchObject({ items: [], total: 0, size: 1 });
    const filings = await world.ask(await world.clerk(), (ctx) =>
      listFilings(ctx, { page: 1, size: 5, sort: '-updated', state: 'approved' }),
    );
    expect(filings.items.every(({ state }) => state === 'approved')).toBe(true);
  });

  test('an opening to come is refused, one before the approval is recorded and shown', async () => {
    const filing = await approved();
    const open = async (openedOn: string, more = {}) =>
      world.change(await world.clerk(), (ctx) =>
        recordOpening(ctx, {
          ...filing,
          openedOn,
          platformUid: uidOn(String(filing.values['account.platform'])),
          ...more,
        }),
      );
    expect(codesOf(await open('2026-09-22'))).toEqual(['accounts.opened-in-future']);
    expect(codesOf(await open('2026-09-31'))).toEqual(['accounts.day-bad']);
    expect(codesOf(await open('2026-09-21', { url: 'ftp://x' }))).toEqual(['accounts.url-bad']);
    expect(await refusal(open('2026-09-21', { version: filing.version - 1 }))).toMatchObject({
      kind: 'stale',
    });
    expect(codesOf(await open('2026-09-21', { otherUid: '不是编号' }))).toEqual(['accounts.uid-format']);
    must(await open('2026-09-01'));
    const opened = await world.read(await world.clerk(), filing);
    expect(opened).toMatchObject({ state: 'opened', openedOn: '2026-09-01', openedBeforeApproval: true });
    expect(await refusal(open('2026-09-01'))).toMatchObject({ code: 'accounts.not-approved' });
  });

  test('two accounts given the same number at once: one has it, the other is told', async () => {
    const [one, two] = [await approved('app'), await approved('mini-program')];
    await sql`update accounts set platform = 'app' where filing_id in (${one.id}, ${two.id})`.execute(
      world.kernel.database.owner,
    );
    const open = async (filing: FilingWire) =>
      world.change(await world.clerk(), (ctx) =>
        recordOpening(ctx, { ...filing, openedOn: '2026-09-21', platformUid: 'cn.gov.fusong.app' }),
      );
    const both = await Promise.allSettled([open(one), open(two)]);
    const taken = both.filter((each) => each.status === 'fulfilled' && each.value.ok);
    expect(taken).toHaveLength(1);
    const told = both.map((each) => (each.status === 'rejected' ? each.reason.code : codesOf(each.value)[0]));
    expect(told.filter((code) => String(code).startsWith('accounts.uid-taken'))).toHaveLength(1);
  });

  test('an entry is made once, with its receipt, by whoever has to make it', async () => {
    const filing = await approved();
    const [entry] = filing.entries;
    const finish = async (more: object = {}, who = world.clerk()) =>
      world.change(await who, (ctx) =>
        finishEntry(ctx, { ...filing, entryId: entry!.id, enteredOn: '2026-09-21', ...more }),
      );
    expect(await refusal(finish({}, world.actor('fs-jy', '经办人')))).toMatchObject({ kind: 'forbidden' });
    expect(codesOf(await finish({ enteredOn: '2026-09-22' }))).toEqual(['accounts.entry-in-future']);
    expect(codesOf(await finish({ enteredOn: '2026-09-20' }))).toEqual(['accounts.entry-before-anchor']);
    expect(codesOf(await finish({ fileId: filing.id }))).toEqual(['accounts.entry-file-unknown']);
    must(
      await world.change(await world.clerk(), (ctx) =>
        attachFile(ctx, filing, { label: `entry.${entry!.id}`, name: '回执.pdf', content: PAPER }),
      ),
    );
    const receipt = await world.ask(await world.clerk(), async (ctx) => {
      return (await listFiles(ctx, filing.jurisdiction, { type: 'filing', id: filing.id })).at(-1)!.id;
    });
    must(await finish({ fileId: receipt, number: 'GB-1' }));
    const after = await world.read(await world.clerk(), filing);
    expect(after.entries[0]).toMatchObject({
      state: 'done',
      number: 'GB-1',
      late: false,
      file: { name: '回执.pdf' },
    });
    expect(after.clocks[0]).toMatchObject({ state: 'met', due: '2026-09-24' });
    expect(await refusal(finish())).toMatchObject({ code: 'accounts.entry-done' });
  });

  test('FS-11 entered on the due day and written down the day after is in time', async () => {
    const filing = await approved();
    const [entry] = filing.entries;
    const due = String(entry?.due);
    expect(due).toBe('2026-09-24');
    await world.kernel.setNow('2026-09-28');
    expect((await world.read(await world.clerk(), filing)).entries[0]).toMatchObject({
      state: 'running',
      overdue: true,
    });
    const finish = world.change(await world.clerk(), (ctx) =>
      finishEntry(ctx, { ...filing, entryId: entry!.id, enteredOn: due }),
    );
    must(await finish);
    const after = await world.read(await world.clerk(), filing);
    expect(after.entries[0]).toMatchObject({ late: false, enteredOn: due });
    const clocks = await world.ask(await world.clerk(), (ctx) =>
      deadlinesOfSubject(ctx.tx, filing.jurisdiction, { type: 'filing', id: filing.id }),
    );
    expect(clocks.map((clock) => standingOf(clock, '2026-09-28T02:00:00.000Z'))).toEqual(['met-in-time']);
    await world.kernel.setNow('2026-09-21');
  });

  test('FS-A2b the printed form is a Word file and a PDF: opinions blank before, with seal, signature and day after', async () => {
    const filing = await approved('mini-program');
    const textOf = async (key: Key): Promise<string> => {
      const { content } = await world.ask(await world.clerk(), (ctx) => printForm(ctx, key, 'docx'));
      const xml = (await openArchive(content as Buffer).read('word/document.xml')).toString('utf8');
      return xml.replace(/<[^>]+>/g, '');
    };
    const blank = await textOf(await world.opening('app'));
    expect(blank).toContain('政务新媒体开设、变更、注销审批表');
    expect(blank).toContain('群众需要权威的健康信息');
    expect(blank).not.toContain('主要领导');
    const filled = await textOf(filing);
    for (const text of [
      '抚松县卫生健康局',
      '抚松卫健',
      '小程序',
      '王小明',
      '2026年9月21日',
      'fs-ws主要领导',
      'fs-zs主要领导',
      String(filing.filingNumber),
    ]) {
      expect(filled).toContain(text);
    }
    const pdf = await world.ask(await world.clerk(), (ctx) => printForm(ctx, filing, 'pdf'));
    expect((pdf.content as Buffer).subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.name).toMatch(/^政务新媒体开设、变更、注销审批表-.*\.pdf$/);
  });
});
