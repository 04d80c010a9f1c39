import { goneWords, uploadColumns } from '../../../contracts/sightings/words.ts';
import { isDay } from '../../policy/calendar/index.ts';
import type { Seen } from './model.ts';

type Column = keyof typeof uploadColumns;

/** A row of an uploaded table with its number as a person counts it. */
export interface TableRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** What one row says was seen, and of which account. */
export interface UploadedLook extends Seen {
  readonly row: number;
  readonly number: string | null;
  readonly platformText: string | null;
  /** Written day, '' where the row says none. */
  readonly seenOn: string;
  readonly note: string | null;
}

export type UploadRead =
  | { readonly ok: true; readonly looks: readonly UploadedLook[] }
  | { readonly ok: false; readonly code: 'sightings.no-columns' | 'sightings.empty-upload' };

const NAMING: readonly Column[] = ['number', 'uid', 'url'];
const LONGEST = 500;
/** Before it there was nothing to be seen. */
const EARLIEST = '1990-01-01';
const WEB_ADDRESS = /^https?:\/\/\S+$/i;

/** Reads a table whose first row names its columns; columns nobody knows are left alone. Pure. */
export function readLooks(rows: readonly TableRow[]): UploadRead {
  const [head, ...body] = rows;
  const place = (column: Column) => {
    const names: readonly string[] = uploadColumns[column];
    return (head?.cells ?? []).findIndex((cell) => names.includes(cell.trim()));
  };
  const places = new Map((Object.keys(uploadColumns) as Column[]).map((column) => [column, place(column)]));
  if (!NAMING.some((column) => (places.get(column) ?? -1) >= 0))
    return { ok: false, code: 'sightings.no-columns' };
  const looks = body
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map((row) => lookOf(row, places));
  return looks.length > 0 ? { ok: true, looks } : { ok: false, code: 'sightings.empty-upload' };
}

function lookOf({ row, cells }: TableRow, places: ReadonlyMap<Column, number>): UploadedLook {
  const text = (column: Column): string | null => (cells[places.get(column) ?? -1] ?? '').trim() || null;
  const gone = goneWords.includes(text('presence') ?? '');
  return {
    row,
    number: text('number'),
    platformText: text('platform'),
    presence: gone ? 'gone' : 'there',
    name: text('name'),
    handle: text('handle'),
    uid: text('uid'),
    url: text('url'),
    certification: text('certification'),
    avatar: text('avatar'),
    seenOn: text('seenOn') ?? '',
    note: text('note'),
  };
}

/** What keeps a row from being recorded, before anybody looks for its account; null where nothing does. */
export function lookProblem(look: UploadedLook, today: string): string | null {
  const texts = [look.name, look.handle, look.uid, look.url, look.certification, look.avatar, look.note];
  if (texts.some((text) => (text ?? '').length > LONGEST)) return 'row.too-long';
  if (look.seenOn !== '' && !(isDay(look.seenOn) && look.seenOn >= EARLIEST)) return 'row.bad-day';
  if (look.url !== null && !WEB_ADDRESS.test(look.url)) return 'row.url-bad';
  if (look.seenOn > today) return 'row.future';
  const seen = [look.name, look.handle, look.certification, look.avatar];
  // A row that is found by its identifier or address and names nothing else saw at least that much.
  const found = look.number === null ? seen : [...seen, look.uid, look.url];
  return look.presence === 'there' && found.every((text) => text === null) ? 'row.nothing-seen' : null;
}
