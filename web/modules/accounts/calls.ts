import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import {
  accountPage,
  dossier,
  entrySheet,
  filing,
  filingPage,
  filingPreview,
  missingHosts,
  platformList,
} from '../../../contracts/accounts/wire.ts';
import { relayList } from '../../../contracts/accounts/wire-relay.ts';
import { unitPage } from '../../../contracts/directory/wire.ts';
import { apiUrl, get } from '../../lib/api.ts';

type Query = Readonly<Record<string, string | number | undefined>>;

/** The registry of accounts, one page. */
export const accountsQuery = (query: Query) =>
  queryOptions({
    queryKey: ['accounts', query],
    queryFn: ({ signal }) => get('/accounts', { schema: accountPage, query, signal }),
    placeholderData: keepPreviousData,
  });

/** Units that shall have an account and have none. */
export const missingHostsQuery = queryOptions({
  queryKey: ['accounts', 'missing'],
  queryFn: ({ signal }) => get('/accounts/missing', { schema: missingHosts, signal }),
});

/** Everything kept on one account. */
export const dossierQuery = (jurisdiction: string, id: string) =>
  queryOptions({
    queryKey: ['accounts', jurisdiction, id],
    queryFn: ({ signal }) => get(`/accounts/${jurisdiction}/${id}`, { schema: dossier, signal }),
  });

/** Filings, one page. */
export const filingsQuery = (query: Query) =>
  queryOptions({
    queryKey: ['filings', query],
    queryFn: ({ signal }) => get('/filings', { schema: filingPage, query, signal }),
    placeholderData: keepPreviousData,
  });

/** The path of one filing; everything done to it lies below. */
export const filingPath = (jurisdiction: string, id: string) => `/filings/${jurisdiction}/${id}`;

/** One filing with its form, checks and route. */
export const filingQuery = (jurisdiction: string, id: string) =>
  queryOptions({
    queryKey: ['filing', jurisdiction, id],
    queryFn: ({ signal }) => get(filingPath(jurisdiction, id), { schema: filing, signal }),
    refetchOnWindowFocus: false,
  });

/** What a unit would meet if it began to file. */
export const previewQuery = (unit: string, backfile: boolean) =>
  queryOptions({
    queryKey: ['filing-preview', unit, backfile],
    queryFn: ({ signal }) =>
      get('/filings/preview', {
        schema: filingPreview,
        query: { unit, backfile: backfile ? '1' : '0' },
        signal,
      }),
    placeholderData: keepPreviousData,
  });

export const entrySheetPath = (jurisdiction: string, id: string, entryId: string) =>
  `${filingPath(jurisdiction, id)}/entries/${entryId}/sheet`;

/** What has to be typed into a system outside. */
export const entrySheetQuery = (jurisdiction: string, id: string, entryId: string) =>
  queryOptions({
    queryKey: ['entry-sheet', jurisdiction, id, entryId],
    queryFn: ({ signal }) => get(entrySheetPath(jurisdiction, id, entryId), { schema: entrySheet, signal }),
  });

/** What waits to be handed on by a park, and what was. */
export const relaysQuery = queryOptions({
  queryKey: ['relays'],
  queryFn: ({ signal }) => get('/relays', { schema: relayList, signal }),
});

/** What the host of an account would meet if it began to change, close or cancel it. */
export const matterPreviewQuery = (jurisdiction: string, id: string, kind: string) =>
  queryOptions({
    queryKey: ['matter-preview', jurisdiction, id, kind],
    queryFn: ({ signal }) =>
      get(`/accounts/${jurisdiction}/${id}/preview`, { schema: filingPreview, query: { kind }, signal }),
  });

/** Units of a jurisdiction with a text in their names. */
export const unitsNamedQuery = (jurisdiction: string, q: string) =>
  queryOptions({
    queryKey: ['units-named', jurisdiction, q],
    queryFn: ({ signal }) => get('/units/search', { schema: unitPage, query: { jurisdiction, q }, signal }),
  });

/** The platforms that a jurisdiction knows. */
export const platformsQuery = (jurisdiction: string) =>
  queryOptions({
    queryKey: ['platforms', jurisdiction],
    queryFn: ({ signal }) => get('/platforms', { schema: platformList, query: { jurisdiction }, signal }),
    staleTime: 600_000,
  });

/** The address of a kept file. */
export const fileUrl = (jurisdiction: string, filingId: string, fileId: string) =>
  apiUrl(`${filingPath(jurisdiction, filingId)}/files/${fileId}`);

/** The address of the printed form. */
export const printUrl = (jurisdiction: string, filingId: string, format: 'docx' | 'pdf') =>
  apiUrl(`${filingPath(jurisdiction, filingId)}/form.${format}`);
