/** The nouns of the policy engine: closed vocabularies, days, durations, facts, answers. */

/** A calendar day in the legal zone Asia/Shanghai, 'YYYY-MM-DD'. */
export type Day = string;

export const durationUnits = ['hour', 'workday', 'day', 'week', 'month', 'year'] as const;
type DurationUnit = (typeof durationUnits)[number];
export interface Duration {
  n: number;
  unit: DurationUnit;
}

export const jurisdictionLevels = ['nation', 'province', 'city', 'county', 'park', 'unit'] as const;
export type JurisdictionLevel = (typeof jurisdictionLevels)[number];
export interface Jurisdiction {
  code: string;
  name: string;
  level: JurisdictionLevel;
  parent: string | null;
}

export const tiers = ['province', 'city', 'county', 'town'] as const;
export type Tier = (typeof tiers)[number];

export const unitKinds = [
  'government',
  'office',
  'department',
  'town',
  'park',
  'institution',
  'section',
  'enterprise',
  'stationed',
  'party',
] as const;
export type UnitKind = (typeof unitKinds)[number];

export const contentClasses = ['general', 'important', 'sensitive'] as const;
type ContentClass = (typeof contentClasses)[number];

export const matters = ['open', 'change', 'close', 'cancel'] as const;
export type Matter = (typeof matters)[number];

/** Posts every pack may use; a pack declares further ones in pack.yaml. */
export const builtInPosts = {
  'info-officer': '信息员',
  'handling-officer': '经办人',
  'section-head': '科室负责人',
  'deputy-leader': '分管领导',
  'principal-leader': '主要领导',
  'filing-officer': '备案管理员',
  'duty-officer': '值班员',
  'safety-officer': '安全员',
  administrator: '单位管理员',
} as const;

/** Gates every pack may use; a pack declares further ones in pack.yaml. */
export const builtInGates = {
  political: '政治关',
  legal: '法律关',
  policy: '政策关',
  confidentiality: '保密关',
  text: '文字关',
  opinion: '舆情关',
} as const;

/** What is known of a case; a condition asks only for these. */
export interface CaseFacts {
  tier?: Tier | undefined;
  unitKind?: UnitKind | undefined;
  underPark?: boolean | undefined;
  contentClass?: ContentClass | undefined;
  platform?: string | undefined;
  matter?: Matter | undefined;
}

/** A closed set of questions to the facts; several values of one key mean "any of". */
export interface Condition {
  tier?: Tier[] | undefined;
  unitKind?: UnitKind[] | undefined;
  underPark?: boolean | undefined;
  contentClass?: ContentClass[] | undefined;
  platform?: string[] | undefined;
  matter?: Matter[] | undefined;
}

/** Where a value in a pack comes from. */
export interface Basis {
  source: string;
  article: string;
  summary: string;
}

/** Where a value of an answer comes from, complete enough to be shown. */
export interface BasisRef extends Basis {
  pack: string;
  sourceTitle: string;
  jurisdiction: string;
  jurisdictionName: string;
  /** Day from which this value holds. */
  from: Day;
  /** Set when the source's day of entry into force is an assumption; the note says why. */
  assumed?: string;
}

export const answerStates = ['in-force', 'not-yet', 'repealed', 'lapsed', 'absent'] as const;
export type AnswerState = (typeof answerStates)[number];

/** A value that was considered and did not decide, with the reason in Chinese. */
export interface Overridden<T> {
  value: T;
  basis: BasisRef;
  why: string;
}

/** A value that holds only in certain cases and did not match the facts asked with. */
export interface Conditional<T> {
  when: Condition;
  value: T;
  basis: BasisRef;
}

/** What holds for one rule in one jurisdiction on one day. `value` is null unless in force. */
export interface Answer<T> {
  rule: string;
  title: string;
  state: AnswerState;
  value: T | null;
  basis: BasisRef[];
  overrode: Overridden<T>[];
  conditional: Conditional<T>[];
  /** Chinese sentences: fallen back because a level lapsed or was repealed, assumed dates … */
  notes: string[];
  pack: string | null;
  version: string | null;
}

/** Something wrong in a pack, in Chinese, with the place and where possible a hint. */
export interface PackProblem {
  file: string;
  path: string;
  line?: number;
  reason: string;
  hint?: string;
}

/** Chinese names for posts and gates; a Policy is one. */
export interface Titles {
  postTitle(id: string): string;
  gateTitle(id: string): string;
}
