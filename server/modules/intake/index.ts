export { mayTakeInSomewhere } from './abilities.ts';
export { checkIntake } from './check-intake.ts';
export { carryOut, intakeJobs } from './jobs.ts';
export { intakeRoutes } from './routes.ts';
export { runIntake } from './run-intake.ts';
