import type { Raw } from '../finding.ts';

/**
 * The number of a document after the short name of its office: 清政办发〔2026〕12号. Court and review numbers have their
 * brackets round the year too, but no such character before them and no figures right after.
 */
const NUMBER =
  /(?<=[\u4e00-\u9fff])([发字函办通电规任])([〔（([［【〈<《])(\d{2}|\d{4})([〕）)\]］】〉>》])(第?)(\d{1,5})号/g;
/** Decisions in single cases number as their own forms have it: 第 and leading zeros are theirs. */
const CASES = '字';
/** GB/T 9704-2012 holds for what was written since; older numbers are quoted as they were printed. */
const SINCE = 2012;

/** Document numbers not as GB/T 9704-2012 (7.2.5) has them: six-cornered brackets, four digits, no 第, no zeros. */
export function findDocumentNumbers(plain: string): Raw[] {
  return [...plain.matchAll(NUMBER)].flatMap((match) => {
    const [whole, office = '', open = '', digits = '', close = '', ordinal = '', serial = ''] = match;
    const year = digits.length === 2 ? `20${digits}` : digits;
    if (Number(year) < SINCE || Number(year) >= 2100) return [];
    const own = office === CASES;
    const right = `〔${year}〕${own ? ordinal : ''}${own ? serial : Number(serial)}号`;
    if (`${open}${digits}${close}${ordinal}${serial}号` === right) return [];
    const start = match.index + 1;
    const end = match.index + whole.length;
    return [{ kind: 'document-number', start, end, severity: 'warn', facts: { right }, suggestion: right }];
  });
}
