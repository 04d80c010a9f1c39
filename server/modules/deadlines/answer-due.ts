import type { Context } from '../../kernel/context.ts';
import { Refused } from '../../kernel/outcome.ts';
import { CalendarError, computeDue, type Due, parseTerm } from '../../policy/calendar/index.ts';

/** When a term ends under the calendar in force; Refused unprocessable for a start or term that is none. */
export function answerDue(ctx: Context, asked: { readonly from: string; readonly term: string }): Due {
  try {
    return computeDue(ctx.calendar, asked.from, parseTerm(asked.term));
  } catch (error) {
    if (error instanceof CalendarError) {
      throw new Refused('unprocessable', { code: `calendar.${error.code}`, facts: error.facts });
    }
    throw error;
  }
}
