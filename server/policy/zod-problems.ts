import { z } from 'zod';
import { hintFor } from './hint.ts';
import { idOfWord } from './id-of-word.ts';
import type { PackProblem } from './model.ts';
import { fullWidthHint, type Path, type YamlFile } from './read-yaml.ts';

type Issue = z.core.$ZodIssue;

/** Translates what zod found in a file into Chinese problems with path, line and hint. */
export function zodProblems(
  yaml: YamlFile,
  at: Path,
  schema: z.ZodType,
  issues: readonly Issue[],
): PackProblem[] {
  return issues.flatMap((issue) => issueProblems(yaml, at, schema, issue));
}

/** 'rules[2].value.n' for a path, as people read it. */
export function pathText(path: Path): string {
  return path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : text === '' ? part : `${text}.${part}`),
    '',
  );
}

function issueProblems(yaml: YamlFile, at: Path, schema: z.ZodType, issue: Issue): PackProblem[] {
  const path = [...at, ...(issue.path as (string | number)[])];
  if (issue.code === 'invalid_union') {
    const branch = bestBranch(issue.errors);
    if (branch === undefined) return [problem(yaml, path, '写法不对')];
    return branch.flatMap((inner) =>
      issueProblems(yaml, at, schema, { ...inner, path: [...issue.path, ...inner.path] } as Issue),
    );
  }
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, issue.path as Path);
    return issue.keys.map((key) =>
      problem(
        yaml,
        [...path, key],
        `不认识的键 ${key}`,
        fullWidthHint(`{${key}`) ?? hintFor(key, known) ?? `这里可以写：${[...known].join('、')}`,
      ),
    );
  }
  const missing = valueAt(yaml.data, path) === undefined;
  return [
    problem(
      yaml,
      path,
      missing ? `缺少 ${String(path.at(-1) ?? '内容')}` : reasonFor(issue),
      hintOf(yaml, path, schema, issue),
    ),
  ];
}

/** Of the failed alternatives, the one the writer most likely meant: got deepest, then fewest faults. */
function bestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const depth = (branch: readonly Issue[]) => Math.max(0, ...branch.map((issue) => issue.path.length));
  const shallowType = (branch: readonly Issue[]) =>
    branch.some(
      (issue) => issue.path.length === 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_value'),
    );
  const discriminated = (branch: readonly Issue[]) =>
    branch.some((issue) => issue.code === 'invalid_value' && issue.values.length === 1);
  const rank = (branch: readonly Issue[]) =>
    (shallowType(branch) ? 1000 : 0) + (discriminated(branch) ? 100 : 0) + branch.length * 10 - depth(branch);
  return [...branches].filter((branch) => branch.length > 0).sort((a, b) => rank(a) - rank(b))[0];
}

function reasonFor(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `这里应当写${typeWords[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `只能写：${issue.values.map(String).join('、')}`;
    case 'too_small':
      return isChinese(issue.message) ? issue.message : `太少或太小，至少 ${issue.minimum}`;
    case 'too_big':
      return isChinese(issue.message) ? issue.message : `太多或太大，至多 ${issue.maximum}`;
    default:
      return isChinese(issue.message) ? issue.message : '写法不对';
  }
}

function hintOf(yaml: YamlFile, path: Path, schema: z.ZodType, issue: Issue): string | undefined {
  const value = valueAt(yaml.data, path);
  const key = path.at(-1);
  if (value === undefined && key === 'attachments') return '没有附件写 attachments: []';
  if (typeof value === 'string' && isChinese(value)) {
    const known = issue.code === 'invalid_value' ? issue.values.map(String) : undefined;
    const meant = idOfWord(value, known);
    if (meant !== undefined) return `是否想写 ${meant}？`;
  }
  if (issue.code === 'invalid_value')
    return value === 'quarter'
      ? '季度写 {n: 3, unit: month}'
      : hintFor(String(value), issue.values.map(String));
  if (issue.code !== 'invalid_type') return undefined;
  switch (issue.expected) {
    case 'string':
      return typeof value === 'number' ? '数字要加引号，例如 "2026.1"' : undefined;
    case 'array':
      return '列表每项以短横线开头，或写在方括号里';
    case 'object': {
      const keys = [...keysAt(schema, issue.path as Path)];
      return keys.length > 0 ? `写成花括号，里面写：${keys.join('、')}` : undefined;
    }
    default:
      return numberHint(issue.expected, value, key);
  }
}

/** How a number is written that was given with a percent sign, a unit or a fraction. */
function numberHint(expected: string, value: unknown, key: string | number | undefined): string | undefined {
  if (expected === 'int' && typeof value === 'number' && key === 'n')
    return '半个月写 {n: 15, unit: day}，半年写 {n: 6, unit: month}';
  if ((expected !== 'number' && expected !== 'int') || typeof value !== 'string') return undefined;
  const percent = /^(\d+(?:\.\d+)?)\s*[%％]$/.exec(value)?.[1];
  if (percent !== undefined) return `${value} 写成 ${Number(percent) / 100}`;
  const digits = /\d+(?:\.\d+)?/.exec(value)?.[0];
  return digits === undefined ? '用阿拉伯数字' : `只写数字 ${digits}，不加引号，不带单位`;
}

const typeWords: Record<string, string> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: ' true 或 false',
  array: '列表',
  object: '“键: 值”的内容',
  null: ' null',
};

function isChinese(text: string): boolean {
  return /[\u4e00-\u9fff]/.test(text);
}

function problem(yaml: YamlFile, path: Path, reason: string, hint?: string): PackProblem {
  const line = yaml.lineOf(path);
  return {
    file: yaml.file,
    path: pathText(path),
    ...(line === undefined ? {} : { line }),
    reason,
    ...(hint === undefined ? {} : { hint }),
  };
}

/** The value at a path of plain data, undefined where there is none. */
function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const part of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.hasOwn(value, part) ? (value as Record<string | number, unknown>)[part] : undefined;
  }
  return value;
}

/** Every key that some object schema at the path allows. */
function keysAt(schema: z.ZodType, path: Path): Set<string> {
  let open: z.core.$ZodType[] = [schema];
  for (const part of path) open = open.flatMap(unwrap).flatMap((inner) => step(inner, part));
  const shapes = open.flatMap(unwrap).filter((inner): inner is z.ZodObject => inner instanceof z.ZodObject);
  return new Set(shapes.flatMap((shape) => Object.keys(shape.shape)));
}

function step(schema: z.core.$ZodType, part: string | number): z.core.$ZodType[] {
  if (schema instanceof z.ZodObject) {
    const inner = schema.shape[String(part)] as z.core.$ZodType | undefined;
    return inner ? [inner] : [];
  }
  return schema instanceof z.ZodArray ? [schema.element] : [];
}

function unwrap(schema: z.core.$ZodType): z.core.$ZodType[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return unwrap(schema.unwrap());
  if (schema instanceof z.ZodPipe) return unwrap(schema.in);
  if (schema instanceof z.ZodUnion)
    return schema.options.flatMap((option) => unwrap(option as z.core.$ZodType));
  return [schema];
}
