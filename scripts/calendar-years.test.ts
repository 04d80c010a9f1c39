import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkCalendarYear, isWorkingDay, SHIPPED_CALENDAR } from '../server/policy/calendar/index.ts';
import { chineseDays, seedYears, writeSource } from './calendar-years.ts';

const FILE = new URL('../server/policy/calendar/announced-years.ts', import.meta.url);
const YEARS = [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026];

function daysOfYear(year: number): string[] {
  const first = Date.UTC(year, 0, 1);
  const length = (Date.UTC(year + 1, 0, 1) - first) / 86_400_000;
  return Array.from({ length }, (_, i) => new Date(first + i * 86_400_000).toISOString().slice(0, 10));
}

describe('the shipped calendar', () => {
  test('the checked-in file is what the script writes', () => {
    expect(readFileSync(FILE, 'utf8')).toBe(writeSource(seedYears()));
  });

  test.each(YEARS)('%i agrees with chinese-days day by day', (year) => {
    const { holidays, workdays } = chineseDays();
    const worked = (day: string) => {
      const weekend = [0, 6].includes(new Date(day).getUTCDay());
      return day in workdays || (!weekend && !(day in holidays));
    };
    const days = daysOfYear(year);
    const differing = days.filter((day) => {
      const ruling = isWorkingDay(SHIPPED_CALENDAR, day);
      // The notice for 2027 may still move the last week of 2026.
      return ruling.working !== worked(day) || ruling.provisional !== day >= '2026-12-25';
    });
    expect(differing).toEqual([]);
    expect(days.filter((day) => day in holidays).length).toBeGreaterThan(20);
  });

  test('every shipped year passes the check an administrator’s year passes', () => {
    expect(SHIPPED_CALENDAR.data.years.map(({ year }) => year)).toEqual(YEARS);
    expect(SHIPPED_CALENDAR.data.years.flatMap(checkCalendarYear)).toEqual([]);
  });
});
