import { uiWords } from '../../contracts/ui/words.ts';
import { dayParts } from '../lib/day.ts';
import type { StripDay } from './day-strip.tsx';

const marks = uiWords.due.marks;

/** One day of a derivation as the server gives it; `why` is a Chinese phrase with the verdict after a comma. */
export interface DueStep {
  date: string;
  counted: boolean;
  why: string;
}

/** What kind of day the phrase speaks of; decides the looks only, the phrase itself is shown too. */
function kindOf({ date, counted, why }: DueStep, first: boolean): StripDay['kind'] {
  if (first && !counted) return 'start';
  if (why.includes(marks.suspended)) return 'suspended';
  if (why.includes(marks.makeup)) return 'makeup';
  if (why.includes(marks.holiday)) return 'holiday';
  const weekday = dayParts(date)?.weekday ?? 1;
  if (!counted && (weekday === 0 || weekday === 6)) return 'weekend';
  return 'workday';
}

/** A word or two that fit on a tile: which holiday, or that the day makes up for one. */
function noteOf({ why }: DueStep, kind: StripDay['kind']): string {
  if (kind === 'makeup') return marks.makeup;
  const phrase = why.split(marks.verdict)[0]?.split(marks.remark)[0] ?? '';
  return phrase.replace(marks.holiday, '');
}

/** A derivation as days of a strip, the last of them the due day. */
export function stripDays(steps: readonly DueStep[], due: string): StripDay[] {
  return steps.map((step, index) => {
    const kind = kindOf(step, index === 0);
    return {
      date: step.date,
      counted: step.counted,
      kind,
      ...(kind === 'holiday' || kind === 'makeup' ? { note: noteOf(step, kind) } : {}),
      ...(step.date.slice(0, 10) === due.slice(0, 10) && index > 0 ? { due: true } : {}),
    };
  });
}
