import { computeDue, SHIPPED_CALENDAR } from './calendar/index.ts';
import { type RuleId, ruleIds, ruleSpec } from './catalogue.ts';
import { hintFor } from './hint.ts';
import type { Answer, AnswerState, PackProblem } from './model.ts';
import type { WorkedCase } from './pack-format.ts';
import type { Pack, PackSet, PlacedCase } from './pack-set.ts';
import { policyFor } from './policy.ts';
import { selectChain } from './select-chain.ts';
import { durationIn } from './strictness.ts';
import type { Chain } from './values-chain.ts';
import type { Form } from './values-form.ts';
import { stateWords } from './words.ts';

/** Runs the worked cases of all packs; each that comes out differently is a problem where the case stands. */
export function checkCases(packs: PackSet): PackProblem[] {
  return packs.packs.flatMap((pack) => pack.cases.flatMap((placed) => caseProblems(packs, pack, placed)));
}

function caseProblems(packs: PackSet, pack: Pack, placed: PlacedCase): PackProblem[] {
  const { entry, file, line, path } = placed;
  const at = { file, path, ...(line === undefined ? {} : { line }) };
  if (!ruleSpec(entry.rule)) {
    const hint = hintFor(entry.rule, ruleIds());
    return [{ ...at, reason: `没有规则 ${entry.rule}`, ...(hint === undefined ? {} : { hint }) }];
  }
  return judgeCase(packs, pack.jurisdiction, entry).map((difference) => ({
    ...at,
    reason: `情形“${entry.title}”不成立：${difference}`,
  }));
}

/** The differences, in Chinese, between what a case expects and what the packs say. Empty when it holds. */
function judgeCase(packs: PackSet, home: string, entry: WorkedCase): string[] {
  const policy = policyFor(packs, entry.jurisdiction ?? home, entry.on);
  const answer = policy.get(entry.rule as RuleId, entry.facts) as Answer<unknown>;
  const { expect } = entry;
  const checks = [
    differs('状态', expect.state ?? (expect.steps === 'none' ? undefined : 'in-force'), answer.state),
    differs('值', expect.value, answer.value),
    differs('决定的法规包', expect.pack, answer.pack),
    differs(
      '压过的法规包',
      sorted(expect.overrode),
      sorted(unique(answer.overrode.map(({ basis }) => basis.pack))),
    ),
    articleDiffers(expect.article, answer),
    ...membersDiffer(expect.includes, expect.excludes, answer.value),
    stepsDiffer(entry, answer),
    fieldsDiffer(expect.fields, answer),
    dueDiffers(expect.due, answer),
  ];
  return checks.filter((text) => text !== undefined);
}

function differs(what: string, expected: unknown, actual: unknown): string | undefined {
  if (expected === undefined || canonical(expected) === canonical(actual)) return undefined;
  if (!isMapping(expected) || !isMapping(actual))
    return `${what}应为 ${asWritten(expected)}，实为 ${asWritten(actual)}`;
  // Of a long value only the keys that differ are told: the rest agrees and would hide them.
  const keys = unique([...Object.keys(expected), ...Object.keys(actual)]);
  return keys
    .flatMap((key) => {
      if (expected[key] === undefined) return [`${what}里多出 ${key}: ${asWritten(actual[key])}`];
      if (actual[key] === undefined) return [`${what}里没有 ${key}: ${asWritten(expected[key])}`];
      return differs(`${what}里的 ${key} `, expected[key], actual[key]) ?? [];
    })
    .join('；');
}

/** A value the way it is written in a pack: {n: 3, unit: day}, [a, b]; states with their meaning. */
function asWritten(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(asWritten).join(', ')}]`;
  if (isMapping(value))
    return `{${Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([key, inner]) => `${key}: ${asWritten(inner)}`)
      .join(', ')}}`;
  if (value === null || value === undefined) return '无';
  const text = String(value);
  return Object.hasOwn(stateWords, text) ? `${text}（${stateWords[text as AnswerState]}）` : text;
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function articleDiffers(expected: string | undefined, answer: Answer<unknown>): string | undefined {
  const articles = answer.basis.map(({ article }) => article);
  if (expected === undefined || articles.includes(expected)) return undefined;
  return `依据应含 ${expected}，实为 ${articles.join('、') || '无'}`;
}

function membersDiffer(
  includes: readonly string[] = [],
  excludes: readonly string[] = [],
  value: unknown,
): string[] {
  const ids = idsIn(value);
  return [
    ...includes.filter((id) => !ids.includes(id)).map((id) => `应含 ${id}，实为 ${ids.join('、') || '无'}`),
    ...excludes.filter((id) => ids.includes(id)).map((id) => `不应含 ${id}`),
  ];
}

/** Every id in a value: of items, and the plain words of lists; at any depth. */
function idsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => (typeof item === 'string' ? [item] : idsIn(item)));
  if (typeof value !== 'object' || value === null) return [];
  const own = 'id' in value && typeof value.id === 'string' ? [value.id] : [];
  return [...own, ...Object.values(value).flatMap(idsIn)];
}

function stepsDiffer(entry: WorkedCase, answer: Answer<unknown>): string | undefined {
  if (entry.expect.steps === undefined) return undefined;
  const chain = selectChain(answer as Answer<Chain>, entry.facts ?? {});
  return differs('流程', entry.expect.steps, chain === null ? 'none' : chain.steps.map(({ id }) => id));
}

function fieldsDiffer(expected: readonly string[] | undefined, answer: Answer<unknown>): string | undefined {
  if (expected === undefined) return undefined;
  const ids = ((answer.value as Form | null)?.sections ?? []).flatMap(({ fields }) =>
    fields.map(({ id }) => id),
  );
  const missing = expected.filter((id) => !ids.includes(id));
  return missing.length === 0 ? undefined : `表中缺少字段 ${missing.join('、')}`;
}

function dueDiffers(expected: WorkedCase['expect']['due'], answer: Answer<unknown>): string | undefined {
  if (expected === undefined) return undefined;
  const list = Array.isArray(answer.value) ? answer.value : [answer.value];
  const terms = list.flatMap((item) => durationIn(item) ?? []);
  const days = terms.map((term) => computeDue(SHIPPED_CALENDAR, expected.from, term).due);
  return days.includes(expected.day)
    ? undefined
    : `从 ${expected.from} 起应到 ${expected.day}，实为 ${days.join('、') || '没有期限'}`;
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}

function sorted(ids: readonly string[] | undefined): string[] | undefined {
  return ids && [...ids].sort();
}
