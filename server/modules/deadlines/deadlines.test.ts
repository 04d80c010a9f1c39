import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemActor } from '../../kernel/actor.ts';
import type { TestKernel } from '../../kernel/testing.ts';
import { type Planted, plant } from '../directory/testing.ts';
import { cancelDeadline } from './cancel-deadline.ts';
import { extendDeadline } from './extend-deadline.ts';
import { recompute, sweep } from './jobs.ts';
import { meetDeadline } from './meet-deadline.ts';
import type { Deadline, DeadlineKey } from './model.ts';
import { resumeDeadline } from './resume-deadline.ts';
import { startDeadline } from './start-deadline.ts';
import { eventsOf, readDeadline } from './store.ts';
import { insertYear } from './store-calendar.ts';
import { suspendDeadline } from './suspend-deadline.ts';
import { createDeadlineTest, type DeadlineTest, objection, value } from './testing.ts';

let at: DeadlineTest;
let planted: Planted;

beforeAll(async () => {
  at = await createDeadlineTest();
  await at.setNow('2026-09-29');
  const seed = { jurisdiction: '620171', kind: 'department', tier: 'city' } as const;
  planted = await plant(at as unknown as TestKernel, [
    {
      ...seed,
      key: 'office',
      name: '管委会办公室',
      posts: { 'filing-officer': ['督办甲'] },
      roles: [['supervisor', '620171']],
    },
    { ...seed, key: 'bureau', name: '某局', posts: { 'info-officer': ['经办乙', '经办丙'] } },
    { ...seed, key: 'vacant', name: '空岗局', posts: { 'info-officer': [], 'principal-leader': ['局长丁'] } },
  ]);
});
afterAll(() => at.drop());

const begin = (more: Parameters<typeof objection>[1] = {}, unit = 'bureau') =>
  at.system((ctx) =>
    startDeadline(ctx, objection(planted.unit(unit), { escalationUnitId: planted.unit('office'), ...more })),
  );
const read = async (key: DeadlineKey): Promise<Deadline> => {
  const deadline = await at.runner.query(systemActor, (ctx) => readDeadline(ctx.tx, key));
  if (!deadline) throw new Error('gone');
  return deadline;
};
const noticesOf = async (subject: string) => {
  const { rows } = await sql<{ code: string; person_id: string }>`
    select code, person_id from notices where subject_id = ${subject} order by id`.execute(at.database.owner);
  return rows;
};
const trailOf = async (id: string) => {
  const { rows } = await sql<{ action: string; facts: Record<string, unknown> }>`
    select action, facts from audit_entries where subject_id = ${id} order by seq`.execute(at.database.owner);
  return rows;
};

