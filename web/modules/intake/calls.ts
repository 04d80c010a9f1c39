import { queryOptions } from '@tanstack/react-query';
import { intake, intakePage, intakeProblemPage } from '../../../contracts/intake/wire.ts';
import { get } from '../../lib/api.ts';

export const PAGE_SIZE = 20;
const WATCHED_MS = 1000;

/** The imports so far, and the jurisdictions that may be imported into. */
export const intakesQuery = (page: number) =>
  queryOptions({
    queryKey: ['intakes', page],
    queryFn: ({ signal }) =>
      get('/intakes', { schema: intakePage, query: { page, size: PAGE_SIZE }, signal }),
  });

/** The path of one import; everything done to it lies below. */
export const intakePath = (jurisdiction: string, id: string) => `/intakes/${jurisdiction}/${id}`;

/** One import; while it runs it is asked for again every second. */
export const intakeQuery = (jurisdiction: string, id: string) =>
  queryOptions({
    queryKey: ['intake', jurisdiction, id],
    queryFn: ({ signal }) => get(intakePath(jurisdiction, id), { schema: intake, signal }),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? WATCHED_MS : false),
  });

/** What a dry run found, one page. */
export const problemsQuery = (jurisdiction: string, id: string, version: number, page: number) =>
  queryOptions({
    queryKey: ['intake', jurisdiction, id, 'problems', version, page],
    queryFn: ({ signal }) =>
      get(`${intakePath(jurisdiction, id)}/problems`, {
        schema: intakeProblemPage,
        query: { page, size: PAGE_SIZE },
        signal,
      }),
  });
