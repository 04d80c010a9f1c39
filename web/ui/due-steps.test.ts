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

test('a tile holds a word: the holiday without what is remarked of it, 调休 for a make-up day', () => {
  const days = stripDays(
    [
      { date: '2026-12-31', counted: false, why: '起算日，不计入' },
      { date: '2027-01-01', counted: false, why: '元旦（法定节假日，当年放假通知尚未收录），不计入' },
      { date: '2027-01-02', counted: true, why: '调休上班，计入' },
    ],
    '2027-01-02',
  );
  expect(days.map((day) => day.note)).toEqual([undefined, '元旦', '调休']);
});
