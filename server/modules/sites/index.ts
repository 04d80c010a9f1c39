export { addColumn } from './add-column.ts';
export { addSection } from './add-section.ts';
export { sitesListeners } from './conclude-request.ts';
export { siteDomainsOf } from './list-domains.ts';
export { listOpenRequests, type OpenRequest } from './list-requests.ts';
export { registerSite } from './register-site.ts';
export { sitesRoutes } from './routes.ts';
