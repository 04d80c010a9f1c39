import type { Detector, Prepared, Raw } from '../finding.ts';
import { after, foldedText, lineAround, rawAt, type Span, sentenceAround } from '../place.ts';
import { isEarned } from './rewards.ts';
import { PRESSURE_CUES, type Sign, signsOf } from './signs.ts';

/** How far what is checked up on may stand from what is demanded, within one sentence. */
const REACH = 40;
/** Rewarded sharing is told in two sentences as often as in one. */
const REWARD_REACH = 60;
/** A demand is made of the action right behind it: further off, or past a comma, it is made of something else. */
const DEMAND_REACH = 8;
const PARAGRAPH = 300;
const HEADLINE = 60;
/** Signs that may be wrong; the others only say why. */
const JUDGED: ReadonlySet<Sign['kind']> = new Set(['fakery', 'action', 'tally', 'bait']);
const CLAUSE_END = /[,，。;；:：!！?？\n]/;
const FRAUD = /诈骗|反诈|被骗|骗取|骗局|为名|诱导/;
/** What one has to download or follow for one's own affair, or is asked to spread so that nobody comes to harm. */
const SERVICE =
  /预约|登记|报名|考试|笔试|面试|考生|参保|医保|社保|凭证|缴费|缴纳|查询|办理|申领|申报|认证|挂号|领证|准考证|购票|走失|寻人|扩散|预警|暴雨|台风|洪水|防汛|地震|停水|停电|反诈|防骗|警惕/;

/**
 * Forced or rewarded likes, forwards, downloads and votes, and bought followers (FS-25, GD-4.4a). An action alone is
 * no finding, nor is a sentence that forbids such things. `forced` is what somebody checks up on; a mere demand is
 * `urged`, and noted only where it serves who is asked.
 */
export function createPressure(): Detector {
  return { id: 'pressure', cues: PRESSURE_CUES, find };
}

interface Judged {
  readonly span: Span;
  readonly kind: 'fakery' | 'forced' | 'urged' | 'rewarded';
  readonly severity?: 'note';
}

function find(doc: Prepared): Raw[] {
  const signs = signsOf(doc);
  const found: Raw[] = [];
  let marked = -1;
  for (const [place, sign] of signs.entries()) {
    if (sign.from < marked) continue;
    const judged = judge(doc, signs, place, marked);
    if (!judged) continue;
    found.push(rawAt(doc, judged.span, judged.kind, judged.severity ?? 'warn'));
    marked = judged.span.to;
  }
  return found;
}

/** What is wrong at a sign; a sanction before `marked` was told with the action before. */
function judge(doc: Prepared, signs: readonly Sign[], place: number, marked: number): Judged | undefined {
  const sign = signs[place];
  if (!sign || !JUDGED.has(sign.kind)) return undefined;
  const sentence = sentenceAround(doc.folded, sign, REACH);
  const beside = signsIn(signs, place, sentence);
  if (beside.some(({ kind }) => kind === 'ban')) return undefined;
  if (sign.kind === 'fakery') return { span: sign, kind: 'fakery' };
  if (sign.kind === 'bait') return rewarded(doc, signs, place, sign);
  const force = beside.find((one) => one.kind === 'force' && isDemandOf(doc, one, sign));
  const sanction = beside.find((one) => one.kind === 'sanction' && one.to > marked);
  const demanded = force ? around(sign, force) : sign;
  if (sanction) return { span: around(demanded, sanction), kind: 'forced' };
  if (sign.kind === 'tally') return undefined;
  if (!force) return rewarded(doc, signs, place, sign);
  return { span: demanded, kind: 'urged', ...(isService(doc, sign) ? { severity: 'note' } : {}) };
}

function isDemandOf({ folded }: Prepared, force: Sign, action: Sign): boolean {
  const gap = action.from - force.to;
  return gap >= 0 && gap <= DEMAND_REACH && !CLAUSE_END.test(foldedText(folded, force.to, action.from));
}

function isService({ folded }: Prepared, sign: Sign): boolean {
  const line = lineAround(folded, sign);
  return SERVICE.test(foldedText(folded, line.from, line.to));
}

function rewarded(doc: Prepared, signs: readonly Sign[], place: number, sign: Sign): Judged | undefined {
  const wide = { from: Math.max(0, sign.from - REWARD_REACH), to: sign.to + REWARD_REACH };
  const reward = signsIn(signs, place, wide).find(
    (one) =>
      (one.kind === 'reward' || one.kind === 'bait') &&
      (sign.kind === 'bait' || isEarned(doc.folded, sign, one)),
  );
  if ((!reward && sign.kind !== 'bait') || warnsOfFraud(doc, sign)) return undefined;
  return { span: reward ? around(sign, reward) : sign, kind: 'rewarded' };
}

/** A text that tells how people are cheated quotes what they are promised. */
function warnsOfFraud({ folded }: Prepared, sign: Sign): boolean {
  const { from, to } = lineAround(folded, sign, PARAGRAPH);
  const headline = /^\s*([^\n]*)/.exec(after(folded, 0, HEADLINE))?.[1] ?? '';
  return FRAUD.test(headline) || FRAUD.test(foldedText(folded, from, to));
}

/** The other signs inside a stretch: those that follow first, each way the nearest first. */
function signsIn(signs: readonly Sign[], place: number, within: Span): Sign[] {
  const found: Sign[] = [];
  for (let at = place + 1; at < signs.length; at += 1) {
    const one = signs[at];
    if (!one || one.from >= within.to) break;
    if (one.to <= within.to) found.push(one);
  }
  for (let at = place - 1; at >= 0; at -= 1) {
    const one = signs[at];
    if (!one || one.from < within.from) break;
    found.push(one);
  }
  return found;
}

function around(one: Span, other: Span): Span {
  return { from: Math.min(one.from, other.from), to: Math.max(one.to, other.to) };
}
