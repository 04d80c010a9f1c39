import {
  calendarUpdated,
  calendarYearInput,
  calendarYearView,
  deadlineDetail,
  deadlinePage,
  deadlineParams,
  deadlineQuery,
  dueAnswer,
  dueQuery,
  yearParams,
} from '../../../contracts/deadlines/wire.ts';
import { routeWords } from '../../../contracts/deadlines/words.ts';
import { moduleRoutes, type RouteParts } from '../../kernel/http/routes.ts';
import { done } from '../../kernel/outcome.ts';
import { yearOf } from '../../policy/calendar/index.ts';
import { answerDue } from './answer-due.ts';
import { listDeadlines } from './list-deadlines.ts';
import { showDeadline } from './show-deadline.ts';
import { updateCalendar } from './update-calendar.ts';
import { detailView, dueView, rowView, yearView } from './view.ts';

/** Deadlines, due days and the calendar over HTTP. */
export function deadlineRoutes(parts: RouteParts): void {
  const routes = moduleRoutes(parts, routeWords.tag);
  routes.query({
    url: '/api/v1/deadlines',
    summary: routeWords.list,
    query: deadlineQuery,
    response: deadlinePage,
    handle: async (ctx, { query }) => {
      const { items, total } = await listDeadlines(ctx, query);
      return { items: items.map((one) => rowView(ctx, one)), total, page: query.page, size: query.size };
    },
  });
  routes.query({
    url: '/api/v1/deadlines/:jurisdiction/:id',
    summary: routeWords.show,
    params: deadlineParams,
    response: deadlineDetail,
    handle: async (ctx, { params }) => {
      const { deadline, events } = await showDeadline(ctx, params);
      return detailView(ctx, deadline, events);
    },
  });
  routes.query({
    url: '/api/v1/due',
    summary: routeWords.due,
    query: dueQuery,
    response: dueAnswer,
    handle: async (ctx, { query }) => dueView(answerDue(ctx, query)),
  });
  routes.query({
    url: '/api/v1/calendar/:year',
    summary: routeWords.year,
    params: yearParams,
    response: calendarYearView,
    handle: async (ctx, { params }) => yearView(ctx, yearOf(ctx.calendar, params.year)),
  });
  routes.command({
    method: 'PUT',
    url: '/api/v1/calendar/:year',
    summary: routeWords.updateYear,
    params: yearParams,
    body: calendarYearInput,
    response: calendarUpdated,
    handle: async (ctx, { params, body }) => {
      const { source, holidays, makeUp } = body;
      const outcome = await updateCalendar(
        ctx,
        { year: params.year, source, holidays, makeUp },
        body.calendarVersion,
      );
      return outcome.ok ? done({ calendarVersion: outcome.value.version }) : outcome;
    },
  });
}
