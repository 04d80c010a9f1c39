import type { ActorPost } from '../../kernel/actor.ts';
import type { Context } from '../../kernel/context.ts';
import { done, type Outcome, Refused, refuse } from '../../kernel/outcome.ts';
import { type CalendarYear, checkCalendarYear, yearOf } from '../../policy/calendar/index.ts';
import { unitWithRole } from '../directory/index.ts';
import { postForCalendar } from './abilities.ts';
import { calendarVersion } from './load-calendar.ts';
import { insertYear, lockCalendarHead } from './store-calendar.ts';

/** The queue that computes running deadlines anew after the calendar changed. */
export const RECOMPUTE_QUEUE = 'deadline-recompute';

/**
 * Loads the holiday notice of a year as a new version of the calendar, and queues the recomputation of what runs.
 * `seen` is the calendar version the administrator looked at: where it has changed meanwhile, Refused stale.
 */
export async function updateCalendar(
  ctx: Context,
  year: Omit<CalendarYear, 'status'>,
  seen: string,
): Promise<Outcome<{ version: string }>> {
  const post = postForCalendar(ctx.actor);
  if (!post) throw new Refused('forbidden');
  const above = await supervisorAbove(ctx, post);
  if (above !== null)
    throw new Refused('forbidden', { code: 'deadlines.calendar-above', facts: { unit: above } });
  const head = await lockCalendarHead(ctx.tx);
  if (calendarVersion(head) !== seen) throw new Refused('stale');
  const next = Number(ctx.now.day.slice(0, 4)) + 1;
  if (year.year > next)
    return refuse({ code: 'deadlines.year-too-far', field: 'year', facts: { year: year.year, next } });
  const announced: CalendarYear = { ...year, status: 'announced' };
  const problems = checkCalendarYear(announced);
  if (problems.length > 0) {
    return refuse(...problems.map(({ code, field, facts }) => ({ code: `calendar.${code}`, field, facts })));
  }
  await insertYear(ctx.tx, head + 1, announced, { at: ctx.now.iso, by: ctx.actor.personId });
  const version = calendarVersion(head + 1);
  ctx.audit({
    jurisdiction: post.jurisdiction,
    action: 'calendar.update',
    subject: { type: 'calendar', id: String(year.year) },
    post,
    facts: { year: year.year, source: year.source, version },
    before: yearOf(ctx.calendar, year.year),
    after: announced,
  });
  await ctx.enqueue({ queue: RECOMPUTE_QUEUE, data: { version } });
  return done({ version });
}

/** Whether the actor loads the calendar for all who share the installation. */
export async function mayUpdateCalendar(ctx: Context): Promise<boolean> {
  const post = postForCalendar(ctx.actor);
  return post !== null && (await supervisorAbove(ctx, post)) === null;
}

/** The calendar is one for all who share the installation: where somebody supervises from above, it is theirs to load. */
async function supervisorAbove(ctx: Context, post: ActorPost): Promise<string | null> {
  for (const { over } of post.roles) {
    for (const { code } of ctx.geography.ancestors(over)) {
      const above = await unitWithRole(ctx, code, 'supervisor');
      if (above) return above.name;
    }
  }
  return null;
}
