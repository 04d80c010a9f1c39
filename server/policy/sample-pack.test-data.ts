import { assemble } from './assemble.ts';
import type { PackProblem } from './model.ts';
import type { PackSet } from './pack-set.ts';
import type { RawPack } from './parse-pack.ts';

/** A nation, a province, a city and a county, for packs made in tests. */
export const geography = {
  name: 'jurisdictions.yaml',
  file: 'jurisdictions.yaml',
  text: `
- {code: '100000', name: 全国, level: nation}
- {code: '990000', name: 甲省, level: province, parent: '100000'}
- {code: '990100', name: 乙市, level: city, parent: '990000'}
- {code: '990121', name: 丙县, level: county, parent: '990100'}
`,
};

export const places = { nation: '100000', province: '990000', city: '990100', county: '990121' } as const;

interface PackText {
  id: string;
  jurisdiction: string;
  /** Extra top-level lines of pack.yaml. */
  head?: string;
  /** The whole list under `sources:`; one document in force since 2020-01-01 when not given. */
  sources?: string;
  rules?: string;
  clauses?: string;
  cases?: string;
}

/** A pack in memory, as load.ts would find it on disk. */
export function packText({
  id,
  jurisdiction,
  head = '',
  sources,
  rules = '',
  clauses,
  cases,
}: PackText): RawPack {
  const list = sources ?? `- {id: rule, title: ${id}办法, inForce: {from: 2020-01-01}}`;
  const pack = `id: ${id}\ntitle: ${id}办法\nversion: "2026.1"\njurisdiction: '${jurisdiction}'\n${head}\nsources:\n${list}\n`;
  const files = [{ name: 'pack.yaml', text: pack }];
  if (rules !== '') files.push({ name: 'rules/all.yaml', text: rules });
  if (clauses !== undefined) files.push({ name: 'clauses.yaml', text: clauses });
  if (cases !== undefined) files.push({ name: 'cases/all.yaml', text: cases });
  return { file: id, files: files.map((file) => ({ ...file, file: `${id}/${file.name}` })) };
}

/** One record in one line; `value` and further keys as YAML. */
export function recordText(id: string, value: string, more = ''): string {
  return `- {id: ${id}, from: 2020-01-01, value: ${value}, basis: {source: rule, article: 第一条, summary: 概要}${more}}\n`;
}

/** The set, or an error listing what is wrong. */
export function setOf(...packs: RawPack[]): PackSet {
  const result = assemble({ packs, geography: [geography] });
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 1));
  return result.packs;
}

/** The problems of packs that must not load. */
export function problemsOf(...packs: RawPack[]): PackProblem[] {
  const result = assemble({ packs, geography: [geography] });
  return result.ok ? [] : result.problems;
}
