import { expect, test } from 'vitest';
import { listSearch, withFilter } from './search.ts';

test('an address keeps known filters only, numbers as typed text, the first page unsaid', () => {
  const read = listSearch('q', 'unit');
  expect(read({ q: 2026, unit: '', page: 1, evil: 'x' })).toEqual({ q: '2026' });
  expect(read({ page: '3' })).toEqual({ page: 3 });
});

test('changing a filter goes back to the first page', () => {
  expect(withFilter({ page: 4, q: 'a', unit: 'u' }, 'q', undefined)).toEqual({ unit: 'u' });
  expect(withFilter({ page: 4 } as { page?: number; q?: string }, 'q', 'b')).toEqual({ q: 'b' });
});
