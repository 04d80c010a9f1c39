import { PAGE_SIZE, withFilter } from './search.ts';

interface ListRoute<S> {
  useSearch(): S;
  useNavigate(): (to: { search: S; replace?: boolean }) => unknown;
}

/** What a list keeps in the address of its route: read for its query, and changed by its filters and its pages. */
export function useListSearch<S extends { page?: number }>(route: ListRoute<S>) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { page = 1, ...filters } = search;
  const filtered = Object.keys(filters).length > 0;
  return {
    search,
    filters,
    query: { ...filters, page, size: PAGE_SIZE },
    paging: {
      page,
      size: PAGE_SIZE,
      onPage: (to: number) => void navigate({ search: { ...search, page: to } }),
    },
    /** Sets one filter, or takes it off; back on the first page. */
    set: (key: keyof S & string) => (value: string | undefined) =>
      void navigate({ search: withFilter(search, key, value), replace: true }),
    /** Takes every filter off; absent where none is on. */
    reset: filtered ? () => void navigate({ search: {} as S }) : undefined,
  };
}
