import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { calendarYearView, dueAnswer } from '../../../contracts/deadlines/wire.ts';
import { clauseTrace, holds, regulation, regulationDetail } from '../../../contracts/policy/wire.ts';
import { get } from '../../lib/api.ts';

const regulationItems = z.strictObject({ items: z.array(regulation) });
const DAY_MS = 86_400_000;

/** All regulations. */
export const regulationsQuery = queryOptions({
  queryKey: ['policy', 'regulations'],
  queryFn: ({ signal }) => get('/policy/regulations', { schema: regulationItems, signal }),
  staleTime: DAY_MS,
});

/** One regulation with every dated value. */
export const regulationQuery = (pack: string) =>
  queryOptions({
    queryKey: ['policy', 'regulations', pack],
    queryFn: ({ signal }) =>
      get(`/policy/regulations/${encodeURIComponent(pack)}`, { schema: regulationDetail, signal }),
    staleTime: DAY_MS,
  });

/** What holds for a unit or a jurisdiction on a day; for one's own unit today when nothing is said. */
export const holdsQuery = (query: { unit?: string; jurisdiction?: string; on?: string }) =>
  queryOptions({
    queryKey: ['policy', 'holds', query],
    queryFn: ({ signal }) => get('/policy/holds', { schema: holds, query, signal }),
    placeholderData: keepPreviousData,
  });

/** How every clause is carried out. */
export const traceQuery = queryOptions({
  queryKey: ['policy', 'trace'],
  queryFn: ({ signal }) => get('/policy/clauses', { schema: clauseTrace, signal }),
  staleTime: DAY_MS,
});

/** The due day of a term from a day, with every day between. */
export const dueQuery = (query: { from: string; term: string }) =>
  queryOptions({
    queryKey: ['due', query],
    queryFn: ({ signal }) => get('/due', { schema: dueAnswer, query, signal }),
    placeholderData: keepPreviousData,
  });

/** The holidays and make-up days of a year. */
export const calendarQuery = (year: number) =>
  queryOptions({
    queryKey: ['calendar', year],
    queryFn: ({ signal }) => get(`/calendar/${year}`, { schema: calendarYearView, signal }),
  });
