import type { z } from 'zod';
import { checkRules } from './catalogue-checks.ts';
import { filingRules, openingRules, organisationRules } from './catalogue-filing.ts';
import { publicRules, publishRules, updateRules } from './catalogue-publishing.ts';
import type { RuleSpec } from './catalogue-spec.ts';
import { inspectionRules, recurringRules, safetyRules } from './catalogue-supervision.ts';

/** Chapters of the catalogue, in the order people read them. */
export const chapters = {
  组织与职责: organisationRules,
  开设条件: openingRules,
  备案: filingRules,
  发布审核: publishRules,
  内容检查: checkRules,
  更新: updateRules,
  公众互动: publicRules,
  周期性工作: recurringRules,
  '检查、整改与处置': inspectionRules,
  安全与人员: safetyRules,
} as const;

/** Every rule there is; a record names one of these ids, or a coined id of an `own` family. */
export const catalogue = {
  ...organisationRules,
  ...openingRules,
  ...filingRules,
  ...publishRules,
  ...checkRules,
  ...updateRules,
  ...publicRules,
  ...recurringRules,
  ...inspectionRules,
  ...safetyRules,
} as const;

type Catalogue = typeof catalogue;
type Family = { [K in keyof Catalogue]: K extends `${string}.own` ? K : never }[keyof Catalogue];

/** A rule id as code writes it. */
export type RuleId = Exclude<keyof Catalogue, Family> | `${Family}.${string}`;

type SpecOf<I extends RuleId> = I extends keyof Catalogue
  ? Catalogue[I]
  : I extends `${infer F extends Family}.${string}`
    ? Catalogue[F]
    : never;

/** The type of a rule's value once the pack has been read. */
export type RuleValue<I extends RuleId> = z.output<SpecOf<I>['schema']>;

const ownPattern = /^(.+\.own)\.[a-z0-9][a-z0-9-]{0,63}$/;
const specs: ReadonlyMap<string, RuleSpec> = new Map(Object.entries(catalogue));

/** The specification of a rule id, coined ids of open families included; undefined when unknown. */
export function ruleSpec(id: string): RuleSpec | undefined {
  const direct = specs.get(id);
  if (direct) return direct.own ? undefined : direct;
  const family = ownPattern.exec(id)?.[1];
  return family === undefined ? undefined : specs.get(family);
}

/** All ids a record may name, families as written in the handbook ('recurring.own.<编号>'). */
export function ruleIds(): string[] {
  return [...specs].map(([id, spec]) => (spec.own ? `${id}.<编号>` : id));
}
