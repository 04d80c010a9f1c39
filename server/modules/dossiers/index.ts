export { dossiersRoutes } from './routes.ts';
export { verifyDossier } from './verify-dossier.ts';
