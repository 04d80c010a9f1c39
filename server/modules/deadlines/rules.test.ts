import { describe, expect, test } from 'vitest';
import { SHIPPED_CALENDAR as calendar } from '../../policy/calendar/index.ts';
import { type Deadline, stateAfter } from './model.ts';
import {
  computed,
  extensionProblem,
  firstReminder,
  nextReminder,
  reachedReminder,
  reminderPlan,
  sourcesOf,
  standingOf,
  usualReminders,
} from './rules.ts';

function deadline(more: Partial<Deadline> = {}): Deadline {
  const clock = {
    startedAt: '2026-09-29',
    term: { n: 7, unit: 'workday' } as const,
    extensions: [],
    suspensions: [],
    ...more,
  };
  return {
    jurisdiction: '620171',
    id: '0',
    subject: { type: 'objection', id: '1' },
    ownerUnitId: '0',
    ownerPosts: [],
    escalationUnitId: null,
    title: '处理异议',
    rule: 'objection.term',
    basis: [],
    pack: null,
    packVersion: null,
    longest: { term: { n: 30, unit: 'workday' }, basis: [] },
    remindBefore: usualReminders(clock.term),
    state: 'running',
    closedAt: null,
    remindAt: null,
    createdAt: '2026-09-29T01:00:00.000Z',
    ...clock,
    computed: computed(calendar, clock),
  };
}

describe('overdue', () => {
  test('begins when the due day has ended in Shanghai, not before', () => {
    const running = deadline();
    expect(running.computed.due).toBe('2026-10-14');
    expect(standingOf(running, '2026-10-14T15:59:59.999Z')).toBe('in-time');
    expect(standingOf(running, '2026-10-14T16:00:00.000Z')).toBe('overdue');
  });

  test('of hours begins at the minute', () => {
    const hours = deadline({ startedAt: '2026-09-29T10:00', term: { n: 24, unit: 'hour' } });
    expect(standingOf(hours, '2026-09-30T01:59:59.999Z')).toBe('in-time');
    expect(standingOf(hours, '2026-09-30T02:00:00.000Z')).toBe('overdue');
  });

  test('is judged for a met deadline by when it was met, and never for one that stands still', () => {
    const now = '2027-01-01T00:00:00.000Z';
    expect(standingOf(deadline({ state: 'met', closedAt: '2026-10-14T15:00:00.000Z' }), now)).toBe(
      'met-in-time',
    );
    expect(standingOf(deadline({ state: 'met', closedAt: '2026-10-15T00:00:00.000Z' }), now)).toBe(
      'met-late',
    );
    expect(standingOf(deadline({ state: 'suspended' }), now)).toBe('suspended');
  });
});

test('lawful moves: what is closed stays closed', () => {
  expect(stateAfter('met', 'cancel')).toBeNull();
  expect(stateAfter('cancelled', 'resume')).toBeNull();
  expect(stateAfter('running', 'resume')).toBeNull();
  expect(stateAfter('suspended', 'extend')).toBeNull();
  expect(stateAfter('suspended', 'meet')).toBe('met');
});

