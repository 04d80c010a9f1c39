import { decodeEntities } from './scan-xml.ts';

/** Built-in formats of days and times, the ones of Chinese editions included. */
const BUILT_IN_DATES = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54,
  55, 56, 57, 58,
]);

/** True where a format code shows a day or a time: letters that stand for themselves are left out first. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN_DATES.has(id);
  const bare = decodeEntities(code)
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?![hms]+\])[^\]]*\]/gi, '');
  return /[ymdhs]/i.test(bare.replace(/general|e[+-]/gi, ''));
}

const DAY_MS = 86_400_000;
const two = (value: number) => String(value).padStart(2, '0');

/** A spreadsheet's serial number as 'YYYY-MM-DD', with ' HH:MM:SS' where it carries a time of day. */
export function serialToText(serial: number, from1904: boolean): string {
  const seconds = Math.round(serial * 86_400);
  const whole = Math.floor(seconds / 86_400);
  const rest = seconds - whole * 86_400;
  const time = `${two(Math.floor(rest / 3600))}:${two(Math.floor(rest / 60) % 60)}:${two(rest % 60)}`;
  if (whole === 0 && !from1904) return time;
  // Day 60 of the 1900 system is a 29 February that never was; later days count from one day earlier.
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, whole < 60 ? 31 : 30);
  const day = new Date(epoch + whole * DAY_MS);
  if (Number.isNaN(day.getTime())) return String(serial);
  const date = day.toISOString().slice(0, 10);
  return rest === 0 ? date : `${date} ${time}`;
}

/** A number as people wrote it: no exponent for codes and telephone numbers, no binary dust behind the point. */
export function numberToText(raw: string): string {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw.trim();
  if (Number.isInteger(value) && Math.abs(value) >= 1e21) return BigInt(value).toString();
  return String(Number(value.toPrecision(15)));
}

/** Undoes the _x000D_ notation that spreadsheets use for characters XML cannot hold. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Column number of a cell reference, counted from 0 ('A1' → 0, 'AB7' → 27); -1 where it is none. */
export function columnOf(reference: string): number {
  let column = 0;
  let at = 0;
  for (; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return at === 0 || at > 3 ? -1 : column - 1;
}
