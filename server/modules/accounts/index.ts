export { mayFileSomewhere } from './abilities.ts';
export { accountsListeners } from './conclude-filing.ts';
export { listOpenFilings, type OpenFiling } from './list-open-filings.ts';
export { accountsRoutes } from './routes.ts';
