/** The door of the policy engine: packs in, what holds on a day out. Reading files is in load.ts. */
export type { Calendar, Due, DueStep } from './calendar/index.ts';
export type { RuleId, RuleValue } from './catalogue.ts';
export { chapters, ruleIds, ruleSpec } from './catalogue.ts';
export type { ExternalEntry, Platform } from './catalogue-filing.ts';
export { holds } from './conditions.ts';
export { combineText, describeValue } from './describe.ts';
export { describeSteps } from './describe-chain.ts';
export { hintFor } from './hint.ts';
export type {
  Answer,
  AnswerState,
  Basis,
  BasisRef,
  CaseFacts,
  Condition,
  ContentClass,
  Day,
  Duration,
  DurationUnit,
  Jurisdiction,
  JurisdictionLevel,
  Matter,
  Overridden,
  PackProblem,
  Tier,
  UnitKind,
} from './model.ts';
export { contentClasses, tiers, unitKinds } from './model.ts';
export type { LoadResult, Pack, PackRecord, PackSet, PackSource } from './pack-set.ts';
export { type Policy, policyFor, UnknownJurisdiction } from './policy.ts';
export { type PolicyWarning, warningsOfPacks } from './policy-warnings.ts';
export { type SelectedChain, selectChain } from './select-chain.ts';
export { type TraceRow, traceOf } from './trace.ts';
export type { Chain, ChainStep } from './values-chain.ts';
export type { Indicator, RecurringDuty } from './values-duty.ts';
export type { Form, FormCell, FormField, FormLayout, FormOpinion } from './values-form.ts';
export { conditionText, durationText } from './words.ts';
