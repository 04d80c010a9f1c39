export { mayReadAudit } from './abilities.ts';
export { overviewRoutes } from './routes.ts';