describe('a clock', () => {
  test('starts with its due day, derivation, basis and trail, and only once for a subject and rule', async () => {
    await at.setNow('2026-09-29');
    const started = await begin();
    const stored = await read(started);
    expect(stored).toEqual(started);
    expect(stored.computed).toMatchObject({
      due: '2026-10-14',
      dueAt: '2026-10-14T16:00:00.000Z',
      provisional: false,
    });
    expect(stored.remindAt).toBe('2026-10-10T00:30:00.000Z');
    expect(await trailOf(started.id)).toMatchObject([
      { action: 'deadline.start', facts: { due: '2026-10-14' } },
    ]);
    await expect(begin({ subject: started.subject })).rejects.toMatchObject({ kind: 'conflict' });
    await at.system((ctx) => meetDeadline(ctx, started));
    await expect(begin({ subject: started.subject })).resolves.toMatchObject({ state: 'running' });
  });

  test('that was met or cancelled moves no more', async () => {
    const started = await begin();
    await at.system((ctx) => cancelDeadline(ctx, started, '申请人撤回'));
    await expect(at.system((ctx) => meetDeadline(ctx, started))).rejects.toMatchObject({ kind: 'stale' });
    expect(await read(started)).toMatchObject({ state: 'cancelled', remindAt: null });
  });

  test('stands still while suspended and runs on with the days that were left', async () => {
    await at.setNow('2026-11-02');
    const started = await begin({ from: '2026-11-02' });
    expect(started.computed.due).toBe('2026-11-11');
    await at.setNow('2026-11-04');
    const suspended = value(
      await at.runner.command(systemActor, (ctx) => suspendDeadline(ctx, started, '征求第三方意见')),
    );
    expect(suspended).toMatchObject({ state: 'suspended', remindAt: null });
    await at.setNow('2026-11-30');
    await sweep(at.runner);
    expect(await noticesOf(started.subject.id)).toEqual([]);
    const resumed = await at.system((ctx) => resumeDeadline(ctx, started));
    expect(resumed.computed.due).toBe('2026-12-07');
    expect(resumed.remindAt).toBe('2026-12-02T00:30:00.000Z');
    const events = await at.runner.query(systemActor, (ctx) => eventsOf(ctx.tx, started));
    expect(events.map(({ kind }) => kind)).toEqual(['start', 'suspend', 'resume']);
  });

  test('LZ-33b is extended with a reason and never beyond thirty working days in all', async () => {
    await at.setNow('2026-11-02');
    const started = await begin({ from: '2026-11-02' });
    const extend = (n: number, reason: string) =>
      at.runner.command(systemActor, (ctx) =>
        extendDeadline(ctx, started, { term: { n, unit: 'workday' }, reason }),
      );
    expect(await extend(5, ' ')).toMatchObject({
      ok: false,
      problems: [{ code: 'deadlines.reason-missing' }],
    });
    expect(await extend(24, '情况复杂')).toMatchObject({
      ok: false,
      problems: [{ code: 'deadlines.beyond-limit', basis: [{ article: '第三十三条' }] }],
    });
    expect((await read(started)).computed.due).toBe('2026-11-11');
    expect(value(await extend(23, '情况复杂')).computed.due).toBe('2026-12-14');
    const trail = await trailOf(started.id);
    expect(trail.at(-1)).toMatchObject({
      action: 'deadline.extend',
      facts: { dueBefore: '2026-11-11', dueAfter: '2026-12-14', reason: '情况复杂' },
    });
  });
});

describe('reminders', () => {
  test('fire once however many processes sweep at once, and escalate once when the day is over', async () => {
    await at.setNow('2026-11-02');
    const started = await begin({ from: '2026-11-02' });
    const others = [at.anotherProcess(), at.anotherProcess()];
    const everyone = [at.runner, ...others.map(({ runner }) => runner)];
    const sweepAll = async () => {
      const counts = await Promise.all(everyone.flatMap((runner) => [sweep(runner), sweep(runner)]));
      return counts.reduce((a, b) => a + b, 0);
    };
    await sweepAll();
    expect(await noticesOf(started.subject.id)).toEqual([]);
    await at.setNow('2026-11-06');
    await sweepAll();
    await sweepAll();
    const soon = await noticesOf(started.subject.id);
    expect(soon.map(({ code }) => code)).toEqual(['deadlines.due-soon', 'deadlines.due-soon']);
    expect(new Set(soon.map((n) => n.person_id))).toEqual(
      new Set([planted.person('经办乙'), planted.person('经办丙')]),
    );
    await at.setNow('2026-11-12');
    await sweepAll();
    await sweepAll();
    const late = (await noticesOf(started.subject.id)).slice(2);
    expect(late.map(({ code }) => code).sort()).toEqual([
      'deadlines.escalated',
      'deadlines.overdue',
      'deadlines.overdue',
    ]);
    expect(late.find(({ code }) => code === 'deadlines.escalated')?.person_id).toBe(planted.person('督办甲'));
    expect((await trailOf(started.id)).map(({ action }) => action)).toEqual([
      'deadline.start',
      'deadline.remind',
      'deadline.escalate',
    ]);
    expect((await read(started)).remindAt).toBeNull();
    await Promise.all(others.map(({ close }) => close()));
  });

  test('of a unit with vacant posts reach its leader; a clock started too late is escalated at once', async () => {
    await at.setNow('2026-11-30');
    const started = await begin({ from: '2026-11-02' }, 'vacant');
    await sweep(at.runner);
    expect(await noticesOf(started.subject.id)).toMatchObject([
      { code: 'deadlines.overdue', person_id: planted.person('局长丁') },
      { code: 'deadlines.escalated', person_id: planted.person('督办甲') },
    ]);
  });

  test('are announced to modules above in the same transaction when a clock has run out', async () => {
    await at.setNow('2026-11-30');
    const heard: unknown[] = [];
    const process = at.anotherProcess({
      'deadline.overdue': [async (_ctx, fact) => void heard.push(fact.data)],
    });
    const started = await begin({ from: '2026-11-02' });
    await sweep(process.runner);
    expect(heard).toContainEqual({ ...started.subject, rule: 'objection.term' });
    await process.close();
  });
});

