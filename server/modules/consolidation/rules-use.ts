import { addDays } from '../../policy/calendar/index.ts';
import type { Day, Duration } from '../../policy/index.ts';
import type { Activity, Reason, Thresholds } from './model.ts';

/** The month of a day, or so many months before it: 'YYYY-MM'. */
export function monthBefore(day: Day, months: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const count = year * 12 + (month - 1) - months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** What the figures of the whole months before today say of an account's use. */
interface Use {
  readonly months: number;
  readonly posts: number | null;
  readonly reads: number | null;
  /** Reads a post, rounded down; null where no post is known. */
  readonly readsPerPost: number | null;
  /** The latest number known. */
  readonly followers: number | null;
}

function sum(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((all, value) => all + value, 0);
}

/** The use in the last whole months; null unless every one of them has figures: a gap proves nothing. */
function usageOf(activity: readonly Activity[], today: Day, months: number): Use | null {
  const wanted = Array.from({ length: months }, (_, at) => monthBefore(today, at + 1));
  const found = wanted.map((month) => activity.find((each) => each.month === month));
  const known = found.filter((each) => each !== undefined);
  if (known.length < months) return null;
  const posts = sum(known.map((each) => each.posts));
  const reads = sum(known.map((each) => each.reads));
  return {
    months,
    posts,
    reads,
    readsPerPost: posts && reads !== null ? Math.floor(reads / posts) : null,
    followers: known.map(({ followers }) => followers).find((value) => value !== null) ?? null,
  };
}

/** The thresholds of a run as the use of an account is held against them; null where none is set. */
type LowUse = Pick<Thresholds, 'months' | 'readsPerPost' | 'followers'>;

/**
 * Whether an account is used little: below everything that is set (关注度和利用率 are both low), with the figures. 'unknown'
 * where they are not there, which is never an account's fault.
 */
export function lowUse(
  activity: readonly Activity[],
  today: Day,
  limit: LowUse,
): { readonly low: boolean; readonly reason: Reason } | 'unknown' {
  const { months, readsPerPost, followers } = limit;
  if (months === null || (readsPerPost === null && followers === null)) return 'unknown';
  const use = usageOf(activity, today, months);
  if (!use) return 'unknown';
  if ((readsPerPost !== null && use.readsPerPost === null) || (followers !== null && use.followers === null))
    return 'unknown';
  const low =
    (readsPerPost === null || (use.readsPerPost ?? 0) < readsPerPost) &&
    (followers === null || (use.followers ?? 0) < followers);
  const facts = {
    months,
    readsPerPost: readsPerPost === null ? null : use.readsPerPost,
    readsLimit: readsPerPost,
    followers: followers === null ? null : use.followers,
    followersLimit: followers,
  };
  return { low, reason: { code: 'reason.low-use', facts } };
}

/** The last day of which a post is known; null where none is. */
export function lastPost(activity: readonly Activity[]): Day | null {
  const days = activity.flatMap(({ lastPostOn }) => lastPostOn ?? []);
  return days.sort().at(-1) ?? null;
}

/** The first day on which an account that last posted on `day` has been silent for longer than the threshold. */
export function idleFrom(day: Day, threshold: Duration): Day {
  const { n, unit } = threshold;
  if (unit === 'month' || unit === 'year') {
    const [, , date = '01'] = day.split('-');
    const month = monthBefore(day, -(unit === 'year' ? n * 12 : n));
    const [year = 0, of = 1] = month.split('-').map(Number);
    const longest = [31, leap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][of - 1] ?? 31;
    return addDays(`${month}-${String(Math.min(Number(date), longest)).padStart(2, '0')}`, 1);
  }
  return addDays(day, (unit === 'week' ? n * 7 : n) + 1);
}

const leap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
