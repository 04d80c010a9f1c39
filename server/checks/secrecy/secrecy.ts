import { isBlank, isDigit, isHan, isLineBreak } from '../characters.ts';
import type { Cue, Detector, Prepared, Raw } from '../finding.ts';
import { after, foldedText, lineAround, rawAt, type Span } from '../place.ts';

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

const CUES: readonly Cue[] = [{ kind: 'level-field', terms: ['密级', '秘密等级', '涉密等级'] }];

/** Marks that say a document must not go out: levels with a star or a term, internal and not-for-publication marks (QJ-17(1)). */
export function createSecrecy(): Detector {
  return { id: 'secrecy', cues: CUES, find: (doc) => [...findMarks(doc), ...findWords(doc)] };
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
    if (folded.units[star] === PLAIN_STAR && !term && !standsAlone(doc, { from, to: star + 1 })) continue;
    const isExam = EXAM.test(words);
    const to = star + 1 + (isExam ? 0 : (term?.[0].length ?? 0));
    found.push(rawAt(doc, { from, to }, isExam ? 'exam-mark' : 'level-mark', isExam ? 'warn' : 'block'));
  }
  return found;
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
    } else if (kind === 'not-for-publication') found.push(rawAt(doc, hit, kind, severity ?? 'block'));
    else if (isMark(doc, hit)) found.push(rawAt(doc, hit, kind, severity ?? 'warn'));
  }
  return found;
}

/** A form that lists levels to choose from says nothing about itself. */
function isChoice({ folded }: Prepared, to: number): boolean {
  return /^[ \t]{0,3}[、/,，或□|]/.test(after(folded, to, 4));
}

/** The words begin something and stand alone on their line or in brackets, or are followed by what a mark says. */
function isMark(doc: Prepared, hit: Span): boolean {
  if (isHan(doc.folded.units[hit.from - 1] ?? 0)) return false;
  return COMPANION.test(after(doc.folded, hit.to, 14)) || standsAlone(doc, hit);
}

function standsAlone({ folded }: Prepared, hit: Span): boolean {
  const line = lineAround(folded, hit, 12);
  const written = foldedText(folded, line.from, line.to);
  const isWhole = line.from === 0 || isLineBreak(folded.units[line.from - 1] ?? 0);
  if (!isWhole || (line.to < folded.length && !isLineBreak(folded.units[line.to] ?? 0))) return false;
  const rest = written.replace(foldedText(folded, hit.from, hit.to), '');
  return /^[\s()（）【】〔〕[\]《》:：★☆*!！]*$/.test(rest) && !isDigit(folded.units[hit.to] ?? 0);
}
