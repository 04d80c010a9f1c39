import type { DetectorId, Severity } from '../../../contracts/checks/wire.ts';

/** What the rules need to know of a finding. */
interface Marked {
  readonly detector: DetectorId;
  readonly severity: Severity;
  readonly start: number;
  readonly end: number;
}

/** What stands for each character of personal data that is kept; as long as what it covers, so that places hold. */
const MASK = '\u00d7';
/** So many characters around a finding are kept, for a reader to find the place. */
const CONTEXT = 24;
/** Longest piece of a text that is kept with a finding. */
const LONGEST_EXCERPT = 120;
const SENTENCE_END = /[\u3002\uff01\uff1f!?\n\r\t]/;
/** A sentence is looked for so far and no further: a text without any end must not make every finding long. */
const LONGEST_SENTENCE = 400;
const FIRST_SHOWN = 1;

/** The sentence in which a place stands, without the white space around it; digests of overrides are made of it. */
export function sentenceAround(text: string, start: number, end: number): string {
  let from = start;
  while (from > 0 && start - from < LONGEST_SENTENCE && !SENTENCE_END.test(text.charAt(from - 1))) from -= 1;
  let to = Math.max(end, start);
  while (to < text.length && to - end < LONGEST_SENTENCE && !SENTENCE_END.test(text.charAt(to))) to += 1;
  return text.slice(from, to).trim();
}

/** All sentences of a text, as sentenceAround gives them for a place that lies within one. */
export function sentencesOf(text: string): string[] {
  return text
    .split(SENTENCE_END)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

/** The text with the personal data that was found in it covered, all but the first character of each. */
export function masked(text: string, findings: readonly Marked[]): string {
  const personal = findings.filter(({ detector }) => detector === 'privacy');
  let result = '';
  let at = 0;
  for (const { start, end } of personal) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    const shown = from === start ? FIRST_SHOWN : 0;
    result += text.slice(at, from + shown) + MASK.repeat(Math.max(0, end - from - shown));
    at = end;
  }
  return storable(result + text.slice(at));
}

/** What a database takes: no NUL and no halves of characters; the length stays. */
export function storable(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd').replaceAll('\0', '\ufffd');
}

/** What is kept of a text to show a finding: the words marked and a little of what stands around them. */
export function excerptOf(covered: string, start: number, end: number) {
  const whole = covered.slice(start, end);
  const excerpt = whole.length > LONGEST_EXCERPT ? `${whole.slice(0, LONGEST_EXCERPT)}\u2026` : whole;
  const around = (from: number, to: number) => storable(covered.slice(from, to)).replace(/\s+/g, ' ');
  return {
    excerpt: storable(excerpt),
    before: around(Math.max(0, start - CONTEXT), start),
    after: around(end, end + CONTEXT),
  };
}

/** A text with a mark of secrecy is not kept at all, not even in part: it should not be on this system. */
export function holdsSecret(findings: readonly Marked[]): boolean {
  return findings.some(({ detector, severity }) => detector === 'secrecy' && severity === 'block');
}

/** How many findings of each severity; what is exempted stops nothing. */
export function tallyOf(findings: readonly Pick<Marked, 'severity'>[]) {
  const tally = { block: 0, warn: 0, note: 0 };
  for (const { severity } of findings) tally[severity] += 1;
  return tally;
}
