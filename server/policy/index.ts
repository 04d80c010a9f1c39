/** The door of the policy engine: packs in, what holds on a day out. Reading files is in load.ts. */
export type { Calendar } from './calendar/index.ts';
export type { RuleId, RuleValue } from './catalogue.ts';
export { chapters, ruleIds, ruleSpec } from './catalogue.ts';
export { checkSettings } from './check-settings.ts';
export { holds } from './conditions.ts';
export { combineText, describeValue } from './describe.ts';
export { describeSteps } from './describe-chain.ts';
export { hintFor } from './hint.ts';
export type {
  Answer,
  BasisRef,
  CaseFacts,
  Day,
  Duration,
  Jurisdiction,
  Matter,
  PackProblem,
  Tier,
  UnitKind,
} from './model.ts';
export { contentClasses, tiers, unitKinds } from './model.ts';
export { remindersOf } from './pack-reminders.ts';
export type { Pack, PackRecord, PackSet, PackSource } from './pack-set.ts';
export { asKept, identifierOf, isDeclared, isWritten, type Platform } from './platform-id.ts';
export { type Policy, policyFor } from './policy.ts';
export { warningsOfPacks } from './policy-warnings.ts';
export { rulesNamed } from './rules-named.ts';
export { selectChain } from './select-chain.ts';
export { traceOf } from './trace.ts';
export type { Chain, ChainStep } from './values-chain.ts';
export type { Form, FormCell, FormField, FormLayout } from './values-form.ts';
export type { UrlForm } from './values-platform.ts';
export { conditionText, durationText, stateWords } from './words.ts';
