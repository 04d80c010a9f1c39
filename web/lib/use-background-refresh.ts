import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/**
 * Reads again every so often while the page is in sight, by a call of its own that the server knows to be nobody's:
 * opening the page or coming back to it counts as use, its clock does not. Failures leave what is shown.
 */
export function useBackgroundRefresh<T>(
  queryKey: QueryKey,
  read: (call: { signal: AbortSignal; background: true }) => Promise<T>,
  everyMs: number,
): void {
  const client = useQueryClient();
  const key = JSON.stringify(queryKey);
  useEffect(() => {
    const queryFn = ({ signal }: { signal: AbortSignal }) => read({ signal, background: true });
    const timer = setInterval(() => {
      if (document.visibilityState !== 'visible') return;
      client.fetchQuery({ queryKey: JSON.parse(key), queryFn }).catch(() => undefined);
    }, everyMs);
    return () => clearInterval(timer);
  }, [client, key, read, everyMs]);
}
