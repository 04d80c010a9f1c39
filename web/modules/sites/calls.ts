import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { site, siteChoices, sitePage } from '../../../contracts/sites/wire.ts';
import { columnRequest, requestPage } from '../../../contracts/sites/wire-requests.ts';
import { apiUrl, get } from '../../lib/api.ts';

type Query = Readonly<Record<string, string | number | undefined>>;

/** The websites the person may see, one page. */
export const sitesQuery = (query: Query) =>
  queryOptions({
    queryKey: ['sites', 'list', query],
    queryFn: ({ signal }) => get('/sites', { schema: sitePage, query, signal }),
    placeholderData: keepPreviousData,
  });

/** One website with its sections and columns. */
export const siteQuery = (jurisdiction: string, id: string) =>
  queryOptions({
    queryKey: ['sites', jurisdiction, id],
    queryFn: ({ signal }) => get(`/sites/${jurisdiction}/${id}`, { schema: site, signal }),
  });

/** Units and channels that the forms of a site offer. */
export const choicesQuery = (jurisdiction: string) =>
  queryOptions({
    queryKey: ['sites', 'choices', jurisdiction],
    queryFn: ({ signal }) => get(`/site-choices/${jurisdiction}`, { schema: siteChoices, signal }),
  });

/** Requests for sections and columns, one page. */
export const requestsQuery = (query: Query) =>
  queryOptions({
    queryKey: ['column-requests', 'list', query],
    queryFn: ({ signal }) => get('/column-requests', { schema: requestPage, query, signal }),
    placeholderData: keepPreviousData,
  });

/** The path of one request; everything done to it lies below. */
export const requestPath = (jurisdiction: string, id: string) => `/column-requests/${jurisdiction}/${id}`;

/** One request with its address, way and course. */
export const requestQuery = (jurisdiction: string, id: string) =>
  queryOptions({
    queryKey: ['column-requests', jurisdiction, id],
    queryFn: ({ signal }) => get(requestPath(jurisdiction, id), { schema: columnRequest, signal }),
    refetchOnWindowFocus: false,
  });

/** The address of the printed request. */
export const printUrl = (jurisdiction: string, id: string, format: 'docx' | 'pdf') =>
  apiUrl(`${requestPath(jurisdiction, id)}/form.${format}`);

/** The address of the list of a site's columns as a spreadsheet. */
export const columnsUrl = (jurisdiction: string, id: string) =>
  apiUrl(`/sites/${jurisdiction}/${id}/columns.xlsx`);
