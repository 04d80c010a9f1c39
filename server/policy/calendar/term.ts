import { CalendarError } from './calendar-error.ts';

const UNIT_OF_SUFFIX = {
  h: 'hour',
  wd: 'workday',
  d: 'day',
  w: 'week',
  mo: 'month',
  y: 'year',
} as const;

type DurationUnit = (typeof UNIT_OF_SUFFIX)[keyof typeof UNIT_OF_SUFFIX];

/** A length of time as regulations write it: n ≥ 1 of one unit. */
export interface Duration {
  readonly n: number;
  readonly unit: DurationUnit;
}

/**
 * The longest term of each unit. No regulation comes near them; they keep a derivation, which lists every day
 * counted, at a size a screen can show.
 */
export const LONGEST_TERMS: Readonly<Record<DurationUnit, number>> = {
  hour: 8_784,
  workday: 2_500,
  day: 3_660,
  week: 520,
  month: 600,
  year: 100,
};

const TERM_PATTERN = /^(\d{1,6})(wd|mo|h|d|w|y)$/;

/** Reads '7wd' '3d' '24h' '2w' '3mo' '1y'; throws CalendarError 'bad-term' or 'term-out-of-range'. */
export function parseTerm(text: string): Duration {
  const match = TERM_PATTERN.exec(text);
  if (!match) throw new CalendarError('bad-term', { text });
  const suffix = match[2] as keyof typeof UNIT_OF_SUFFIX;
  return checkTerm({ n: Number(match[1]), unit: UNIT_OF_SUFFIX[suffix] });
}

/** Writes a duration as parseTerm reads it: {n: 7, unit: 'workday'} → '7wd'. */
export function formatTerm(term: Duration): string {
  const entry = Object.entries(UNIT_OF_SUFFIX).find(([, unit]) => unit === term.unit);
  if (!entry) throw new CalendarError('bad-term', { text: String(term.unit) });
  return `${term.n}${entry[0]}`;
}

/** The same duration if n is a whole number from 1 to the unit's limit; throws CalendarError otherwise. */
export function checkTerm(term: Duration): Duration {
  const longest = LONGEST_TERMS[term.unit];
  if (longest === undefined) throw new CalendarError('bad-term', { text: String(term.unit) });
  if (!Number.isInteger(term.n) || term.n < 1 || term.n > longest) {
    throw new CalendarError('term-out-of-range', { n: term.n, unit: term.unit, longest });
  }
  return term;
}
