import type { Raw } from '../../finding.ts';
import { findAmounts } from './amounts.ts';
import { findBrackets } from './brackets.ts';
import { findDates } from './dates.ts';
import { findDocumentNumbers } from './document-numbers.ts';
import { findLooseFigures, findPercentages, findUnitSlips } from './figures.ts';
import { findNumbering } from './numbering.ts';
import { plainDigits } from './numerals.ts';
import { findHalfWidth } from './punctuation.ts';
import { findClashes, findRepeats } from './repeats.ts';
import { findSigns } from './signs.ts';
import { findTimes } from './times.ts';
import { findUsage } from './usage.ts';

/** What rules of writing find: punctuation, numbering, dates, times, figures, and words by what stands around them. */
export function byRule(text: string): Raw[] {
  const signs = findSigns(text);
  const plain = plainDigits(text);
  return [
    ...findRepeats(text, signs),
    ...findClashes(text, signs),
    ...findHalfWidth(text, signs),
    ...findBrackets(text, signs),
    ...findNumbering(text, signs),
    ...findDates(plain, signs),
    ...findTimes(plain, signs),
    ...findUsage(plain),
    ...findPercentages(plain, signs),
    ...findUnitSlips(plain),
    ...findLooseFigures(plain),
    ...findAmounts(plain),
    ...findDocumentNumbers(plain),
  ];
}
