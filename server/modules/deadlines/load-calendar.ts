import type { Tx } from '../../kernel/db/database.ts';
import { announcedYears, type Calendar, calendarOf } from '../../policy/calendar/index.ts';
import { readCalendarHead, readLoadedYears } from './store-calendar.ts';

/**
 * A reader of the calendar in force, for the kernel: the years shipped with the program, each replaced by the year
 * an administrator loaded. So an upgrade that brings a new notice takes effect by itself, and a correction made
 * here outlives it. What it keeps is only what the version in the database already stands for.
 */
export function createCalendarReader(): (tx: Tx) => Promise<Calendar> {
  let latest: { head: number; calendar: Calendar } | null = null;
  return async (tx) => {
    const head = await readCalendarHead(tx);
    if (latest?.head === head) return latest.calendar;
    const loaded = new Map((head === 0 ? [] : await readLoadedYears(tx)).map((year) => [year.year, year]));
    const shipped = announcedYears.years.filter(({ year }) => !loaded.has(year));
    const calendar = calendarOf({ version: calendarVersion(head), years: [...shipped, ...loaded.values()] });
    latest = { head, calendar };
    return calendar;
  };
}

/** The name of a state of the calendar: the shipped years and how often others were loaded over them. */
export function calendarVersion(head: number): string {
  return `${announcedYears.version}+${head}`;
}
