import { CalendarError } from './calendar-error.ts';
import { addDays, type Day, dayOfNumber, isDay, numberOfDay, two } from './day.ts';

/** A day 'YYYY-MM-DD' or a minute of a day 'YYYY-MM-DDTHH:MM+08:00'. */
export type Moment = string;

const MINUTES_OF_DAY = 1440;
const LEGAL_OFFSET = 480;
const MOMENT_PATTERN =
  /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(?:(Z)|([+-])(\d{2}):(\d{2}))?$/;

/** A moment taken apart: its day, the minute of the day in +08:00, and whether a time was given at all. */
export interface MomentParts {
  readonly day: Day;
  readonly minute: number;
  readonly timed: boolean;
}

/**
 * Reads a day or a date-time. Without an offset the time is legal time (+08:00); another offset is converted.
 * Seconds are dropped: no regulation counts them. Throws CalendarError 'bad-moment'.
 */
export function parseMoment(text: Moment): MomentParts {
  if (isDay(text)) return { day: text, minute: 0, timed: false };
  const match = MOMENT_PATTERN.exec(text);
  const day = match?.[1];
  if (!match || day === undefined || !isDay(day)) throw new CalendarError('bad-moment', { text });
  const [hour, minute, second] = [Number(match[2]), Number(match[3]), Number(match[4] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) throw new CalendarError('bad-moment', { text });
  const legal = hour * 60 + minute - offsetOf(match, text) + LEGAL_OFFSET;
  return momentAt(numberOfDay(day) * MINUTES_OF_DAY + legal);
}

/** Writes the parts: a timed moment as 'YYYY-MM-DDTHH:MM+08:00', an untimed one as the day. */
export function formatMoment(parts: MomentParts): Moment {
  if (!parts.timed) return parts.day;
  return `${parts.day}T${two(Math.floor(parts.minute / 60))}:${two(parts.minute % 60)}+08:00`;
}

/** Minutes from 1970-01-01T00:00+08:00 to the moment. */
export function minutesOf(parts: MomentParts): number {
  return numberOfDay(parts.day) * MINUTES_OF_DAY + parts.minute;
}

/** The timed moment so many minutes after 1970-01-01T00:00+08:00; the inverse of minutesOf. */
export function momentAt(minutes: number): MomentParts {
  const dayNumber = Math.floor(minutes / MINUTES_OF_DAY);
  return { day: dayOfNumber(dayNumber), minute: minutes - dayNumber * MINUTES_OF_DAY, timed: true };
}

/** The legal day a moment falls on. */
export function dayOfMoment(text: Moment): Day {
  return parseMoment(text).day;
}

/** The moment in legal time, timed: '2026-09-29T01:00:00.000Z' → '2026-09-29T09:00+08:00'. */
export function legalMoment(text: Moment): Moment {
  return formatMoment({ ...parseMoment(text), timed: true });
}

/** The instant of a moment in UTC as ISO 8601 with milliseconds, so that instants compare as texts do. */
export function instantOf(text: Moment): string {
  const utc = momentAt(minutesOf(parseMoment(text)) - LEGAL_OFFSET);
  return `${utc.day}T${two(Math.floor(utc.minute / 60))}:${two(utc.minute % 60)}:00.000Z`;
}

/** The instant (UTC, ISO 8601) so many hours before a moment. */
export function hoursBefore(text: Moment, hours: number): string {
  return instantOf(formatMoment(momentAt(minutesOf(parseMoment(text)) - hours * 60)));
}

/** The instant (UTC, ISO 8601) from which a due moment has passed: the end of a due day, or the due minute itself. */
export function endOfDue(due: Moment): string {
  const parts = parseMoment(due);
  return instantOf(parts.timed ? due : addDays(parts.day, 1));
}

function offsetOf(match: RegExpExecArray, text: string): number {
  if (match[5] === 'Z') return 0;
  if (match[6] === undefined) return LEGAL_OFFSET;
  const [hours, minutes] = [Number(match[7]), Number(match[8])];
  if (hours > 14 || minutes > 59) throw new CalendarError('bad-moment', { text });
  return (match[6] === '-' ? -1 : 1) * (hours * 60 + minutes);
}
