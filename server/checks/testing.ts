import { readdirSync, readFileSync } from 'node:fs';
import { type Checker, type CheckerOptions, createChecker } from './checker.ts';
import type { CheckContext } from './context.ts';
import type { Finding } from './finding.ts';
import type { Lexicon } from './lexicon/entry.ts';
import { parseLexicon } from './lexicon/parse-lexicon.ts';

const FOLDER = new URL('../../lexicons/', import.meta.url);

/** The lexicons that ship, of the detectors that name things by lists. */
export const shippedLexicons: readonly Lexicon[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => {
    const read = parseLexicon(name, readFileSync(new URL(name, FOLDER), 'utf8'));
    if (!read.ok) throw new Error(JSON.stringify(read.problems[0]));
    return read.lexicon;
  });

const plain = createChecker({ lexicons: shippedLexicons });

/** What the shipped lexicons and all detectors find in a text. */
export function checked(text: string, context?: CheckContext, options?: CheckerOptions): Finding[] {
  const checker = options ? createChecker({ lexicons: shippedLexicons, ...options }) : plain;
  return checker.check(text, context);
}

/** The kinds and texts that one detector finds, as 'kind text'. */
export function found(
  detector: Finding['detector'],
  text: string,
  context?: CheckContext,
  options?: CheckerOptions,
): string[] {
  return checked(text, context, options)
    .filter((one) => one.detector === detector)
    .map((one) => `${one.kind} ${one.text}`);
}

/** What the wording detector of a checker says, as 'kind severity text suggestion'; by default with the shipped lexicons. */
export function advised(text: string, checker: Checker = plain): string[] {
  return checker
    .check(text)
    .filter(({ detector }) => detector === 'wording')
    .map(({ kind, severity, text: marked, suggestion }) =>
      [kind, severity, marked, ...(suggestion === undefined ? [] : [suggestion])].join(' '),
    );
}
