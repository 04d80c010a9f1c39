import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import {
  check,
  checkedText,
  checkPage,
  lexicon,
  lexiconPlaces,
  overridePage,
} from '../../../contracts/checking/wire.ts';
import { checkLists } from '../../../contracts/checking/wire-lists.ts';
import { get } from '../../lib/api.ts';

type Query = Readonly<Record<string, string | number | undefined>>;

export const checkPath = (jurisdiction: string, id: string) => `/checks/${jurisdiction}/${id}`;

/** Checks of the actor's units and areas, one page. */
export const checksQuery = (query: Query) =>
  queryOptions({
    queryKey: ['checks', 'list', query],
    queryFn: ({ signal }) => get('/checks', { schema: checkPage, query, signal }),
    placeholderData: keepPreviousData,
  });

export const readCheck = (
  jurisdiction: string,
  id: string,
  call: { signal: AbortSignal; background?: boolean },
) => get(checkPath(jurisdiction, id), { schema: check, ...call });

/** One check with its documents as far as they are checked. */
export const checkQuery = (jurisdiction: string, id: string) =>
  queryOptions({
    queryKey: ['checks', jurisdiction, id],
    queryFn: ({ signal }) => readCheck(jurisdiction, id, { signal }),
  });

/** One document of a check with its findings. */
export const documentQuery = (jurisdiction: string, id: string, position: number) =>
  queryOptions({
    queryKey: ['checks', jurisdiction, id, position],
    queryFn: ({ signal }) =>
      get(`${checkPath(jurisdiction, id)}/documents/${position}`, { schema: checkedText, signal }),
  });

/** What was let pass, with reasons, one page. */
export const overridesQuery = (query: Query) =>
  queryOptions({
    queryKey: ['checks', 'overrides', query],
    queryFn: ({ signal }) => get('/checks/overrides', { schema: overridePage, query, signal }),
    placeholderData: keepPreviousData,
  });

/** Jurisdictions whose lexicons hold for the actor's units. */
export const lexiconPlacesQuery = queryOptions({
  queryKey: ['lexicons'],
  queryFn: ({ signal }) => get('/lexicons', { schema: lexiconPlaces, signal }),
});

/** The lexicon of a jurisdiction, one page of its entries. */
export const lexiconQuery = (jurisdiction: string, query: Query) =>
  queryOptions({
    queryKey: ['lexicons', jurisdiction, query],
    queryFn: ({ signal }) => get(`/lexicons/${jurisdiction}`, { schema: lexicon, query, signal }),
    placeholderData: keepPreviousData,
    enabled: jurisdiction !== '',
  });

/** What a jurisdiction lists for the check. */
export const checkListsQuery = (jurisdiction: string) =>
  queryOptions({
    queryKey: ['lexicons', jurisdiction, 'lists'],
    queryFn: ({ signal }) => get(`/lexicons/${jurisdiction}/lists`, { schema: checkLists, signal }),
    enabled: jurisdiction !== '',
  });
