import type { Checker } from '../server/checks/checker.ts';

/** What a checker says of correct text: findings of severity block or warn, and notes. */
export interface Tally {
  readonly characters: number;
  readonly asserted: number;
  readonly noted: number;
}

const LINES = 200;

/** Counts findings over lines of correct text, put together to texts of 200 lines as documents would be. */
export function alarmsIn(checker: Checker, lines: readonly string[]): Tally {
  let characters = 0;
  let asserted = 0;
  let noted = 0;
  for (let from = 0; from < lines.length; from += LINES) {
    const text = lines.slice(from, from + LINES).join('\n');
    characters += text.length;
    for (const { severity } of checker.check(text)) {
      if (severity === 'note') noted += 1;
      else asserted += 1;
    }
  }
  return { characters, asserted, noted };
}
