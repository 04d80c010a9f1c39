export { sitesListeners } from './conclude-request.ts';
export { listOpenRequests, type OpenRequest } from './list-requests.ts';
export { sitesRoutes } from './routes.ts';
