import { type Calendar, SHIPPED_CALENDAR } from './calendar/index.ts';
import { type RuleId, type RuleValue, ruleSpec } from './catalogue.ts';
import { combine } from './combine.ts';
import type { Answer, CaseFacts, Conditional, Day, Jurisdiction } from './model.ts';
import type { Pack, PackSet } from './pack-set.ts';
import { type PolicyWarning, warningsOf } from './policy-warnings.ts';
import { basisOf, type Level, levelOf, type Standing, standingAt } from './standing.ts';
import type { Yardstick } from './strictness.ts';

/** What holds in one jurisdiction on one day. */
export interface Policy {
  readonly jurisdiction: Jurisdiction;
  readonly on: Day;
  /** The jurisdiction itself first, then upwards to the nation. */
  readonly path: readonly Jurisdiction[];
  /** The packs that speak here, nearest first. */
  readonly packs: readonly Pack[];
  /** Documents that have lapsed, were repealed, or lapse soon. */
  readonly warnings: readonly PolicyWarning[];
  /** Post and gate ids in Chinese; the id itself when unknown. */
  postTitle(id: string): string;
  gateTitle(id: string): string;
  /** Every rule some level speaks of, on whatever day. */
  rules(): readonly string[];
  /** What holds for a rule, given what is known of the case. Throws RangeError for an id not in the catalogue. */
  get<I extends RuleId>(rule: I, facts?: CaseFacts): Answer<RuleValue<I>>;
}

/** A jurisdiction nobody declared. */
export class UnknownJurisdiction extends RangeError {
  constructor(readonly code: string) {
    super(`没有辖区 ${code}`);
    this.name = 'UnknownJurisdiction';
  }
}

const CACHED_DAYS = 2_000;
const levelCache = new WeakMap<PackSet, Map<string, readonly Level[]>>();
const policyCache = new WeakMap<PackSet, WeakMap<Calendar, Map<string, Policy>>>();

/**
 * What holds in a jurisdiction on a day, by its packs and those of the levels above. Cheap to call again: levels
 * are worked out once per jurisdiction, policies kept per day. The calendar only decides which of two durations of
 * different units is due first. Throws UnknownJurisdiction.
 */
export function policyFor(
  packs: PackSet,
  jurisdiction: string,
  on: Day,
  calendar: Calendar = SHIPPED_CALENDAR,
): Policy {
  const byCalendar = policyCache.get(packs) ?? new WeakMap<Calendar, Map<string, Policy>>();
  policyCache.set(packs, byCalendar);
  const cached = byCalendar.get(calendar) ?? new Map<string, Policy>();
  byCalendar.set(calendar, cached);
  const key = `${jurisdiction} ${on}`;
  const known = cached.get(key);
  if (known) return known;
  if (cached.size >= CACHED_DAYS) cached.clear();
  const policy = buildPolicy(packs, jurisdiction, { on, calendar });
  cached.set(key, policy);
  return policy;
}

function buildPolicy(packs: PackSet, code: string, by: Yardstick): Policy {
  const path = pathUp(packs, code);
  const [own] = path;
  if (!own) throw new UnknownJurisdiction(code);
  const levels = levelsOf(packs, code, path);
  const answers = new Map<string, Answer<unknown>>();
  const answer = (rule: string, facts: CaseFacts): Answer<unknown> => {
    const key = dependsOnFacts(levels, rule) ? `${rule} ${factsKey(facts)}` : rule;
    const known = answers.get(key) ?? answerTo(levels, rule, by, facts);
    answers.set(key, known);
    return known;
  };
  return {
    jurisdiction: own,
    on: by.on,
    path,
    packs: levels.map(({ pack }) => pack),
    warnings: warningsOf(levels, by.on),
    postTitle: (id) => packs.posts.get(id) ?? id,
    gateTitle: (id) => packs.gates.get(id) ?? id,
    rules: () => [...new Set(levels.flatMap((level) => [...level.rules.keys()]))],
    get: <I extends RuleId>(rule: I, facts: CaseFacts = {}) => answer(rule, facts) as Answer<RuleValue<I>>,
  };
}

function dependsOnFacts(levels: readonly Level[], rule: string): boolean {
  return levels.some((level) => level.conditional.has(rule));
}

function factsKey({ tier, unitKind, underPark, contentClass, platform, matter }: CaseFacts): string {
  return [tier, unitKind, underPark, contentClass, platform, matter].join('|');
}

