import { uiWords } from '../../contracts/ui/words.ts';

const words = uiWords.dates;
const DAY_MS = 86_400_000;

/** The parts of a 'YYYY-MM-DD' day, weekday 0 = Sunday; null for anything else. */
export function dayParts(day: string): { year: number; month: number; date: number; weekday: number } | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(day);
  if (!match) return null;
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return { year, month, date, weekday: new Date(Date.UTC(year, month - 1, date)).getUTCDay() };
}

/** '2026年9月29日'; an unreadable day comes back as it is. */
export function fullDay(day: string): string {
  const parts = dayParts(day);
  return parts ? words.full(parts.year, parts.month, parts.date) : day;
}

/** '2026年9月29日', with '14:05' where a minute is given. */
export function fullMoment(moment: string): string {
  const time = /T(\d{2}:\d{2})/.exec(moment);
  return time ? `${fullDay(moment)} ${time[1]}` : fullDay(moment);
}

/** '9月29日', for places where the year is plain from what stands around it. */
export function shortDay(day: string): string {
  const parts = dayParts(day);
  return parts ? words.short(parts.month, parts.date) : day;
}

/** '周三'. */
export function weekdayName(day: string): string {
  const parts = dayParts(day);
  return parts ? words.weekday(words.weekdays[parts.weekday] ?? '') : '';
}

/** Days from one day to another, negative when `to` lies before `from`. */
export function daysBetween(from: string, to: string): number {
  const [a, b] = [dayParts(from), dayParts(to)];
  if (!a || !b) return 0;
  return Math.round((Date.UTC(b.year, b.month - 1, b.date) - Date.UTC(a.year, a.month - 1, a.date)) / DAY_MS);
}

const legal = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});
const legalTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** The day of an instant in the legal zone, whatever zone the browser is set to. */
export function legalDay(instant: Date): string {
  return legal.format(instant);
}

/** '2026年9月29日 14:05' of an ISO instant, in the legal zone. */
export function fullInstant(iso: string): string {
  const instant = new Date(iso);
  if (Number.isNaN(instant.getTime())) return iso;
  return `${fullDay(legalDay(instant))} ${legalTime.format(instant)}`;
}

/** '14:05' of an instant, in the legal zone. */
export function clockTime(instant: Date): string {
  return legalTime.format(instant);
}

/** How a due day stands to today, in words, and how urgent it is. */
export function dueStanding(
  due: string,
  today: string,
): { text: string; urgency: 'overdue' | 'soon' | 'calm' } {
  const left = daysBetween(today, due);
  if (left < 0) return { text: uiWords.due.overdueBy(-left), urgency: 'overdue' };
  if (left === 0) return { text: uiWords.due.dueToday, urgency: 'soon' };
  if (left === 1) return { text: uiWords.due.dueTomorrow, urgency: 'soon' };
  return { text: uiWords.due.leftDays(left), urgency: left <= 3 ? 'soon' : 'calm' };
}
