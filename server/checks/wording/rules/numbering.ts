import type { Raw } from '../../finding.ts';
import { numberOf, writtenLike } from './numerals.ts';
import type { Signs } from './signs.ts';

const HAN = '一二三四五六七八九十';
const CIRCLES = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
/** What opens a numbered paragraph, one pattern a style, from the outermost to the innermost. */
const STYLES: readonly RegExp[] = [
  new RegExp(`^[\\s\\u3000]*([${HAN}]{1,3})、`),
  new RegExp(`^[\\s\\u3000]*[（(]([${HAN}]{1,3})[）)]`),
  /^[\s\u3000]*(\d{1,2})[.．、](?!\d)/,
  /^[\s\u3000]*[（(](\d{1,2})[）)]/,
  new RegExp(`^[\\s\\u3000]*([${CIRCLES}])`),
];
const ARABIC = 2;
/** 3.2个乡镇 after 2.: the third point begins with a figure of its own, or is no point at all. */
const WITH_FIGURE = /^[\s\u3000]*(\d{1,2})[.．](?=\d)/;
/** Articles of a whole text stand in one row, whatever stands within them. */
const ARTICLE = /^[\s\u3000]*第([一二三四五六七八九十百零〇]{1,7})条([\s\u3000]?)/;
/** 一是……；二是……: points told within a paragraph. */
const TOLD = new RegExp(`(?:^|[。；;：:，,、\\s])([${HAN}]{1,2})$`);
/** The styles that may begin with a character: most lines begin with none of these. */
const STYLES_OF: ReadonlyMap<string, readonly number[]> = new Map([
  ...Array.from(HAN, (one): [string, number[]] => [one, [0]]),
  ...Array.from('（(', (one): [string, number[]] => [one, [1, 3]]),
  ...Array.from('0123456789', (one): [string, number[]] => [one, [2]]),
  ...Array.from(CIRCLES, (one): [string, number[]] => [one, [4]]),
]);
const ARTICLE_SIGN = '第';
const BLANKS = ' \t\u3000\u00a0';
const BRACKET_MARK = new RegExp(`^[\\s\\u3000]*[（(](?:[${HAN}]{1,3}|\\d{1,2})[）)]、(?![（(])`);
const LONGEST_LEAD = 16;
/** A longer jump is another list, or a part of a text. */
const FARTHEST = 3;

/** Where a row of numbers stands: its last number, the article that had it, and whether it may have been none. */
interface Row {
  readonly last: number;
  readonly article: number;
  readonly isDoubtful?: boolean;
}

const EMPTY: Row = { last: 0, article: 0 };

/** Numbers of one style that jump or stand twice: 一、二、四、; 一是……三是; 第二条 before 第四条. */
export function findNumbering(text: string, { lines }: Signs): Raw[] {
  const rows: Row[] = STYLES.map(() => EMPTY);
  const found: Raw[] = [];
  let article = 0;
  for (const [place, from] of lines.entries()) {
    const end = Math.min(from + LONGEST_LEAD, lines[place + 1] ?? text.length);
    const sign = firstSign(text, from, end);
    const styles = STYLES_OF.get(sign);
    if (styles) found.push(...atLine(text.slice(from, end), from, styles, rows, article));
    if (sign !== ARTICLE_SIGN) continue;
    const [whole = '', written, blank] = ARTICLE.exec(text.slice(from, end)) ?? [];
    const number = numberOf(written ?? '');
    // 第四条修改为 speaks of an article; only the next in the row may be one that lacks its blank
    if (written === undefined || (blank === '' && number !== article + 1)) continue;
    if (article > 0 && jumps(article, number))
      found.push(jump(from + whole.indexOf(written), article, written));
    article = number;
  }
  return [...found, ...toldPoints(text)];
}

/** The first character of a line that is no blank. */
function firstSign(text: string, from: number, end: number): string {
  let at = from;
  while (at < end && BLANKS.includes(text.charAt(at))) at += 1;
  return text.charAt(at);
}

/** Judges the number that a line begins with, and moves the rows on. */
function atLine(head: string, from: number, styles: readonly number[], rows: Row[], article: number): Raw[] {
  const style = styles.find((one) => STYLES[one]?.test(head)) ?? -1;
  const match = STYLES[style]?.exec(head);
  if (!match) {
    const number = Number(WITH_FIGURE.exec(head)?.[1] ?? 0);
    const last = rows[ARABIC]?.last ?? 0;
    if (last > 0 && number === last + 1) rows[ARABIC] = { last: number, article, isDoubtful: true };
    return [];
  }
  const written = match[1] ?? '';
  const number = CIRCLES.includes(written) ? CIRCLES.indexOf(written) + 1 : numberOf(written);
  const { last, ...row } = rows[style] ?? EMPTY;
  const start = from + match[0].lastIndexOf(written);
  // a number within an outer one starts again with every outer one
  for (let inner = style + 1; inner < STYLES.length; inner++) rows[inner] = EMPTY;
  rows[style] = { last: number === 1 || last > 0 ? number : 0, article };
  const found: Raw[] = [];
  if (last > 0 && jumps(last, number)) found.push(jump(start, last, written));
  // the points of the article before are no longer those that a number may repeat
  else if (last > 1 && number === last && row.article === article && !row.isDoubtful)
    found.push(twice(start, written));
  const behind = from + (BRACKET_MARK.exec(head)?.[0].length ?? 0);
  const place = { start: behind - 1, end: behind };
  if (behind > from) found.push({ kind: 'mark-after-number', ...place, severity: 'note', suggestion: '' });
  return found;
}

function toldPoints(text: string): Raw[] {
  const found: Raw[] = [];
  let last = 0;
  let lastAt = 0;
  for (let at = text.indexOf('是'); at >= 0; at = text.indexOf('是', at + 1)) {
    if (!HAN.includes(text.charAt(at - 1))) continue;
    const written = TOLD.exec(text.slice(Math.max(0, at - 3), at))?.[1];
    if (written === undefined) continue;
    const index = at - written.length;
    const number = numberOf(written);
    // the points of one row stand in one paragraph or in paragraphs of their own, one right after the other
    if (last > 0 && jumps(last, number) && !text.slice(lastAt, index).includes('\n\n'))
      found.push(jump(index, last, written));
    last = number === 1 || last > 0 ? number : 0;
    lastAt = index;
  }
  return found;
}

function jumps(last: number, number: number): boolean {
  return number > last + 1 && number <= last + FARTHEST;
}

function jump(start: number, last: number, written: string): Raw {
  const like = (number: number) =>
    CIRCLES.includes(written) ? CIRCLES.charAt(number - 1) : writtenLike(number, written);
  const facts = { before: like(last), number: written, missing: like(last + 1) };
  return { kind: 'numbering', start, end: start + written.length, severity: 'note', facts };
}

function twice(start: number, written: string): Raw {
  const facts = { number: written };
  return { kind: 'number-twice', start, end: start + written.length, severity: 'note', facts };
}
