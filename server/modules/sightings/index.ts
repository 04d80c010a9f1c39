export { accountSightings, listOpenDrifts } from './list-drifts.ts';
export type { Drift } from './model.ts';
export { sightingsRoutes } from './routes.ts';
export { sightingsListeners } from './settle-drifts.ts';
