import { holds, specificity } from './conditions.ts';
import type { AnswerState, BasisRef, CaseFacts, Day, Jurisdiction } from './model.ts';
import { conditionKey, type Pack, type PackRecord, type PackSource } from './pack-set.ts';

/** One pack at one level of the tree, with its records of each rule sorted into histories by case. */
export interface Level {
  jurisdiction: Jurisdiction;
  pack: Pack;
  rules: ReadonlyMap<string, readonly History[]>;
  /** Rules with a value for certain cases only; all others answer alike whatever the facts. */
  conditional: ReadonlySet<string>;
}

/** All values of one rule for one case (or for every case), latest first. */
type History = readonly PackRecord[];

/** Where one record of one level stands on a day. */
export interface Standing {
  level: Level;
  record: PackRecord;
  source: PackSource;
  state: Exclude<AnswerState, 'absent'>;
}

/** Sorts a pack's records by rule and case once, so that every later question is a look-up. */
export function levelOf(jurisdiction: Jurisdiction, pack: Pack): Level {
  const byRule = new Map<string, Map<string, PackRecord[]>>();
  // The files of a pack are read by name, so a later document may come before an earlier one.
  for (const record of [...pack.records].sort((a, b) => compareDays(a.from, b.from))) {
    const byCase = byRule.get(record.rule) ?? new Map<string, PackRecord[]>();
    byRule.set(record.rule, byCase);
    const key = conditionKey(record.when);
    byCase.set(key, [record, ...(byCase.get(key) ?? [])]);
  }
  const rules = new Map(
    [...byRule].map(([rule, byCase]) => [
      rule,
      [...byCase.values()].sort((a, b) => specificity(b[0]?.when) - specificity(a[0]?.when)),
    ]),
  );
  const conditional = new Set(pack.records.filter(({ when }) => when).map(({ rule }) => rule));
  return { jurisdiction, pack, rules, conditional };
}

function compareDays(a: Day, b: Day): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * What a level says of a rule on a day: the record for the case asked (the special goes before the general), and
 * the records in force for other cases.
 */
export function standingAt(
  level: Level,
  rule: string,
  on: Day,
  facts: CaseFacts,
): { mine?: Standing; others: Standing[] } {
  const all = (level.rules.get(rule) ?? []).flatMap((history) => standingOf(level, history, on) ?? []);
  const fitting = all.filter(({ record }) => holds(record.when, facts));
  const mine = fitting.find(({ state }) => state === 'in-force') ?? fitting[0];
  const others = all.filter((one) => one.state === 'in-force' && !holds(one.record.when, facts));
  return mine ? { mine, others } : { others };
}

function standingOf(level: Level, history: History, on: Day): Standing | undefined {
  const current = history.find((record) => record.from <= on);
  const record = current ?? history.at(-1);
  const source = record && level.pack.sources.get(record.basis.source);
  if (!record || !source) return undefined;
  return { level, record, source, state: current ? stateOf(record, source, on) : 'not-yet' };
}

function stateOf(record: PackRecord, source: PackSource, on: Day): Standing['state'] {
  if (source.until !== undefined && source.until <= on) return source.repealedBy ? 'repealed' : 'lapsed';
  return record.value === null ? 'repealed' : 'in-force';
}

/** The basis of a standing record, complete enough to be shown. */
export function basisOf({ level, record, source }: Standing): BasisRef {
  return {
    ...record.basis,
    pack: level.pack.id,
    sourceTitle: source.title,
    jurisdiction: level.jurisdiction.code,
    jurisdictionName: level.jurisdiction.name,
    from: record.from,
    ...(source.assumed === undefined ? {} : { assumed: source.assumed }),
  };
}
