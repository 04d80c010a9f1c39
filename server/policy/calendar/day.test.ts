import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addMonths,
  civilOf,
  dayNumberOf,
  dayOfNumber,
  daysBetween,
  isDay,
  numberOfDay,
  weekdayOf,
} from './day.ts';

const numbers = fc.integer({ min: dayNumberOf(1900, 1, 1), max: dayNumberOf(2100, 12, 31) });

test('day numbers agree with the clock of the engine', () => {
  fc.assert(
    fc.property(numbers, (number) => {
      const date = new Date(number * 86_400_000);
      expect(dayOfNumber(number)).toBe(date.toISOString().slice(0, 10));
      expect(numberOfDay(dayOfNumber(number))).toBe(number);
      expect(weekdayOf(number)).toBe(date.getUTCDay());
      const { year, month, dayOfMonth } = civilOf(number);
      expect(dayNumberOf(year, month, dayOfMonth)).toBe(number);
    }),
  );
});

test('a day is a real one', () => {
  expect(['2024-02-29', '2000-02-29'].map(isDay)).toEqual([true, true]);
  expect(['2100-02-29', '2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31'].some(isDay)).toBe(false);
});

test('months keep the day where the month has it', () => {
  expect(addMonths('2026-01-31', 1)).toEqual({ day: '2026-02-28', clamped: true });
  expect(addMonths('2026-01-31', 2)).toEqual({ day: '2026-03-31', clamped: false });
  expect(addMonths('2026-03-31', -1)).toEqual({ day: '2026-02-28', clamped: true });
  expect(addMonths('2026-12-15', 1)).toEqual({ day: '2027-01-15', clamped: false });
  expect(daysBetween('2026-02-28', '2026-03-01')).toBe(1);
});
