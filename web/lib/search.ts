/** How many rows a list shows at once. */
export const PAGE_SIZE = 50;

/** What a list keeps in the address bar: its page and its filters, each absent when not set. */
export type ListSearch<K extends string> = { page?: number } & { [key in K]?: string };

/** Reads the page and the named filters from an address; everything else, and everything empty, is dropped. */
export function listSearch<const K extends string>(...keys: readonly K[]) {
  return (raw: Record<string, unknown>): ListSearch<K> => {
    const kept: Record<string, string | number> = {};
    const page = Number(raw.page);
    if (Number.isInteger(page) && page > 1) kept.page = page;
    for (const key of keys) {
      const value = raw[key];
      if (typeof value === 'number') kept[key] = String(value);
      if (typeof value === 'string' && value !== '') kept[key] = value;
    }
    return kept as ListSearch<K>;
  };
}

/** The search after one filter is changed: back on the first page, an emptied filter gone. */
export function withFilter<S extends object>(search: S, key: keyof S & string, value: string | undefined): S {
  const { page: _page, [key]: _old, ...rest } = search as Record<string, unknown>;
  return { ...rest, ...(value ? { [key]: value } : {}) } as S;
}
