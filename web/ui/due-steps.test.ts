import { expect, test } from 'vitest';
import { stripDays } from './due-steps.ts';

test('a derivation over the National Day shows start, holiday, weekend, make-up and due day', () => {
  const days = stripDays(
    [
      { date: '2026-09-30', counted: false, why: '起算日，不计入' },
      { date: '2026-10-01', counted: false, why: '国庆节放假，不计入' },
      { date: '2026-10-08', counted: true, why: '工作日，计入' },
      { date: '2026-10-10', counted: true, why: '调休上班，计入' },
      { date: '2026-10-11', counted: false, why: '周日，不计入' },
      { date: '2026-10-12', counted: true, why: '工作日，计入' },
    ],
    '2026-10-12',
  );
  expect(days.map((day) => day.kind)).toEqual([
    'start',
    'holiday',
    'workday',
    'makeup',
    'weekend',
    'workday',
  ]);
  expect(days[1]?.note).toBe('国庆节');
  expect(days.filter((day) => day.due).map((day) => day.date)).toEqual(['2026-10-12']);
});
