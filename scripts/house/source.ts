import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from '@swc/core';

/** One file of the project as the house rules see it; `path` is relative to the checkout, with slashes. */
export type Source = { path: string; text: string };

/** A breach of a house rule, at a line that counts from 1. */
export type Finding = { path: string; line: number; message: string };

/** A node of the syntax tree as far as the rules need it. */
export type Node = {
  type: string;
  span?: { start: number; end: number };
  value?: unknown;
  raw?: string;
  [field: string]: unknown;
};

/** Files that git keeps or would keep, so also those not yet added. */
export function listSources(root: string): Source[] {
  const names = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
  });
  return names
    .split('\0')
    .filter((path) => path && existsSync(join(root, path)))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/** Whether a file is TypeScript or JavaScript of ours. */
export function isCode(path: string): boolean {
  return /\.(m?ts|tsx|mjs|cjs)$/.test(path) && !path.endsWith('.d.mts') && !path.endsWith('.d.ts');
}

/** Whether a file is a test or a story. */
export function isTest(path: string): boolean {
  return /\.(test|story)\.tsx?$/.test(path);
}

/** Whether a file only serves tests: what they are given, and what prepares them. */
export function servesTests(path: string): boolean {
  return isTest(path) || /(^|\/)testing[a-z-]*\.ts$|\.test-data\.ts$|(^|\/)fixtures\//.test(path);
}

/** Calls `visit` with every node of the file and the line on which it starts. */
export function walk({ path, text }: Source, visit: (node: Node, line: number) => void): void {
  const syntax = path.endsWith('js') ? 'ecmascript' : 'typescript';
  const tree = parseSync(text, { syntax, tsx: path.endsWith('x'), target: 'es2022' } as Parameters<
    typeof parseSync
  >[1]);
  const bytes = Buffer.from(text);
  const lineOf = (start: number) =>
    bytes
      .subarray(0, Math.max(0, start - 1))
      .toString('latin1')
      .split('\n').length;
  const step = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) step(one);
    else if (typeof value === 'object' && value !== null) {
      const node = value as Node;
      if (typeof node.type === 'string') visit(node, lineOf(node.span?.start ?? spanInside(node)));
      for (const [field, inner] of Object.entries(node)) if (field !== 'span') step(inner);
    }
  };
  step(tree.body);
}

function spanInside(node: Node): number {
  const inner = Object.values(node).find((one) => typeof one === 'object' && one !== null && 'span' in one);
  return (inner as Node | undefined)?.span?.start ?? 1;
}
