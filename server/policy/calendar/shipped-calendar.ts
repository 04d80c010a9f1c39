import { ANNOUNCED_YEARS } from './announced-years.ts';
import { calendarOf } from './calendar.ts';

/** The calendar as shipped, for a new database and for whoever has none: the notices for 2018 to 2026. */
export const SHIPPED_CALENDAR = calendarOf({ version: 'shipped-2026', years: ANNOUNCED_YEARS });
