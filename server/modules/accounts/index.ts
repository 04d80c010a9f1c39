export { mayFileSomewhere } from './abilities.ts';
export { accountsListeners } from './conclude-filing.ts';
export { listOpenFilings } from './list-open-filings.ts';
export { accountsRoutes } from './routes.ts';
export type { OpenFiling } from './store-tasks.ts';
