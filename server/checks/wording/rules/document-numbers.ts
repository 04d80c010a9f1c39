import { isDigit } from '../../characters.ts';
import type { Raw } from '../../finding.ts';

/**
 * The number of a document after the short name of its office: 清政办发〔2026〕12号. Court and review numbers have their
 * brackets round the year too, but no such character before them and no figures right after.
 */
const NUMBER =
  /[\u4e00-\u9fff]([发字函办通电规任])([〔（([［【〈<《])(\d{2}|\d{4})([〕）)\]］】〉>》])(第?)(\d{1,5})号$/;
const LONGEST = 16;
/** Decisions in single cases number as their own forms have it: 第 and leading zeros are theirs. */
const CASES = '字';
/** GB/T 9704-2012 holds for what was written since; older numbers are quoted as they were printed. */
const SINCE = 2012;

/** Document numbers not as GB/T 9704-2012 (7.2.5) has them: six-cornered brackets, four digits, no 第, no zeros. */
export function findDocumentNumbers(plain: string): Raw[] {
  const found: Raw[] = [];
  // looked for from their ends: a pattern of such common characters would be tried all over the text
  for (let at = plain.indexOf('号'); at >= 0; at = plain.indexOf('号', at + 1)) {
    if (!isDigit(plain.charCodeAt(at - 1))) continue;
    const match = NUMBER.exec(plain.slice(Math.max(0, at + 1 - LONGEST), at + 1));
    const right = match && rightForm(match);
    if (!match || !right) continue;
    const start = at + 1 - match[0].length + 2;
    found.push({
      ...{ kind: 'document-number', start, end: at + 1, severity: 'warn' },
      ...{ facts: { right }, suggestion: right },
    });
  }
  return found;
}

/** The number from its bracket on as it should be; null where it is, or where it is not ours to judge. */
function rightForm(match: RegExpExecArray): string | null {
  const [, office = '', open = '', digits = '', close = '', ordinal = '', serial = ''] = match;
  const year = digits.length === 2 ? `20${digits}` : digits;
  if (Number(year) < SINCE || Number(year) >= 2100) return null;
  const own = office === CASES;
  const right = `〔${year}〕${own ? ordinal : ''}${own ? serial : Number(serial)}号`;
  return `${open}${digits}${close}${ordinal}${serial}号` === right ? null : right;
}
