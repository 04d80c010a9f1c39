import { isBlank, isDigit, isHan, isLineBreak } from '../characters.ts';
import type { Cue, Detector, Prepared, Raw, Severity } from '../finding.ts';
import { after, before, foldedText, lineAround, rawAt, type Span } from '../place.ts';
import type { FoldedText } from '../text/index.ts';

const SECRET = '密'.charCodeAt(0);
const LEVELS = new Set([...'绝机秘'].map((one) => one.charCodeAt(0)));
const PLAIN_STAR = 0x2a;
const GAP = 3;
/** A term of secrecy: so many years, months or days, for long, or until something opens. */
const TERM = /^[ \t]{0,3}(?:[\d一二三四五六七八九十百]{1,4} ?(?:年|个月|月|天|日)|长期|永久|特急|解密|启用)/;
const EXAM = /^[ \t]{0,3}(?:启用|考试|开考)/;
const COMPANION =
  /^[\s,，、。:：;；!！·—-]{0,3}(?:请?(?:注意|妥善|严格)保(?:存|管|密)|(?:不得|严禁|禁止|请勿|切勿|勿|不准|不可)(?:擅自)?(?:外传|外泄|扩散|翻印|转发|转载|复印|传播|公开|泄露)|不(?:予|宜|对外)公开|免费交流|仅供(?:内部|参考)|★|☆)/;
const LEVEL_FIELD = /^[\s:：]{1,4}(?:绝 ?密|机 ?密|秘 ?密|内 ?部|工作秘密)/;

/** A level alone on its line, with a star before it or a term behind it: ★机密, 秘密（3年）, 绝密·长期. */
const LEVEL_LINE =
  /^\s*(?:[★☆*]\s*(?:绝密|机密|秘密)|(?:绝密|机密|秘密)\s*[·•.—-]?\s*[(（]?\s*(?:\d{1,2} ?年|[一二三四五六七八九十]{1,3}年|\d{1,2}个月|长期|永久))\s*[)）]?\s*$/;
/** A heading that is explained right below it. */
const DEFINITION = /^[^\n]{0,6}\n\s*(?:是指|是|指|包括|即)/;
/** A mark of a whole document stands in its first lines, or far to the right on a line of its own. */
const FIRST_LINES = 200;
const MOST_LINES_ABOVE = 4;
const CORNER = /[ \t\u3000]{6,}$/;
const LONGEST_TITLE = 30;

const CUES: readonly Cue[] = [
  { kind: 'level-field', terms: ['密级', '秘密等级', '涉密等级'] },
  { kind: 'level', terms: ['绝密', '机密', '秘密'] },
];

/** Marks that say a document must not go out: levels with a star or a term, internal and not-for-publication marks (QJ-17(1)). */
export function createSecrecy(): Detector {
  return { id: 'secrecy', cues: CUES, find: (doc) => longest([...findMarks(doc), ...findWords(doc)]) };
}

/** Of marks that overlap (工作秘密★3年 is two) the longest. */
function longest(found: readonly Raw[]): Raw[] {
  const kept: Raw[] = [];
  for (const one of [...found].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (!last || one.start >= last.end) kept.push(one);
    else if (one.end - one.start > last.end - last.start) kept[kept.length - 1] = one;
  }
  return kept;
}

/** 绝密★, 机密☆5年, 秘 密 * 1年: from the star back to the level and on to the term. */
function findMarks(doc: Prepared): Raw[] {
  const { folded } = doc;
  const found: Raw[] = [];
  for (const star of doc.landmarks.star) {
    const from = startOfLevel(folded.units, star);
    if (from < 0) continue;
    const words = after(folded, star + 1, 12);
    const term = TERM.exec(words);
    if (isInTitle(doc, from)) continue;
    if (folded.units[star] === PLAIN_STAR && !term && !standsAlone(doc, { from, to: star + 1 })) continue;
    const isExam = EXAM.test(words);
    const to = star + 1 + (isExam ? 0 : (term?.[0].length ?? 0));
    found.push(rawAt(doc, { from, to }, isExam ? 'exam-mark' : 'level-mark', isExam ? 'warn' : 'block'));
  }
  return found;
}

