export { portalRoutes } from './routes.tsx';
export { createSigner } from './statement.ts';
