import { createRootRoute, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { queryClient } from '../lib/query-client.ts';
import { sessionQuery } from './session.ts';

export const root = createRootRoute();

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

export const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { return?: string } => {
    const back = text(search.return);
    return back ? { return: back } : {};
  },
  component: lazyRouteComponent(() => import('../modules/identity/sign-in.tsx'), 'SignIn'),
});

/** Lets nobody past who is not signed in, and remembers where they wanted to go. */
async function requireSession(href: string, forced: boolean): Promise<void> {
  const session = await queryClient.ensureQueryData(sessionQuery);
  if (!session) throw redirect({ to: '/sign-in', search: href === '/' ? {} : { return: href } });
  if (session.mustChangePassword && !forced) throw redirect({ to: '/password' });
}

export const password = createRoute({
  getParentRoute: () => root,
  path: '/password',
  beforeLoad: ({ location }) => requireSession(location.href, true),
  component: lazyRouteComponent(() => import('../modules/identity/change-password.tsx'), 'ChangePassword'),
});

/** The frame of every screen of somebody signed in. */
export const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  beforeLoad: ({ location }) => requireSession(location.href, false),
  component: lazyRouteComponent(() => import('./shell.tsx'), 'Shell'),
});
