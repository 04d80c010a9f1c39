export { mayCheckSomewhere } from './abilities.ts';
export { type CheckData, type Checkers, createCheckers } from './build-checker.ts';
export { overridesOfText } from './find-overrides.ts';
export { checkingJobs } from './jobs.ts';
export type { Override } from './model.ts';
export { checkingRoutes } from './routes.ts';
