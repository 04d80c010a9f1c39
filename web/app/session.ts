import { queryOptions, useQuery } from '@tanstack/react-query';
import { type Session, session as sessionSchema } from '../../contracts/identity/wire.ts';
import { get, setCsrf } from '../lib/api.ts';
import { ApiProblem } from '../lib/problem.ts';
import { queryClient } from '../lib/query-client.ts';

async function readSession(): Promise<Session | null> {
  try {
    const session = await get('/session', { schema: sessionSchema });
    setCsrf(session.csrf);
    return session;
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) return null;
    throw error;
  }
}

/** The signed-in session, or null; asked again when the window comes back after a while. */
export const sessionQuery = queryOptions({ queryKey: ['session'], queryFn: readSession, staleTime: 60_000 });

/** The session inside the shell, where somebody is always signed in. */
export function useSession(): Session {
  const { data } = useQuery(sessionQuery);
  if (!data) throw new Error('outside the signed-in part');
  return data;
}

/** Drops everything that was read for the person who has left; call it once the signed-in part is off the screen. */
export function forgetSession(): void {
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'sign-in-ways' });
}
