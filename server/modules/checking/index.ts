export { type Checkers, createCheckers } from './build-checker.ts';
export { checkingJobs } from './jobs.ts';
export { checkingRoutes } from './routes.ts';
