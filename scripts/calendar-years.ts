import { readFileSync } from 'node:fs';
import type { CalendarYear, HolidaySpan } from '../server/policy/calendar/index.ts';

/** The notices on record, by the year they arrange. */
const NOTICES: Readonly<Record<number, string>> = {
  2018: '国办发明电〔2017〕12号',
  2019: '国办发明电〔2018〕15号、国办发明电〔2019〕3号',
  2020: '国办发明电〔2019〕16号、国办发明电〔2020〕1号',
  2021: '国办发明电〔2020〕27号',
  2022: '国办发明电〔2021〕11号',
  2023: '国办发明电〔2022〕16号',
  2024: '国办发明电〔2023〕7号',
  2025: '国办发明电〔2024〕12号',
  2026: '国办发明电〔2025〕7号',
};

const FULL_NAMES: Readonly<Record<string, string>> = { 清明: '清明节', 端午: '端午节', 中秋: '中秋节' };

interface MarkedDay {
  day: string;
  name: string;
  work: boolean;
}

/** Calendar years 2018–2026 as chinese-days knows them, days of late December under the year whose 元旦 they serve. */
export function seedYears(): CalendarYear[] {
  const marked = Object.keys(NOTICES).flatMap((year) => markedDays(Number(year)));
  return Object.entries(NOTICES).map(([text, source]) => {
    const year = Number(text);
    const own = marked.filter(({ day, name }) => yearServed(day, name) === year);
    return {
      year,
      status: 'announced',
      source,
      holidays: spansOf(own.filter(({ work }) => !work)),
      makeUp: own.filter(({ work }) => work).map(({ day }) => day),
    };
  });
}

/**
 * The arrangement as chinese-days publishes it: day → 'English name,中文名,days'. Read from its data file, since its
 * functions shift the days of a notice by one where the machine's zone lies west of Greenwich.
 */
export function chineseDays(): { holidays: Record<string, string>; workdays: Record<string, string> } {
  return JSON.parse(
    readFileSync(new URL(import.meta.resolve('chinese-days/dist/chinese-days.json')), 'utf8'),
  );
}

/** The days of a year that are named as a holiday or as made up for one, in order. */
function markedDays(year: number): MarkedDay[] {
  const { holidays, workdays } = chineseDays();
  const named = (days: Record<string, string>, work: boolean) =>
    Object.entries(days).map(([day, text]) => ({ day, name: shortName(text), work }));
  return [...named(holidays, false), ...named(workdays, true)]
    .filter(({ day }) => Number(day.slice(0, 4)) === year)
    .map(({ day, name, work }) => ({ day, name: FULL_NAMES[name] ?? name, work }))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}

function shortName(text: string): string {
  const name = text.split(',')[1];
  if (name === undefined) throw new Error(`chinese-days names no holiday in '${text}'`);
  return name;
}

function yearServed(day: string, name: string): number {
  return Number(day.slice(0, 4)) + (name === '元旦' && day.slice(5, 7) === '12' ? 1 : 0);
}

function spansOf(days: readonly MarkedDay[]): HolidaySpan[] {
  const spans: { name: string; from: string; to: string }[] = [];
  for (const { day, name } of days) {
    const last = spans.at(-1);
    if (last && last.name === name && Date.parse(day) - Date.parse(last.to) === 86_400_000) last.to = day;
    else spans.push({ name, from: day, to: day });
  }
  return spans;
}

function makeUpSource(days: readonly string[]): string {
  const quoted = days.map((day) => `'${day}'`);
  const line = `    makeUp: [${quoted.join(', ')}],`;
  return line.length <= 110
    ? line
    : ['    makeUp: [', ...quoted.map((day) => `      ${day},`), '    ],'].join('\n');
}

/** The TypeScript source of the shipped years, formatted as the formatter wants it. */
export function writeSource(years: readonly CalendarYear[]): string {
  const body = years.map((year) => {
    const spans = year.holidays.map((s) => `      { name: '${s.name}', from: '${s.from}', to: '${s.to}' },`);
    return [
      '  {',
      `    year: ${year.year},`,
      `    status: '${year.status}',`,
      `    source: '${year.source}',`,
      '    holidays: [',
      ...spans,
      '    ],',
      makeUpSource(year.makeUp),
      '  },',
    ].join('\n');
  });
  return [
    '// Written by scripts/calendar-seed.ts from chinese-days; scripts/calendar-years.test.ts holds it to that source.',
    "import type { CalendarYear } from './calendar-year.ts';",
    '',
    "/** The State Council's yearly notices, 2018–2026: what a new database is seeded with. */",
    'export const ANNOUNCED_YEARS: readonly CalendarYear[] = [',
    ...body,
    '];',
    '',
  ].join('\n');
}
