import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { accountActivity, proposal, proposalList } from '../../../contracts/consolidation/wire.ts';
import { get } from '../../lib/api.ts';

type Query = Readonly<Record<string, string | number | undefined>>;

/** What is proposed and ordered, one page, with the areas that the viewer analyses. */
export const proposalsQuery = (query: Query) =>
  queryOptions({
    queryKey: ['consolidations', query],
    queryFn: ({ signal }) => get('/consolidations', { schema: proposalList, query, signal }),
    placeholderData: keepPreviousData,
  });

/** The path of one proposal; everything done to it lies below. */
export const proposalPath = (jurisdiction: string, id: string) => `/consolidations/${jurisdiction}/${id}`;

export const proposalQuery = (jurisdiction: string, id: string) =>
  queryOptions({
    queryKey: ['consolidations', jurisdiction, id],
    queryFn: ({ signal }) => get(proposalPath(jurisdiction, id), { schema: proposal, signal }),
  });

export const activityPath = (jurisdiction: string, id: string) => `/accounts/${jurisdiction}/${id}/activity`;

/** How an account was used, and what is proposed of it. */
export const activityQuery = (jurisdiction: string, id: string) =>
  queryOptions({
    queryKey: ['consolidations', 'activity', jurisdiction, id],
    queryFn: ({ signal }) => get(activityPath(jurisdiction, id), { schema: accountActivity, signal }),
  });
