import { expect, test } from 'vitest';
import { daysBetween, dueStanding, fullDay, fullInstant, legalDay, weekdayName } from './day.ts';

test('days are written the Chinese way and keep their weekday in every zone', () => {
  expect(fullDay('2026-09-29')).toBe('2026年9月29日');
  expect(weekdayName('2026-09-29')).toBe('周二');
  expect(fullDay('soon')).toBe('soon');
});

test('an instant is shown in the legal zone', () => {
  expect(legalDay(new Date('2026-09-29T16:30:00Z'))).toBe('2026-09-30');
  expect(fullInstant('2026-09-29T16:05:00Z')).toBe('2026年9月30日 00:05');
});

test('days between two days count across months and years', () => {
  expect(daysBetween('2026-12-30', '2027-01-02')).toBe(3);
  expect(daysBetween('2026-03-01', '2026-02-28')).toBe(-1);
});

test('a due day says how it stands to today', () => {
  expect(dueStanding('2026-09-27', '2026-09-29')).toEqual({ text: '已逾期 2 天', urgency: 'overdue' });
  expect(dueStanding('2026-09-29', '2026-09-29').urgency).toBe('soon');
  expect(dueStanding('2026-10-14', '2026-09-29')).toEqual({ text: '还有 15 天', urgency: 'calm' });
});
