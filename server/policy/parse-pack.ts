import type { z } from 'zod';
import { burdenProblem } from './burden-guard.ts';
import { ruleIds, ruleSpec } from './catalogue.ts';
import { hintFor } from './hint.ts';
import type { Jurisdiction, PackProblem } from './model.ts';
import {
  type ClauseEntry,
  clauseEntry,
  jurisdictionEntry,
  type PackFile,
  packFile,
  type RecordEntry,
  recordEntry,
  type WorkedCase,
  workedCase,
} from './pack-format.ts';
import type { PackRecord } from './pack-set.ts';
import { type Place, problemAt } from './place.ts';
import { readYaml, type YamlFile } from './read-yaml.ts';
import { zodProblems } from './zod-problems.ts';

/** A file as found: its name inside the pack, how people see its path, its text. */
export interface RawFile {
  name: string;
  file: string;
  text: string;
}

export interface RawPack {
  file: string;
  files: readonly RawFile[];
}

export type Placed<T> = Place & { entry: T };
export type PlacedRecord = Place & { record: PackRecord };

/** A pack whose files are each sound in themselves; nothing is compared between files yet. */
export interface ParsedPack {
  head: PackFile;
  place: Place;
  records: readonly PlacedRecord[];
  clauses: readonly Placed<ClauseEntry>[];
  cases: readonly Placed<WorkedCase>[];
  /** False when some record or clause could not be read, so that checks of completeness make no sense. */
  complete: boolean;
}

/** Reads the files of one pack; every problem of every file is collected. */
export function parsePack(raw: RawPack): { pack?: ParsedPack; problems: PackProblem[] } {
  const problems: PackProblem[] = [];
  const headFile = raw.files.find((file) => file.name === 'pack.yaml');
  if (!headFile)
    return {
      problems: [
        { file: raw.file, path: '', reason: '缺少 pack.yaml', hint: '每个法规包文件夹里都要有 pack.yaml' },
      ],
    };
  const head = parseHead(headFile, problems);
  const named = (pattern: RegExp) => raw.files.filter((file) => pattern.test(file.name));
  const before = problems.length;
  const records = named(/^rules\/.+/).flatMap((file) => parseRules(file, problems));
  const clauses = named(/^clauses\.yaml$/).flatMap((file) =>
    parseList(file, 'clauses', clauseEntry, problems),
  );
  const complete = problems.length === before;
  const cases = named(/^cases\/.+/).flatMap((file) => parseList(file, 'cases', workedCase, problems));
  return head ? { pack: { ...head, records, clauses, cases, complete }, problems } : { problems };
}

/** Reads jurisdictions.yaml: the geography that ships, outside any pack. */
export function parseGeography(file: RawFile): { nodes: Placed<Jurisdiction>[]; problems: PackProblem[] } {
  const problems: PackProblem[] = [];
  return { nodes: parseList(file, 'jurisdictions', jurisdictionEntry, problems), problems };
}

function parseHead(file: RawFile, problems: PackProblem[]): { head: PackFile; place: Place } | undefined {
  const { yaml, problems: syntax } = readYaml(file.file, file.text);
  problems.push(...syntax);
  if (!yaml) return undefined;
  const parsed = packFile.safeParse(yaml.data);
  if (parsed.success) return { head: parsed.data, place: { yaml, path: [] } };
  problems.push(...zodProblems(yaml, [], packFile, parsed.error.issues));
  return undefined;
}

function parseList<S extends z.ZodType>(
  file: RawFile,
  key: string,
  schema: S,
  problems: PackProblem[],
): Placed<z.output<S>>[] {
  const { yaml, problems: syntax } = readYaml(file.file, file.text);
  problems.push(...syntax);
  if (!yaml) return [];
  const listed = listUnder(yaml, key, problems);
  return listed.flatMap(({ item, place }) => {
    const parsed = schema.safeParse(item);
    if (parsed.success) return [{ ...place, entry: parsed.data }];
    problems.push(...zodProblems(yaml, place.path, schema, parsed.error.issues));
    return [];
  });
}