test('a reminder that fails keeps none behind it from its turn', async () => {
  await at.setNow('2026-11-30');
  const sick = await begin({ from: '2026-10-09' });
  const sound = await begin({ from: '2026-10-12' });
  const process = at.anotherProcess({
    'deadline.overdue': [
      async (_ctx, { data }) => {
        if (data.id === sick.subject.id) throw new Error('sick');
      },
    ],
  });
  await expect(sweep(process.runner)).rejects.toThrow('1 reminders failed');
  expect(await noticesOf(sick.subject.id)).toEqual([]);
  expect(await noticesOf(sound.subject.id)).not.toEqual([]);
  await process.close();
  await at.system((ctx) => cancelDeadline(ctx, sick, '撤销'));
});

describe('a new notice', () => {
  test('recomputes what runs, records old and new due day with the notice, and leaves the rest alone', async () => {
    await at.setNow('2026-12-22');
    const moved = await begin({ from: '2026-12-29' });
    const same = await begin({ from: '2026-12-22', term: { n: 1, unit: 'workday' } });
    const closed = await begin({ from: '2026-12-29' });
    await at.system((ctx) => meetDeadline(ctx, closed));
    expect(moved.computed).toMatchObject({ due: '2027-01-08', provisional: true });
    await at.system(async (ctx) => {
      await insertYear(ctx.tx, 1, NOTICE_2027, { at: ctx.now.iso, by: null });
      ctx.audit({
        jurisdiction: '620171',
        action: 'calendar.update',
        subject: { type: 'calendar', id: '2027' },
      });
    });
    const other = at.anotherProcess();
    const changed = await Promise.all([recompute(at.runner), recompute(other.runner)]);
    await other.close();
    expect(changed[0] + changed[1]).toBeGreaterThanOrEqual(1);
    const after = await read(moved);
    expect(after.computed).toMatchObject({
      due: '2027-01-07',
      provisional: false,
      calendarVersion: 'shipped-2026+1',
    });
    const trail = (await trailOf(moved.id)).filter(({ action }) => action === 'deadline.recompute');
    expect(trail).toMatchObject([
      {
        facts: {
          dueBefore: '2027-01-08',
          dueAfter: '2027-01-07',
          notices: ['国办发明电〔2025〕7号', '测试通知'],
        },
      },
    ]);
    expect((await noticesOf(moved.subject.id)).map(({ code }) => code)).toEqual([
      'deadlines.moved',
      'deadlines.moved',
    ]);
    expect((await read(same)).computed).toMatchObject({
      due: '2026-12-23',
      calendarVersion: 'shipped-2026+1',
    });
    expect((await trailOf(same.id)).map(({ action }) => action)).toEqual(['deadline.start']);
    expect((await read(closed)).computed).toEqual(closed.computed);
    expect(await recompute(at.runner)).toBe(0);
  });
});

const NOTICE_2027 = {
  year: 2027,
  status: 'announced',
  source: '测试通知',
  holidays: [
    { name: '元旦', from: '2027-01-01', to: '2027-01-02' },
    { name: '春节', from: '2027-02-05', to: '2027-02-11' },
    { name: '清明节', from: '2027-04-05', to: '2027-04-05' },
    { name: '劳动节', from: '2027-05-01', to: '2027-05-05' },
    { name: '端午节', from: '2027-06-09', to: '2027-06-09' },
    { name: '中秋节', from: '2027-09-15', to: '2027-09-15' },
    { name: '国庆节', from: '2027-10-01', to: '2027-10-07' },
  ],
  makeUp: ['2027-01-03'],
} as const;
