export { fillDirectory, lockEmptyDirectory } from './fill-directory.ts';
export {
  contactsOf,
  guidedUnits,
  guidingUnits,
  heldAround,
  heldPosts,
  holdOperator,
  operatorsOf,
} from './find-held.ts';
export { officePhonesOf } from './find-office-phones.ts';
export { getUnit, holdersOf, resolveSeat, unitWithRole } from './find-seat.ts';
export { findUnits } from './find-units.ts';
export { loadActor } from './load-actor.ts';
export type { Holder, Operator, Unit } from './model.ts';
export { directoryRoutes } from './routes.ts';
export { caseFactsOf } from './rules.ts';
export { gramsOf, gramsToFind } from './search-terms.ts';
export { readMentionedUnits as unitsMentioned } from './store-import.ts';
export { readContact as contactOf } from './store-people.ts';
export {
  appointmentRelation,
  type HeldPost,
  outsideOperatorRelation,
  unitFactsRelation,
} from './store-relations.ts';
export { readStanding as standingUnits } from './store-units.ts';
