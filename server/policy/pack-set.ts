import type { RuleSpec } from './catalogue-spec.ts';
import type { Basis, Condition, Day, Jurisdiction, PackProblem } from './model.ts';
import type { ClauseEntry, WorkedCase } from './pack-format.ts';
import type { Path } from './read-yaml.ts';

/** A regulation document with the span in which it holds; `until` is the first day it no longer does. */
export interface PackSource {
  id: string;
  title: string;
  number: string | undefined;
  issued: Day | undefined;
  from: Day;
  until: Day | undefined;
  /** Set when another document repealed this one on `until`. */
  repealedBy: string | undefined;
  assumed: string | undefined;
  warnDays: number;
  restsOn: readonly string[];
  scope: string | undefined;
  repeals: readonly string[];
  clauses: readonly string[];
}

/** One dated value of one rule. */
export interface PackRecord {
  rule: string;
  spec: RuleSpec;
  title: string;
  from: Day;
  /** Parsed by the rule's schema; null means repealed from that day. */
  value: unknown;
  basis: Basis;
  when: Condition | undefined;
  binding: boolean;
  clauses: readonly string[];
  note: string | undefined;
  file: string;
  path: Path;
}

/** A value checked in its file, so that a failed case can be shown where it stands. */
export interface PlacedCase {
  file: string;
  line: number | undefined;
  path: string;
  entry: WorkedCase;
}

interface PlacedClause extends ClauseEntry {
  file: string;
  line: number | undefined;
}

export interface Pack {
  id: string;
  title: string;
  version: string;
  jurisdiction: string;
  file: string;
  sources: ReadonlyMap<string, PackSource>;
  records: readonly PackRecord[];
  clauses: readonly PlacedClause[];
  cases: readonly PlacedCase[];
}

/** All packs together, cross-checked: what `policyFor` asks. Read-only. */
export interface PackSet {
  packs: readonly Pack[];
  jurisdictions: ReadonlyMap<string, Jurisdiction>;
  /** Post id → Chinese title, built-in and declared. */
  posts: ReadonlyMap<string, string>;
  /** Gate id → Chinese title, built-in and declared. */
  gates: ReadonlyMap<string, string>;
}

/** What records may refer to, gathered from all packs. */
export interface Known {
  posts: ReadonlyMap<string, string>;
  gates: ReadonlyMap<string, string>;
  jurisdictions: ReadonlyMap<string, Jurisdiction>;
  platforms: ReadonlySet<string>;
}

export type LoadResult = { ok: true; packs: PackSet } | { ok: false; problems: PackProblem[] };

/** A key that is equal for equal conditions, '' for none. */
export function conditionKey(when: Condition | undefined): string {
  if (!when) return '';
  const parts = Object.entries(when).filter(([, value]) => value !== undefined);
  const sorted = parts.map(([key, value]) => [
    key,
    Array.isArray(value) ? [...value].map(String).sort() : value,
  ]);
  return JSON.stringify(sorted.sort(([a], [b]) => String(a).localeCompare(String(b), 'en')));
}
