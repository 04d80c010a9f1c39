import { checkCases } from './check-cases.ts';
import { checkGeography } from './check-geography.ts';
import { checkPack } from './check-pack.ts';
import { endRepealed, sourcesOf } from './check-sources.ts';
import { builtInGates, builtInPosts, type Jurisdiction, type PackProblem } from './model.ts';
import type { Known, LoadResult, Pack, PackSet, PackSource } from './pack-set.ts';
import {
  type ParsedPack,
  type Placed,
  parseGeography,
  parsePack,
  type RawFile,
  type RawPack,
} from './parse-pack.ts';
import { problemAt } from './place.ts';
import { isDeclared } from './platform-id.ts';
import type { PlatformEntry } from './values-platform.ts';

/** Packs and geography as found on disk. */
export interface RawSet {
  packs: readonly RawPack[];
  geography: readonly RawFile[];
}

/**
 * Turns files into a checked PackSet. Pure. Collects every problem of every file; worked cases run only when
 * nothing else is wrong, since they would fail for the same reasons again.
 */
export function assemble(raw: RawSet): LoadResult {
  const problems: PackProblem[] = [];
  const parsed = raw.packs.flatMap((pack) => collect(parsePack(pack), problems).pack ?? []);
  const nodes = raw.geography.flatMap((file) => collect(parseGeography(file), problems).nodes);
  const declared = parsed.flatMap(declaredNodes);
  const jurisdictions = checkGeography([...nodes, ...declared], problems);
  problems.push(...duplicatePacks(parsed));
  const sources = new Map(parsed.map((pack) => [pack, sourcesOf(pack, problems)]));
  endRepealed(sources, problems);
  const known = knownOf(parsed, jurisdictions, problems);
  for (const pack of parsed) checkPack(pack, sources.get(pack) ?? new Map(), known, problems);
  problems.push(...duplicateClauses(parsed));
  const packs: PackSet = {
    packs: parsed.map((pack) => packOf(pack, sources.get(pack) ?? new Map())),
    jurisdictions,
    posts: known.posts,
    gates: known.gates,
  };
  if (problems.length === 0) problems.push(...checkCases(packs));
  return problems.length === 0 ? { ok: true, packs } : { ok: false, problems };
}

function collect<T extends { problems: PackProblem[] }>(result: T, problems: PackProblem[]): T {
  problems.push(...result.problems);
  return result;
}

function declaredNodes(pack: ParsedPack): Placed<Jurisdiction>[] {
  return (pack.head.jurisdictions ?? []).map((entry, i) => ({
    yaml: pack.place.yaml,
    path: ['jurisdictions', i],
    entry,
  }));
}

function duplicatePacks(parsed: readonly ParsedPack[]): PackProblem[] {
  const first = new Map<string, ParsedPack>();
  return parsed.flatMap((pack) => {
    const other = first.get(pack.head.id);
    first.set(pack.head.id, other ?? pack);
    return other
      ? [
          problemAt(
            pack.place,
            ['id'],
            `法规包编号 ${pack.head.id} 重复`,
            `另一个在 ${other.place.yaml.file}；请换一个编号`,
          ),
        ]
      : [];
  });
}

function duplicateClauses(parsed: readonly ParsedPack[]): PackProblem[] {
  const first = new Map<string, string>();
  return parsed.flatMap((pack) =>
    pack.clauses.flatMap((clause) => {
      const other = first.get(clause.entry.id);
      first.set(clause.entry.id, other ?? clause.yaml.file);
      return other
        ? [problemAt(clause, ['id'], `条款编号 ${clause.entry.id} 重复`, `另一处在 ${other}`)]
        : [];
    }),
  );
}

function knownOf(
  parsed: readonly ParsedPack[],
  jurisdictions: ReadonlyMap<string, Jurisdiction>,
  problems: PackProblem[],
): Known {
  const posts = new Map<string, string>(Object.entries(builtInPosts));
  const gates = new Map<string, string>(Object.entries(builtInGates));
  for (const pack of parsed) {
    declare(pack, 'posts', '岗位', posts, problems);
    declare(pack, 'gates', '关口', gates, problems);
  }
  const platforms = new Set(
    parsed.flatMap((pack) => pack.records.flatMap(({ record }) => platformIds(record.rule, record.value))),
  );
  return { posts, gates, jurisdictions, platforms };
}

function declare(
  pack: ParsedPack,
  key: 'posts' | 'gates',
  word: string,
  all: Map<string, string>,
  problems: PackProblem[],
): void {
  const seen = new Set<string>();
  for (const [i, { id, title }] of (pack.head[key] ?? []).entries()) {
    const other = all.get(id);
    if (seen.has(id)) problems.push(problemAt(pack.place, [key, i, 'id'], `${word} ${id} 写了两次`));
    else if (other !== undefined && other !== title) {
      problems.push(
        problemAt(pack.place, [key, i], `${word} ${id} 已有，名称是“${other}”`, '换一个编号，或用同样的名称'),
      );
    }
    seen.add(id);
    if (other === undefined) all.set(id, title);
  }
}

function platformIds(rule: string, value: unknown): string[] {
  if (rule !== 'platforms' || !Array.isArray(value)) return [];
  return value.filter((item: PlatformEntry) => isDeclared(item)).map((item: PlatformEntry) => item.id);
}

function packOf(pack: ParsedPack, sources: ReadonlyMap<string, PackSource>): Pack {
  return {
    id: pack.head.id,
    title: pack.head.title,
    version: pack.head.version,
    jurisdiction: pack.head.jurisdiction,
    file: pack.place.yaml.file,
    sources,
    records: pack.records.map(({ record }) => record),
    clauses: pack.clauses.map(({ entry, yaml, path }) => ({
      ...entry,
      file: yaml.file,
      line: yaml.lineOf(path),
    })),
    cases: pack.cases.map(({ entry, yaml, path }) => ({
      entry,
      file: yaml.file,
      line: yaml.lineOf(path),
      path: problemAt({ yaml, path }, [], '').path,
    })),
  };
}
