import { activityColumns } from '../../../contracts/consolidation/words.ts';
import { isDay } from '../../policy/calendar/index.ts';
import type { Day } from '../../policy/index.ts';
import type { Activity } from './model.ts';

/** The figures of one month, as they are typed. */
export type Figures = Pick<Activity, 'month' | 'posts' | 'reads' | 'followers' | 'lastPostOn'>;

export interface FigureProblem {
  readonly field: keyof Figures;
  readonly code: 'month-bad' | 'month-later' | 'nothing-known' | 'day-later' | 'day-bad' | 'figure-bad';
}

const MOST = 1_000_000_000_000;
const MOST_POSTS = 1_000_000;

/** What is wrong with the figures of a month; null where nothing is. Pure. */
export function figureProblem(figures: Figures, today: Day): FigureProblem | null {
  const { month, lastPostOn } = figures;
  if (!/^(19|20)\d{2}-(0[1-9]|1[0-2])$/.test(month)) return { field: 'month', code: 'month-bad' };
  if (month > today.slice(0, 7)) return { field: 'month', code: 'month-later' };
  for (const field of ['posts', 'reads', 'followers'] as const) {
    const value = figures[field];
    const most = field === 'posts' ? MOST_POSTS : MOST;
    if (value !== null && (!Number.isSafeInteger(value) || value < 0 || value > most))
      return { field, code: 'figure-bad' };
  }
  if (lastPostOn !== null && !isDay(lastPostOn)) return { field: 'lastPostOn', code: 'day-bad' };
  if (lastPostOn !== null && lastPostOn > today) return { field: 'lastPostOn', code: 'day-later' };
  const { posts, reads, followers } = figures;
  if (posts === null && reads === null && followers === null && lastPostOn === null)
    return { field: 'posts', code: 'nothing-known' };
  return null;
}

/** A row of a sheet with its number as the spreadsheet shows it. */
export interface SheetRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** What a row says: of which account, and its figures or what is wrong with them. */
export interface ReadRow {
  readonly row: number;
  readonly account: string;
  readonly figures: Figures | null;
  /** A code of contracts/consolidation/words.ts `rowWords`; null where the row can be kept. */
  readonly problem: string | null;
}

type Column = keyof typeof activityColumns;

/** Reads the rows of a sheet whose first row names its columns; null where the columns that have to be there are not. */
export function readSheetRows(rows: readonly SheetRow[], today: Day): ReadRow[] | null {
  const [head, ...body] = rows;
  const places = new Map(
    (Object.keys(activityColumns) as Column[]).map((column) => {
      const names: readonly string[] = activityColumns[column].names;
      return [column, (head?.cells ?? []).findIndex((cell) => names.includes(cell.trim()))] as const;
    }),
  );
  if ((places.get('account') ?? -1) < 0 || (places.get('month') ?? -1) < 0) return null;
  return body
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map((row) => readRow(row, places, today));
}

function readRow({ row, cells }: SheetRow, places: ReadonlyMap<Column, number>, today: Day): ReadRow {
  const text = (column: Column) => (cells[places.get(column) ?? -1] ?? '').trim();
  const count = (column: Column): number | null => {
    const plain = text(column).replace(/[,，\s]/g, '');
    if (plain === '') return null;
    return /^\d+(\.0+)?$/.test(plain) ? Number(plain) : Number.NaN;
  };
  const figures: Figures = {
    month: monthOf(text('month')),
    posts: count('posts'),
    reads: count('reads'),
    followers: count('followers'),
    lastPostOn: dayOf(text('lastPostOn')) || null,
  };
  const account = text('account');
  const problem = account === '' ? 'no-account' : (figureProblem(figures, today)?.code ?? null);
  return { row, account, figures: problem === null ? figures : null, problem };
}

/** '2026年3月', '2026.3' and '2026-03-01' are the month '2026-03'. */
function monthOf(text: string): string {
  const [, year, month] = /^(\d{4})[-./年](\d{1,2})(?:[-./月]\d{0,2}日?)?(?:\s.*)?$/.exec(text) ?? [];
  return year && month ? `${year}-${month.padStart(2, '0')}` : text;
}

function dayOf(text: string): string {
  const [, year, month, date] = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?(?:\s.*)?$/.exec(text) ?? [];
  return year && month && date ? `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` : text;
}
