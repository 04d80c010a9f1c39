import {
  calendarUpdated,
  calendarYearInput,
  calendarYearView,
  deadlineDetail,
  deadlinePage,
  deadlineParams,
  deadlineQuery,
  deadlineRow,
  dueAnswer,
  dueQuery,
  extendBody,
  moveBody,
  yearParams,
} from '../../../contracts/deadlines/wire.ts';
import { routeWords } from '../../../contracts/deadlines/words.ts';
import type { Context } from '../../kernel/context.ts';
import { type ModuleRoutes, moduleRoutes, type RouteParts } from '../../kernel/http/routes.ts';
import { done } from '../../kernel/outcome.ts';
import { yearOf } from '../../policy/calendar/index.ts';
import { answerDue } from './answer-due.ts';
import { listDeadlines } from './list-deadlines.ts';
import type { DeadlineKey } from './model.ts';
import { type Move, moveDeadline } from './move-deadline.ts';
import { showDeadline } from './show-deadline.ts';
import { mayUpdateCalendar, updateCalendar } from './update-calendar.ts';
import { detailView, dueView, rowView, yearView } from './view.ts';

/** Deadlines, due days and the calendar over HTTP. */
export function deadlineRoutes(parts: RouteParts): void {
  const routes = moduleRoutes(parts, routeWords.tag);
  readingRoutes(routes);
  movingRoutes(routes);
  calendarRoutes(routes);
}

function readingRoutes(routes: ModuleRoutes): void {
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
}

/** Answers the deadline as it stands after a move. */
async function moved(ctx: Context, key: DeadlineKey, move: Move) {
  const outcome = await moveDeadline(ctx, key, move);
  return outcome.ok ? done(rowView(ctx, outcome.value)) : outcome;
}

function movingRoutes(routes: ModuleRoutes): void {
  const shape = { method: 'POST', params: deadlineParams, response: deadlineRow } as const;
  routes.command({
    ...shape,
    url: '/api/v1/deadlines/:jurisdiction/:id/suspend',
    summary: routeWords.suspend,
    body: moveBody,
    handle: (ctx, { params, body }) => moved(ctx, params, { kind: 'suspend', ...body }),
  });
  routes.command({
    ...shape,
    url: '/api/v1/deadlines/:jurisdiction/:id/resume',
    summary: routeWords.resume,
    body: moveBody,
    handle: (ctx, { params, body }) => moved(ctx, params, { kind: 'resume', ...body }),
  });
  routes.command({
    ...shape,
    url: '/api/v1/deadlines/:jurisdiction/:id/extend',
    summary: routeWords.extend,
    body: extendBody,
    handle: (ctx, { params, body }) => moved(ctx, params, { kind: 'extend', ...body }),
  });
}

function calendarRoutes(routes: ModuleRoutes): void {
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
    handle: async (ctx, { params }) =>
      yearView(ctx, yearOf(ctx.calendar, params.year), await mayUpdateCalendar(ctx)),
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
