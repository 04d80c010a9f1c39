import { termText } from '../../../contracts/deadlines/words.ts';
import { siteText, updateClassNames } from '../../../contracts/sites/words.ts';
import type { Problem } from '../../kernel/outcome.ts';
import { type BasisRef, type CaseFacts, type Policy, type RuleId, rulesNamed } from '../../policy/index.ts';
import { type Column, nameKey } from './model.ts';

/** How a column has to be kept up: a sentence part with its basis (QJ-18). */
interface Upkeep {
  readonly label: string;
  readonly value: string;
  readonly basis: readonly BasisRef[];
}

export interface UpdateClass {
  readonly id: string;
  readonly name: string;
  readonly upkeep: readonly Upkeep[];
}

type Clock = 'interval' | 'answer' | 'perYear';

const OWN = 'column.update.own.';

/** The rules behind each class that every regulation may speak of. */
const CLASSES: Readonly<Record<string, readonly (readonly [Clock, RuleId])[]>> = {
  news: [['interval', 'column.update.news']],
  notices: [['interval', 'column.update.notices']],
  policies: [['interval', 'column.update.policies']],
  interaction: [['answer', 'column.answer.interaction']],
  interviews: [
    ['interval', 'column.update.interaction'],
    ['perYear', 'column.per-year.interaction'],
  ],
};

/** The classes a column may be of here, each with what the regulation asks of it; those a pack coins among them. */
export function updateClasses(policy: Policy, facts: CaseFacts = {}): UpdateClass[] {
  const own = rulesNamed(policy, OWN).map((rule) => {
    const slug = rule.slice(OWN.length);
    const answer = policy.get(rule as RuleId, facts);
    const rules: readonly (readonly [Clock, RuleId])[] = [
      ['interval', rule as RuleId],
      ['perYear', `column.per-year.own.${slug}`],
    ];
    return { id: `own.${slug}`, name: answer.title, upkeep: upkeepBy(policy, facts, rules) };
  });
  const usual = Object.entries(CLASSES).map(([id, rules]) => ({
    id,
    name: updateClassNames[id] ?? id,
    upkeep: upkeepBy(policy, facts, rules),
  }));
  return [...usual, ...own];
}

function upkeepBy(policy: Policy, facts: CaseFacts, rules: readonly (readonly [Clock, RuleId])[]): Upkeep[] {
  return rules.flatMap(([clock, rule]) => {
    const { state, value, basis } = policy.get(rule, facts);
    if (state !== 'in-force' || value === null) return [];
    const text = typeof value === 'number' ? siteText.times(value) : durationOf(value);
    return text === null ? [] : [{ label: siteText.upkeep[clock], value: text, basis }];
  });
}

function durationOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('n' in value) || !('unit' in value)) return null;
  return termText({ n: Number(value.n), unit: String(value.unit) });
}

/** A column that must be there, by the name that it must have (QJ-8). */
export interface RequiredColumn {
  readonly id: string;
  readonly name: string;
  readonly basis: readonly BasisRef[];
}

export function requiredColumns(policy: Policy, facts: CaseFacts = {}): RequiredColumn[] {
  const { state, value, basis } = policy.get('column.required', facts);
  if (state !== 'in-force') return [];
  return (value ?? []).map(({ id, label }) => ({ id, name: label, basis }));
}

/** The required columns that are not among these, by their exact name. */
export function missingColumns(
  required: readonly RequiredColumn[],
  columns: readonly Pick<Column, 'name'>[],
): RequiredColumn[] {
  const there = new Set(columns.map(({ name }) => nameKey(name)));
  return required.filter(({ name }) => !there.has(nameKey(name)));
}

/** Letters, figures and the marks of titles; no signs, no line that looks like another one. */
const TIDY_NAME = /^[\p{Script=Han}\p{Script=Latin}\p{N}（）()·—\-、“”《》]+$/u;

/** What is wrong with the name and class of a column or section. */
export function nameProblems(name: string): Problem[] {
  const field = 'name';
  const length = [...name].length;
  if (length < 2) return [{ code: 'sites.name-missing', field }];
  return TIDY_NAME.test(name) ? [] : [{ code: 'sites.name-untidy', field }];
}

export function classProblems(classes: readonly UpdateClass[], chosen: string | null): Problem[] {
  if (chosen === null || classes.some(({ id }) => id === chosen)) return [];
  return [{ code: 'sites.class-unknown', field: 'updateClass', facts: { chosen } }];
}