function pathUp(packs: PackSet, code: string): Jurisdiction[] {
  const path: Jurisdiction[] = [];
  for (let at = packs.jurisdictions.get(code); at; at = packs.jurisdictions.get(at.parent ?? ''))
    path.push(at);
  return path;
}

function levelsOf(packs: PackSet, code: string, path: readonly Jurisdiction[]): readonly Level[] {
  const byCode = levelCache.get(packs) ?? new Map<string, readonly Level[]>();
  levelCache.set(packs, byCode);
  const known = byCode.get(code);
  if (known) return known;
  const levels = path.flatMap((node) =>
    packs.packs
      .filter((pack) => pack.jurisdiction === node.code)
      .sort((a, b) => latestSource(b).localeCompare(latestSource(a), 'en'))
      .map((pack) => levelOf(node, pack)),
  );
  byCode.set(code, levels);
  return levels;
}

function latestSource(pack: Pack): Day {
  return (
    [...pack.sources.values()]
      .map(({ from }) => from)
      .sort()
      .at(-1) ?? ''
  );
}

function answerTo(levels: readonly Level[], rule: string, by: Yardstick, facts: CaseFacts): Answer<unknown> {
  const spec = ruleSpec(rule);
  if (!spec) throw new RangeError(`没有规则 ${rule}`);
  const said = levels.map((level) => standingAt(level, rule, by.on, facts));
  const mine = said.flatMap((one) => one.mine ?? []);
  const [first, ...rest] = mine.filter(({ state }) => state === 'in-force');
  const conditional = said.flatMap(({ others }) => others.map(conditionalOf));
  const title = mine[0]?.record.title ?? conditionalTitle(said) ?? spec.title;
  const silentNotes = mine.filter(({ state }) => state !== 'in-force').flatMap((one) => noteOn(one, first));
  if (!first) return { rule, title, conditional, notes: silentNotes, ...silent(mine) };
  const { value, deciders, overrode } = combine(spec, [first, ...rest], by);
  const { pack } = (deciders[0] ?? first).level;
  return {
    rule,
    title,
    state: 'in-force',
    value,
    basis: deciders.map(basisOf),
    overrode,
    conditional,
    // What is passed over keeps its notes to itself: they explain a value that does not hold.
    notes: [...silentNotes, ...deciders.flatMap((one) => noteOn(one, first))],
    pack: pack.id,
    version: pack.version,
  };
}

/** Nothing is in force: the nearest level that ever spoke says why. */
function silent(
  mine: readonly Standing[],
): Omit<Answer<unknown>, 'rule' | 'title' | 'conditional' | 'notes'> {
  const [nearest] = mine;
  const pack = nearest?.level.pack;
  return {
    state: nearest?.state ?? 'absent',
    value: null,
    basis: nearest ? [basisOf(nearest)] : [],
    overrode: [],
    pack: pack?.id ?? null,
    version: pack?.version ?? null,
  };
}

function conditionalOf(one: Standing): Conditional<unknown> {
  return { when: one.record.when ?? {}, value: one.record.value, basis: basisOf(one) };
}

function conditionalTitle(said: readonly { others: Standing[] }[]): string | undefined {
  return said.flatMap(({ others }) => others)[0]?.record.title;
}

function noteOn(one: Standing, winner: Standing | undefined): string[] {
  const { source, record, level, state } = one;
  const name = `${level.jurisdiction.name}《${source.title}》`;
  const then = winner
    ? `，现按${winner.level.jurisdiction.name}《${winner.source.title}》执行`
    : '，目前没有其他规定可依';
  const assumed = source.assumed === undefined ? [] : [`${name}的施行日期是推定的`];
  switch (state) {
    case 'lapsed':
      return [`${name}已于 ${source.until} 失效${then}`, ...assumed];
    case 'repealed':
      return [repealNote(one, name, then)];
    case 'not-yet':
      return [`${name}的这项规定从 ${record.from} 起才生效`, ...assumed];
    case 'in-force':
      return record.note === undefined ? assumed : [record.note, ...assumed];
  }
}

function repealNote({ source, record }: Standing, name: string, then: string): string {
  if (source.repealedBy && record.value !== null)
    return `${name}已于 ${source.until} 被《${source.repealedBy}》废止${then}`;
  return `${name}的这项规定已于 ${record.from} 废止${then}`;
}
