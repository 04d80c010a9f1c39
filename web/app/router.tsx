import { createRouter } from '@tanstack/react-router';
import { Failed, Missing, Waiting } from './fallbacks.tsx';
import { routeTree } from './routes.tsx';

/** The window's router; screens are loaded when first opened. */
export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultPendingMs: 300,
  scrollRestoration: true,
  defaultPendingComponent: Waiting,
  defaultErrorComponent: Failed,
  defaultNotFoundComponent: Missing,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
