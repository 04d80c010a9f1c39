/** The door of the content check: text in, findings out. Pure; callers read lexicons and models. */
export { type Checker, type CheckerOptions, createChecker } from './checker.ts';
export type { CheckContext } from './context.ts';
export type { Finding } from './finding.ts';
export type { Lexicon } from './lexicon/entry.ts';
export { parseLexicon } from './lexicon/parse-lexicon.ts';
