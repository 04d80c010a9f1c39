import type { Raw } from '../../finding.ts';
import type { Signs } from './signs.ts';

const PARTNER: Readonly<Record<string, string>> = {
  '（': '）',
  '(': ')',
  '《': '》',
  '〈': '〉',
  '【': '】',
  '〔': '〕',
  '「': '」',
  '『': '』',
  '“': '”',
  '‘': '’',
  '[': ']',
};
/** Full and half width are one kind here: （a) is ugly and closed. */
const SAME: Readonly<Record<string, string>> = { '(': '（', ')': '）', '[': '〔', ']': '〕' };
const CLOSERS = new Set(Object.values(PARTNER));
/** What may stand before a lone closing bracket: 1) 一） a) at the start of a line or clause. */
const ENUMERATOR = /(?:^|[\n\r。；;：:，,、\s])[\da-zA-Z一二三四五六七八九十①-⑳]{1,3}$/;
/** An apostrophe is no quotation mark. */
const LATIN = /[A-Za-z]/;
/** How far a bracket may reach over line ends before the text counts as unclosed there: quoted passages. */
const DEEPEST = 64;

const LINE_END = /^[。；，、]?(?:[\n\r]|$)/;
const LINE_START = /(?:^|[\n\r：:])[\s\u3000]?$/;
const STOPPED = /[。！？；]/;
const LONGEST_LINE = 3000;

interface Open {
  readonly sign: string;
  readonly at: number;
  /** The closing bracket that it waits for. */
  readonly closer?: string;
}

/** Brackets, book titles and quotation marks without a partner; one walk with a stack. */
export function findBrackets(text: string, { brackets, lines }: Signs): Raw[] {
  const open: Open[] = [];
  const lonely: Open[] = [];
  for (const at of brackets) {
    const sign = text.charAt(at);
    if (sign === '’' && LATIN.test(text.charAt(at - 1))) continue;
    if (!CLOSERS.has(sign)) {
      open.push({ sign, at, closer: even(PARTNER[sign] ?? '') });
      if (open.length > DEEPEST) lonely.push(open.shift() as Open);
    } else close(text, open, lonely, { sign, at });
  }
  lonely.push(...open);
  let next = 0;
  const lastText = text.trimEnd().length;
  return lonely
    .sort((a, b) => a.at - b.at)
    .filter((one) => {
      while (next < lines.length && (lines[next] as number) <= one.at) next += 1;
      const lineEnd = (lines[next] ?? text.length + 1) - 1;
      return !runsOn(text, one, lineEnd, lineEnd >= lastText);
    })
    .map((one) => toRaw(one));
}

function close(text: string, open: Open[], lonely: Open[], closing: Open): void {
  const kind = even(closing.sign);
  const place = open.findLastIndex(({ closer }) => closer === kind);
  if (place < 0) {
    if (!ENUMERATOR.test(text.slice(Math.max(0, closing.at - 5), closing.at))) lonely.push(closing);
    return;
  }
  // what was opened inside and not closed before its surroundings were
  lonely.push(...open.splice(place).slice(1));
}

/**
 * Quoted passages and notes that run over several paragraphs open at the start of one and close at the end of one;
 * from the last paragraph nothing runs on.
 */
function runsOn(text: string, { sign, at }: Open, lineEnd: number, isLast: boolean): boolean {
  if (CLOSERS.has(sign)) return LINE_END.test(text.slice(at + 1, at + 3));
  if (!isLast && LINE_START.test(text.slice(Math.max(0, at - 2), at))) return true;
  const end = Math.min(lineEnd, at + LONGEST_LINE);
  return !STOPPED.test(text.slice(Math.max(at, end - 2), end));
}

function even(sign: string): string {
  return SAME[sign] ?? sign;
}

function toRaw({ sign, at }: Open): Raw {
  const kind = CLOSERS.has(sign) ? 'bracket-unopened' : 'bracket-unclosed';
  return { kind, start: at, end: at + 1, severity: 'note', facts: { sign } };
}
