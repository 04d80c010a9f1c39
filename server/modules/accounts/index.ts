export { mayFileSomewhere } from './abilities.ts';
export { accountsListeners } from './conclude-filing.ts';
export { listPublicNotices } from './list-notices.ts';
export { listOpenFilings, type OpenFiling } from './list-open-filings.ts';
export { accountsRoutes } from './routes.ts';