/** 《绝密★零号行动》 is a novel. */
function isInTitle({ folded }: Prepared, at: number): boolean {
  const ahead = before(folded, at, LONGEST_TITLE);
  return ahead.lastIndexOf('《') > Math.max(ahead.lastIndexOf('》'), ahead.lastIndexOf('\n'));
}

/** Back over blanks to 密, over blanks again to 绝, 机 or 秘; -1 where that does not stand there. */
function startOfLevel(units: Uint16Array, star: number): number {
  let at = star - 1;
  while (at > 0 && star - at <= GAP && isBlank(units[at] ?? 0)) at -= 1;
  if (units[at] !== SECRET) return -1;
  const secret = at;
  at -= 1;
  while (at > 0 && secret - at <= GAP && isBlank(units[at] ?? 0)) at -= 1;
  return LEVELS.has(units[at] ?? 0) ? at : -1;
}

function findWords(doc: Prepared): Raw[] {
  const found: Raw[] = [];
  for (const hit of doc.hitsOf('secrecy')) {
    const { kind, severity } = hit.entry;
    if (kind === 'level-field') {
      const level = LEVEL_FIELD.exec(after(doc.folded, hit.to, 10));
      const to = hit.to + (level?.[0].length ?? 0);
      if (level && !isChoice(doc, to)) found.push(rawAt(doc, { from: hit.from, to }, 'level-mark', 'block'));
    } else if (kind === 'level') {
      const line = levelLine(doc, hit);
      if (line) found.push(rawAt(doc, line, 'level-mark', 'block'));
    } else if (kind === 'not-for-publication') found.push(rawAt(doc, hit, kind, severity ?? 'block'));
    else if (isMark(doc, hit)) found.push(rawAt(doc, hit, kind, weight(doc, hit, severity ?? 'warn')));
  }
  return found;
}

/** The level with its star or term where nothing else stands on the line, without the blanks around. */
function levelLine({ folded }: Prepared, hit: Span): Span | undefined {
  const line = lineAround(folded, hit, 16);
  const written = foldedText(folded, line.from, line.to);
  if (!isWholeLine(folded, line) || !LEVEL_LINE.test(written)) return undefined;
  const from = line.from + (written.length - written.trimStart().length);
  return { from, to: line.from + written.trimEnd().length };
}

/** What would stop a publication does so only where a document bears its mark. */
function weight({ folded }: Prepared, hit: Span, severity: Severity): Severity {
  if (severity !== 'block' || CORNER.test(before(folded, hit.from, 12))) return severity;
  const above =
    hit.from <= FIRST_LINES ? before(folded, hit.from, hit.from).split('\n').length - 1 : Infinity;
  return above <= MOST_LINES_ABOVE ? severity : 'warn';
}

/** A form that lists levels to choose from says nothing about itself. */
function isChoice({ folded }: Prepared, to: number): boolean {
  return /^[ \t]{0,3}[、/,，或□|]/.test(after(folded, to, 4));
}

/**
 * The words begin something and stand alone on their line or in brackets, open a title in brackets of their own
 * (【内部】), or are followed by what a mark says.
 */
function isMark(doc: Prepared, hit: Span): boolean {
  const { units } = doc.folded;
  if (isHan(units[hit.from - 1] ?? 0) || DEFINITION.test(after(doc.folded, hit.to, 16))) return false;
  const opensLine = hit.from === 0 || isLineBreak(units[hit.from - 1] ?? 0);
  if (opensLine && /^[【〔[(（]/.test(after(doc.folded, hit.from, 1))) return true;
  return COMPANION.test(after(doc.folded, hit.to, 14)) || standsAlone(doc, hit);
}

function standsAlone({ folded }: Prepared, hit: Span): boolean {
  const line = lineAround(folded, hit, 12);
  if (!isWholeLine(folded, line)) return false;
  const written = foldedText(folded, line.from, line.to);
  const rest = written.replace(foldedText(folded, hit.from, hit.to), '');
  return /^[\s()（）【】〔〕[\]《》:：★☆*!！]*$/.test(rest) && !isDigit(folded.units[hit.to] ?? 0);
}

function isWholeLine({ units, length }: FoldedText, { from, to }: Span): boolean {
  return (from === 0 || isLineBreak(units[from - 1] ?? 0)) && (to >= length || isLineBreak(units[to] ?? 0));
}
