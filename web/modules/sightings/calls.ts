import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { accountSightings, driftPage } from '../../../contracts/sightings/wire.ts';
import { get } from '../../lib/api.ts';

type Query = Readonly<Record<string, string | number | undefined>>;

/** What differs from the filings, one page. */
export const driftsQuery = (query: Query) =>
  queryOptions({
    queryKey: ['drifts', query],
    queryFn: ({ signal }) => get('/drifts', { schema: driftPage, query, signal }),
    placeholderData: keepPreviousData,
  });

/** The path of what was seen of one account. */
export const sightingsPath = (jurisdiction: string, id: string) =>
  `/accounts/${jurisdiction}/${id}/sightings`;

/** Everything known of one account on its platform. */
export const sightingsQuery = (jurisdiction: string, id: string) =>
  queryOptions({
    queryKey: ['drifts', jurisdiction, id],
    queryFn: ({ signal }) => get(sightingsPath(jurisdiction, id), { schema: accountSightings, signal }),
  });
