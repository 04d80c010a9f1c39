import { endsSentence, isLineBreak } from './characters.ts';
import type { Prepared, Raw, Severity } from './finding.ts';
import type { FoldedText } from './text/index.ts';

/** A stretch of folded units, `to` not included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The longest way that is looked back or ahead for context, in units: keeps every detector linear. */
const REACH = 120;

/** A finding over a stretch of folded units, told in offsets of the given text. */
export function rawAt(
  { folded }: Prepared,
  { from, to }: Span,
  kind: string,
  severity: Severity,
  more: Pick<Raw, 'facts' | 'suggestion' | 'confidence'> = {},
): Raw {
  const start = folded.shifts.source(from);
  const end = to > from ? folded.shifts.sourceEnd(to) : start;
  return { kind, start, end, severity, ...more };
}

/** A finding about the text as a whole; it marks no place. */
export function rawWhole(
  kind: string,
  severity: Severity,
  more: Pick<Raw, 'facts' | 'suggestion'> = {},
): Raw {
  return { kind, start: 0, end: 0, severity, ...more };
}

/** The sentence around a place, cut off after `reach` units on either side. */
export function sentenceAround({ units, length }: FoldedText, at: Span, reach = REACH): Span {
  let from = at.from;
  let to = at.to;
  while (from > 0 && at.from - from < reach && !endsSentence(units[from - 1] ?? 0)) from -= 1;
  while (to < length && to - at.to < reach && !endsSentence(units[to] ?? 0)) to += 1;
  return { from, to };
}

/** The line around a place, cut off after `reach` units on either side. */
export function lineAround({ units, length }: FoldedText, at: Span, reach = REACH): Span {
  let from = at.from;
  let to = at.to;
  while (from > 0 && at.from - from < reach && !isLineBreak(units[from - 1] ?? 0)) from -= 1;
  while (to < length && to - at.to < reach && !isLineBreak(units[to] ?? 0)) to += 1;
  return { from, to };
}

/** Up to `many` folded units before a place, as text. */
export function before(folded: FoldedText, at: number, many: number): string {
  return foldedText(folded, at - many, at);
}

/** Up to `many` folded units from a place on, as text. */
export function after(folded: FoldedText, at: number, many: number): string {
  return foldedText(folded, at, at + many);
}

/** The folded units of a stretch as text; for short stretches only. */
export function foldedText({ units, length }: FoldedText, from: number, to: number): string {
  const first = Math.max(0, from);
  return String.fromCharCode(...units.subarray(first, Math.max(first, Math.min(to, length))));
}
