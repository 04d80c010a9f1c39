import type { Raw } from '../finding.ts';
import type { Signs } from './signs.ts';

const DIGITS = '一二三四五六七八九';
/** What opens a numbered paragraph, one pattern a style, from the outermost to the innermost. */
const STYLES: readonly RegExp[] = [
  /^[\s\u3000]*([一二三四五六七八九十]{1,3})、/,
  /^[\s\u3000]*[（(]([一二三四五六七八九十]{1,3})[）)]/,
  /^[\s\u3000]*(\d{1,2})[.．、](?!\d)/,
  /^[\s\u3000]*[（(](\d{1,2})[）)]/,
];
const LONGEST_LEAD = 12;

/** Numbered paragraphs of one style whose numbers jump or stand twice; 一、二、四、 and the like. */
export function findNumbering(text: string, { lines }: Signs): Raw[] {
  const last = STYLES.map(() => 0);
  const found: Raw[] = [];
  for (const from of lines) {
    const head = text.slice(from, from + LONGEST_LEAD);
    const style = STYLES.findIndex((one) => one.test(head));
    const match = STYLES[style]?.exec(head);
    if (!match) continue;
    const written = match[1] ?? '';
    const number = numberOf(written);
    const before = last[style] ?? 0;
    if (before > 0 && number > before + 1 && number <= before + 3) {
      const start = from + match[0].indexOf(written);
      const facts = {
        before: nameOf(before, written),
        number: written,
        missing: nameOf(before + 1, written),
      };
      found.push({ kind: 'numbering', start, end: start + written.length, severity: 'note', facts });
    }
    // a number within an outer one starts again with every outer one
    for (let inner = style + 1; inner < STYLES.length; inner++) last[inner] = 0;
    last[style] = number === 1 || before > 0 ? number : 0;
  }
  return found;
}

function numberOf(written: string): number {
  if (/^\d/.test(written)) return Number(written);
  const [tens = '', ones = ''] = written.includes('十') ? written.split('十') : ['-', written];
  const unit = DIGITS.indexOf(ones) + (ones === '' ? 0 : 1);
  if (tens === '-') return unit;
  return 10 * (tens === '' ? 1 : DIGITS.indexOf(tens) + 1) + unit;
}

function nameOf(number: number, like: string): string {
  if (/^\d/.test(like)) return String(number);
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  const head = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS.charAt(tens - 1)}十`;
  return head + (ones === 0 ? '' : DIGITS.charAt(ones - 1));
}
