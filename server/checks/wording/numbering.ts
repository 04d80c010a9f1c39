import type { Raw } from '../finding.ts';
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
const TOLD = new RegExp(`(?<=^|[。；;：:，,、\\s])([${HAN}]{1,2})是`, 'g');
const BRACKET_MARK = new RegExp(`^[\\s\\u3000]*[（(](?:[${HAN}]{1,3}|\\d{1,2})[）)]、(?![（(])`);
const LONGEST_LEAD = 16;
/** A longer jump is another list, or a part of a text. */
const FARTHEST = 3;

/** Where a row of numbers stands: its last number, and whether that may have been none. */
interface Row {
  readonly last: number;
  readonly isDoubtful?: boolean;
}

/** Numbers of one style that jump or stand twice: 一、二、四、; 一是……三是; 第二条 before 第四条. */
export function findNumbering(text: string, { lines }: Signs): Raw[] {
  const rows: Row[] = STYLES.map(() => ({ last: 0 }));
  const found: Raw[] = [];
  let article = 0;
  for (const [place, from] of lines.entries()) {
    const head = text.slice(from, Math.min(from + LONGEST_LEAD, lines[place + 1] ?? text.length));
    const [whole = '', written, blank] = ARTICLE.exec(head) ?? [];
    if (written === undefined) {
      found.push(...atLine(head, from, rows));
      continue;
    }
    const number = numberOf(written);
    // 第四条修改为 speaks of an article; only the next in the row may be one that lacks its blank
    if (blank === '' && number !== article + 1) continue;
    if (article > 0 && jumps(article, number))
      found.push(jump(from + whole.indexOf(written), article, written));
    article = number;
    // the points of the article before are no longer those that a number may repeat
    for (const [style, row] of rows.entries()) rows[style] = { ...row, isDoubtful: true };
  }
  return [...found, ...toldPoints(text)];
}

/** Judges the number that a line begins with, and moves the rows on. */
function atLine(head: string, from: number, rows: Row[]): Raw[] {
  const style = STYLES.findIndex((one) => one.test(head));
  const match = style >= 0 ? STYLES[style]?.exec(head) : null;
  if (!match) {
    const figure = WITH_FIGURE.exec(head);
    const number = Number(figure?.[1] ?? 0);
    const last = rows[ARABIC]?.last ?? 0;
    if (last > 0 && number === last + 1) rows[ARABIC] = { last: number, isDoubtful: true };
    return [];
  }
  const written = match[1] ?? '';
  const number = CIRCLES.includes(written) ? CIRCLES.indexOf(written) + 1 : numberOf(written);
  const { last, isDoubtful = false } = rows[style] ?? { last: 0 };
  const start = from + match[0].lastIndexOf(written);
  // a number within an outer one starts again with every outer one
  for (let inner = style + 1; inner < STYLES.length; inner++) rows[inner] = { last: 0 };
  rows[style] = { last: number === 1 || last > 0 ? number : 0 };
  const found: Raw[] = [];
  if (last > 0 && jumps(last, number)) found.push(jump(start, last, written));
  else if (last > 1 && number === last && !isDoubtful) found.push(twice(start, written));
  const mark = BRACKET_MARK.exec(head);
  const behind = from + (mark?.[0].length ?? 0);
  if (mark)
    found.push({
      kind: 'mark-after-number',
      start: behind - 1,
      end: behind,
      severity: 'note',
      suggestion: '',
    });
  return found;
}

function toldPoints(text: string): Raw[] {
  const found: Raw[] = [];
  let last = 0;
  let lastAt = 0;
  for (const { 1: written = '', index } of text.matchAll(TOLD)) {
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