describe('LZ-33b an extension', () => {
  const now = '2026-10-13T01:00:00.000Z';

  test('up to thirty working days in all is allowed, one day more is not', () => {
    expect(extensionProblem(calendar, deadline(), { n: 23, unit: 'workday' }, now)).toBeNull();
    const problem = extensionProblem(calendar, deadline(), { n: 24, unit: 'workday' }, now);
    expect(problem).toMatchObject({ code: 'deadlines.beyond-limit', field: 'term' });
    expect(problem?.facts).toEqual({ asked: '2026-11-17', last: '2026-11-16' });
  });

  test('in calendar days is measured by the same last day', () => {
    const term = (n: number) => ({ n, unit: 'day' }) as const;
    expect(extensionProblem(calendar, deadline(), term(33), now)).toBeNull();
    expect(extensionProblem(calendar, deadline(), term(34), now)?.code).toBe('deadlines.beyond-limit');
  });

  test('counts earlier extensions, and suspensions lengthen both alike', () => {
    const extended = deadline({
      extensions: [{ term: { n: 20, unit: 'workday' }, reason: '复杂', at: now }],
    });
    expect(extensionProblem(calendar, extended, { n: 3, unit: 'workday' }, now)).toBeNull();
    expect(extensionProblem(calendar, extended, { n: 4, unit: 'workday' }, now)).not.toBeNull();
    const stopped = deadline({ suspensions: [{ from: '2026-10-09', to: '2026-10-12', reason: '征求意见' }] });
    expect(extensionProblem(calendar, stopped, { n: 23, unit: 'workday' }, now)).toBeNull();
    expect(extensionProblem(calendar, stopped, { n: 24, unit: 'workday' }, now)).not.toBeNull();
  });

  test('needs a rule that allows it and a clock that has not run out', () => {
    const term = { n: 1, unit: 'workday' } as const;
    expect(extensionProblem(calendar, deadline({ longest: null }), term, now)?.code).toBe(
      'deadlines.no-extension',
    );
    const late = extensionProblem(calendar, deadline(), term, '2026-10-15T00:00:00.000Z');
    expect(late?.code).toBe('deadlines.already-overdue');
  });
});

describe('reminders', () => {
  test('come three and one working days before, at the opening of the office, and when the day is over', () => {
    expect(reminderPlan(calendar, deadline())).toEqual([
      { stage: 'before-3-workday', at: '2026-10-10T00:30:00.000Z' },
      { stage: 'before-1-workday', at: '2026-10-13T00:30:00.000Z' },
      { stage: 'overdue', at: '2026-10-14T16:00:00.000Z' },
    ]);
  });

  test('that would come on the first day are left out', () => {
    const short = deadline({ startedAt: '2026-11-02', term: { n: 3, unit: 'workday' } });
    expect(reminderPlan(calendar, short).map(({ stage }) => stage)).toEqual(['before-1-workday', 'overdue']);
  });

  test('GD-4.2c of three days begun on a Friday come on the morning of the due day, there being no day before', () => {
    const friday = deadline({ startedAt: '2026-11-20', term: { n: 3, unit: 'day' } });
    expect(reminderPlan(calendar, friday)).toEqual([
      { stage: 'due-day', at: '2026-11-23T00:30:00.000Z' },
      { stage: 'overdue', at: '2026-11-23T16:00:00.000Z' },
    ]);
  });

  test('of hours come a quarter before', () => {
    const hours = deadline({ startedAt: '2026-09-29T10:00', term: { n: 24, unit: 'hour' } });
    expect(reminderPlan(calendar, hours)).toEqual([
      { stage: 'before-6-hour', at: '2026-09-29T20:00:00.000Z' },
      { stage: 'overdue', at: '2026-09-30T02:00:00.000Z' },
    ]);
  });

  test('the last whose time has come is the one to send, the next is the one to wait for', () => {
    const plan = reminderPlan(calendar, deadline());
    expect(reachedReminder(plan, '2026-10-01T00:00:00.000Z')).toBeNull();
    expect(reachedReminder(plan, '2026-10-13T05:00:00.000Z')?.stage).toBe('before-1-workday');
    expect(nextReminder(plan, '2026-10-13T05:00:00.000Z')).toBe('2026-10-14T16:00:00.000Z');
    expect(nextReminder(plan, '2026-12-01T00:00:00.000Z')).toBeNull();
    expect(firstReminder(plan, '2026-12-01T00:00:00.000Z')).toBe('2026-10-14T16:00:00.000Z');
  });
});

test('a due day names the notices it rests on', () => {
  const over = deadline({ startedAt: '2026-12-30', term: { n: 5, unit: 'workday' } });
  expect(sourcesOf(calendar, over)).toEqual([
    '国办发明电〔2025〕7号',
    '全国年节及纪念日放假办法（2024年修订，国务院令第795号）',
  ]);
});