/** A file is either the bare list, or a mapping whose one key is the file's kind. */
function listUnder(yaml: YamlFile, key: string, problems: PackProblem[]): { item: unknown; place: Place }[] {
  const { data } = yaml;
  if (Array.isArray(data)) return data.map((item, i) => ({ item, place: { yaml, path: [i] } }));
  if (data === null) return [];
  const keys = typeof data === 'object' ? Object.keys(data) : [];
  const inner = typeof data === 'object' ? (data as Record<string, unknown>)[key] : undefined;
  if (keys.length === 1 && Array.isArray(inner))
    return inner.map((item, i) => ({ item, place: { yaml, path: [key, i] } }));
  problems.push({ file: yaml.file, path: '', reason: '整个文件应当是一个列表', hint: '每一项以短横线开头' });
  return [];
}

function parseRules(file: RawFile, problems: PackProblem[]): PlacedRecord[] {
  return parseList(file, 'rules', recordEntry, problems).flatMap((placed) =>
    placed.entry.id.flatMap((rule) => {
      const found = recordProblems(placed, rule);
      problems.push(...found.problems);
      return found.record ? [{ yaml: placed.yaml, path: placed.path, record: found.record }] : [];
    }),
  );
}

function recordProblems(
  placed: Placed<RecordEntry>,
  rule: string,
): { record?: PackRecord; problems: PackProblem[] } {
  const { entry } = placed;
  const spec = ruleSpec(rule);
  if (!spec)
    return {
      problems: [
        problemAt(
          placed,
          ['id'],
          `没有规则 ${rule}`,
          hintFor(rule, ruleIds()) ?? '全部规则见《法规包手册》附表',
        ),
      ],
    };
  const problems: PackProblem[] = [];
  const isOwn = spec.own === true;
  if (isOwn && entry.title === undefined) problems.push(problemAt(placed, [], `自定规则 ${rule} 要写 title`));
  if (!isOwn && entry.title !== undefined)
    problems.push(problemAt(placed, ['title'], '只有自定规则（编号中含 .own.）才写 title'));
  if (spec.kind === 'chain' && entry.when)
    problems.push(problemAt(placed, ['when'], '流程的适用情形写在 value 的 variants 里，不写在这里'));
  const value = parseValue(placed, rule, spec.schema, problems);
  if (problems.length > 0) return { problems };
  return { record: recordOf(placed, rule, spec.title, value), problems };
}

function parseValue(
  placed: Placed<RecordEntry>,
  rule: string,
  schema: z.ZodType,
  problems: PackProblem[],
): unknown {
  const { entry } = placed;
  if (entry.value === null) return null;
  if (entry.value === undefined) {
    problems.push(problemAt(placed, [], '缺少 value', '废止某项规定写 value: null'));
    return null;
  }
  const burden = burdenProblem(placed, { rule, title: entry.title, value: entry.value });
  if (burden) {
    problems.push(burden);
    return null;
  }
  const parsed = schema.safeParse(entry.value);
  if (parsed.success) return parsed.data;
  problems.push(...zodProblems(placed.yaml, [...placed.path, 'value'], schema, parsed.error.issues));
  return null;
}

function recordOf(placed: Placed<RecordEntry>, rule: string, title: string, value: unknown): PackRecord {
  const { entry } = placed;
  const spec = ruleSpec(rule);
  if (!spec) throw new Error(`unknown rule ${rule}`);
  return {
    rule,
    spec,
    title: entry.title ?? title,
    from: entry.from,
    value,
    basis: entry.basis,
    when: entry.when,
    binding: entry.binding === true,
    clauses: entry.clauses ?? [],
    note: entry.note,
    file: placed.yaml.file,
    path: placed.path,
  };
}
