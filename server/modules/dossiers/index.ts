export type { DossierPart } from './gather-dossier.ts';
export { dossiersRoutes } from './routes.ts';
export { type DossierVerdict, verifyDossier } from './verify-dossier.ts';
