import { isHan } from '../../characters.ts';
import type { Raw } from '../../finding.ts';
import { FULL_MARKS, HALF_MARKS, type Signs } from './signs.ts';

/** A half-width mark is a slip where a text has this one only and so many full-width ones; more are a habit. */
const FEW = 1;
const TO_ONE = 8;
/** A short notice has few marks of one kind: there all full-width ones count together, and no other may be half. */
const SHORT = 2000;

/** Half-width marks between Chinese characters, where they are the odd ones out (GB/T 15834: full width). */
export function findHalfWidth(text: string, { halves, full }: Signs): Raw[] {
  const slips = halves.filter((at) => isHan(text.charCodeAt(at - 1)) && isHan(text.charCodeAt(at + 1)));
  const isShort = text.length <= SHORT && slips.length <= FEW;
  const all = full.reduce((sum, one) => sum + one, 0);
  const counts = [0, 0, 0, 0, 0];
  const kindOf = (at: number): number => HALF_MARKS.indexOf(text.charAt(at));
  for (const at of slips) counts[kindOf(at)] = (counts[kindOf(at)] ?? 0) + 1;
  return slips.flatMap((at) => {
    const kind = kindOf(at);
    const many = counts[kind] ?? 0;
    const whole = isShort ? all : (full[kind] ?? 0);
    if (many > FEW || whole < TO_ONE * many) return [];
    const suggestion = FULL_MARKS.charAt(kind);
    return [{ kind: 'half-width', start: at, end: at + 1, severity: 'note', suggestion }];
  });
}
