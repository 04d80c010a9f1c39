export { fillDirectory, lockEmptyDirectory } from './fill-directory.ts';
export { getUnit, holdersOf, resolveSeat, unitWithRole } from './find-seat.ts';
export { findUnits } from './find-units.ts';
export { loadActor } from './load-actor.ts';
export type { Holder, Unit } from './model.ts';
export { directoryRoutes } from './routes.ts';
export { caseFactsOf } from './rules.ts';
export { readContact as contactOf } from './store-people.ts';
