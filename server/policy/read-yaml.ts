import {
  type Document,
  isAlias,
  isCollection,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';
import type { PackProblem } from './model.ts';

const MAX_CHARACTERS = 512 * 1024;
const MAX_ALIASES = 20;

export type Path = readonly (string | number)[];

/** A YAML file read into plain data, still knowing the line of every path. */
export interface YamlFile {
  file: string;
  data: unknown;
  lineOf(path: Path): number | undefined;
}

/** Reads one YAML file as plain data; syntax errors, tags, oversize and alias bombs are problems. */
export function readYaml(file: string, text: string): { yaml?: YamlFile; problems: PackProblem[] } {
  if (text.length > MAX_CHARACTERS) {
    return {
      problems: [
        { file, path: '', reason: `文件过大：不得超过 ${MAX_CHARACTERS / 1024} 千字符，请拆成几个文件` },
      ],
    };
  }
  const lineCounter = new LineCounter();
  const doc = parseDocument(text, {
    lineCounter,
    strict: true,
    uniqueKeys: true,
    version: '1.2',
    schema: 'core',
  });
  const problems = syntaxProblems(file, text, [...doc.errors, ...doc.warnings], lineCounter);
  if (problems.length === 0) problems.push(...taggedNodes(file, doc, lineCounter));
  if (problems.length > 0) return { problems };
  try {
    const data: unknown = doc.toJS({ maxAliasCount: MAX_ALIASES });
    return { yaml: { file, data, lineOf: (path) => lineAt(doc, lineCounter, path) }, problems };
  } catch {
    return {
      problems: [
        { file, path: '', reason: `YAML 引用（& 和 *）过多：最多 ${MAX_ALIASES} 处，请直接写出内容` },
      ],
    };
  }
}

/** One problem per line: what follows the first error of a line is its echo. */
function syntaxProblems(
  file: string,
  text: string,
  errors: readonly YAMLError[],
  lines: LineCounter,
): PackProblem[] {
  const written = text.split('\n');
  const seen = new Set<number>();
  return errors.flatMap((error) => {
    const { line } = lines.linePos(error.pos[0]);
    if (seen.has(line)) return [];
    seen.add(line);
    const near = `${written[line - 1] ?? ''}\n${written[line] ?? ''}`;
    const code = /^ *\t/m.test(near) ? 'TAB_AS_INDENT' : error.code;
    const hint = code === 'TAB_AS_INDENT' ? undefined : fullWidthHint(near);
    return [{ file, path: '', line, reason: syntaxReason(code), hint: hint ?? syntaxHint(code) }];
  });
}

/** A Chinese colon or comma where YAML needs the ASCII one, the commonest slip of a Chinese keyboard. */
export function fullWidthHint(text: string): string | undefined {
  return /^[\s{[-]*[\w.-]+\s*：|[{,，]\s*[\w.-]+\s*：/m.test(text)
    ? '冒号、逗号要用英文（半角）的：“键: 值”，冒号后空一格'
    : undefined;
}

function taggedNodes(file: string, doc: Document.Parsed, lines: LineCounter): PackProblem[] {
  const problems: PackProblem[] = [];
  let aliases = 0;
  visit(doc, (_key, node) => {
    if (isAlias(node)) aliases += 1;
    if ((isScalar(node) || isCollection(node)) && node.tag !== undefined) {
      const line = node.range ? { line: lines.linePos(node.range[0]).line } : {};
      problems.push({ file, path: '', ...line, reason: '不允许使用 YAML 标签（以 ! 开头的写法）' });
    }
  });
  if (aliases > MAX_ALIASES) {
    problems.push({
      file,
      path: '',
      reason: `YAML 引用（& 和 *）过多：最多 ${MAX_ALIASES} 处，请直接写出内容`,
    });
  }
  return problems;
}

function lineAt(doc: Document.Parsed, lines: LineCounter, path: Path): number | undefined {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? doc.contents : doc.getIn(path.slice(0, length), true);
    if ((isScalar(node) || isCollection(node)) && node.range) return lines.linePos(node.range[0]).line;
  }
  return undefined;
}

function syntaxReason(code: string): string {
  const reasons: Record<string, string> = {
    DUPLICATE_KEY: '同一处写了两个相同的键',
    BAD_INDENT: '缩进不对',
    TAB_AS_INDENT: '缩进用了制表符（Tab）',
    MULTIPLE_DOCS: '一个文件里只能有一份内容，不要写 ---',
    BAD_ALIAS: '引用（*）写错了',
    TAG_RESOLVE_FAILED: '不允许使用 YAML 标签（以 ! 开头的写法）',
    MISSING_CHAR: '缺少引号或括号',
    BLOCK_AS_IMPLICIT_KEY: '冒号的位置不对，或缩进不对',
    MULTILINE_IMPLICIT_KEY: '冒号的位置不对，或缩进不对',
  };
  return `YAML 语法错误：${reasons[code] ?? '这一行读不懂'}`;
}

function syntaxHint(code: string): string {
  if (code === 'TAB_AS_INDENT' || code === 'BAD_INDENT') return '缩进只用空格，同一层对齐';
  return '检查冒号后是否有空格、引号括号是否成对、同层是否对齐；含冒号或井号的文字加引号';
}
