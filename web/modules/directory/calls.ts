import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import {
  peoplePage,
  personDetail,
  unitDetail,
  unitList,
  unitPage,
} from '../../../contracts/directory/wire.ts';
import { get } from '../../lib/api.ts';

/** The units right below one, or the topmost ones. */
export const childrenQuery = (parent: string | undefined) =>
  queryOptions({
    queryKey: ['directory', 'children', parent ?? ''],
    queryFn: ({ signal }) => get('/units', { schema: unitList, query: { parent }, signal }),
  });

/** Units whose name or code has the text in it. */
export const unitSearchQuery = (q: string) =>
  queryOptions({
    queryKey: ['directory', 'search', q],
    queryFn: ({ signal }) => get('/units/search', { schema: unitPage, query: { q }, signal }),
    placeholderData: keepPreviousData,
  });

/** One unit with its posts, holders and roles. */
export const unitQuery = (id: string) =>
  queryOptions({
    queryKey: ['directory', 'unit', id],
    queryFn: ({ signal }) => get(`/units/${id}`, { schema: unitDetail, signal }),
  });

/** People, one page. */
export const peopleQuery = (query: { q?: string; unit?: string; page?: number; size?: number }) =>
  queryOptions({
    queryKey: ['directory', 'people', query],
    queryFn: ({ signal }) => get('/people', { schema: peoplePage, query, signal }),
    placeholderData: keepPreviousData,
  });

/** One person with posts and user. */
export const personQuery = (id: string) =>
  queryOptions({
    queryKey: ['directory', 'person', id],
    queryFn: ({ signal }) => get(`/people/${id}`, { schema: personDetail, signal }),
  });
