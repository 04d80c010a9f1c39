import { ANNOUNCED_YEARS } from './announced-years.ts';
import { calendarOf } from './calendar.ts';
import type { CalendarData } from './calendar-year.ts';

/** The notices for 2018 to 2026 as data, for whoever adds years of their own to them. */
export const announcedYears: CalendarData = { version: 'shipped-2026', years: ANNOUNCED_YEARS };

/** The calendar of these notices, for whoever has no other. */
export const SHIPPED_CALENDAR = calendarOf(announcedYears);
