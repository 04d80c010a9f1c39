export { getUnit, holdersOf, resolveSeat, unitWithRole } from './find-seat.ts';
export { loadActor } from './load-actor.ts';
export type { ChainAt, Holder, OversightDetail, RoleName, Unit } from './model.ts';
export { caseFactsOf } from './rules.ts';
