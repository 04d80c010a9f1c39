import { describe, expect, test } from 'vitest';
import { calendarOf, isWorkingDay, workingDaysBetween, yearOf } from './calendar.ts';
import { type CalendarYear, checkCalendarYear } from './calendar-year.ts';
import { SHIPPED_CALENDAR } from './shipped-calendar.ts';
import { statutoryHolidays } from './statutory.ts';

const shipped = SHIPPED_CALENDAR;
const made2027: CalendarYear = {
  year: 2027,
  status: 'announced',
  source: '测试通知',
  holidays: [
    { name: '元旦', from: '2026-12-31', to: '2027-01-02' },
    { name: '春节', from: '2027-02-05', to: '2027-02-11' },
    { name: '清明节', from: '2027-04-05', to: '2027-04-05' },
    { name: '劳动节', from: '2027-05-01', to: '2027-05-05' },
    { name: '端午节', from: '2027-06-09', to: '2027-06-09' },
    { name: '中秋节', from: '2027-09-15', to: '2027-09-15' },
    { name: '国庆节', from: '2027-10-01', to: '2027-10-07' },
  ],
  makeUp: ['2027-01-03', '2027-02-13'],
};

describe('a day', () => {
  test.each([
    ['2026-10-10', true, '调休上班'],
    ['2026-10-09', true, '工作日'],
    ['2026-10-11', false, '周日'],
    ['2026-10-07', false, '国庆节放假'],
    ['2018-12-29', true, '调休上班'],
    ['2018-12-31', false, '元旦放假'],
    ['2020-02-01', false, '春节放假'],
  ])('%s is certain', (day, working, why) => {
    expect(isWorkingDay(shipped, day)).toEqual({ working, why, provisional: false });
  });

  test('2027-01-01 is a day off although its notice is not out, and says it is provisional', () => {
    const ruling = isWorkingDay(shipped, '2027-01-01');
    expect(ruling).toMatchObject({ working: false, provisional: true });
    expect(ruling.why).toContain('元旦');
    expect(isWorkingDay(shipped, '2027-01-04')).toEqual({ working: true, why: '工作日', provisional: true });
  });

  test.each([
    ['2026-12-24', false],
    ['2026-12-25', true],
    ['2026-12-26', true],
    ['2026-12-31', true],
    ['2025-12-25', false],
    ['2025-12-31', false],
  ])('%s, which the notice of the next year may still move: provisional is %s', (day, provisional) => {
    expect(isWorkingDay(shipped, day).provisional).toBe(provisional);
  });

  test('the last week of December is certain again once the next notice is out', () => {
    const next = {
      year: 2027,
      status: 'announced' as const,
      source: '试验通知',
      holidays: [
        { name: '元旦', from: '2026-12-31', to: '2027-01-02' },
        ...yearOf(shipped, 2027).holidays.filter(({ name }) => name !== '元旦'),
      ],
      makeUp: ['2026-12-26'],
    };
    const later = calendarOf({ version: 'x', years: [...shipped.data.years, next] });
    expect(isWorkingDay(later, '2026-12-26')).toEqual({ working: true, why: '调休上班', provisional: false });
    expect(isWorkingDay(later, '2026-12-31')).toMatchObject({ working: false, provisional: false });
    expect(isWorkingDay(later, '2026-12-28')).toMatchObject({ working: true, provisional: false });
  });

  test('before the first notice known every answer is provisional too', () => {
    expect(isWorkingDay(shipped, '2017-12-29')).toEqual({ working: true, why: '工作日', provisional: true });
    expect(isWorkingDay(shipped, '2017-10-02')).toMatchObject({ working: false, provisional: true });
  });

  test.each(['2026-02-29', '1899-12-31', '2101-01-01', '2026-2-1', 'heute', ''])('%s is refused', (day) => {
    expect(() => isWorkingDay(shipped, day)).toThrow('不是有效日期');
  });

  test('working days between two days are counted as a term counts them', () => {
    expect(workingDaysBetween(shipped, '2026-09-29', '2026-10-14')).toEqual({ days: 7, provisional: false });
    expect(workingDaysBetween(shipped, '2026-12-30', '2027-01-04')).toEqual({ days: 2, provisional: true });
    expect(workingDaysBetween(shipped, '2026-10-14', '2026-09-29')).toEqual({ days: 0, provisional: false });
  });
});

describe('years', () => {
  test('the days fixed by law for 2027 under the rules of 2024: thirteen of them', () => {
    expect(statutoryHolidays(2027)).toEqual([
      { name: '元旦', from: '2027-01-01', to: '2027-01-01' },
      { name: '春节', from: '2027-02-05', to: '2027-02-08' },
      { name: '清明节', from: '2027-04-05', to: '2027-04-05' },
      { name: '劳动节', from: '2027-05-01', to: '2027-05-02' },
      { name: '端午节', from: '2027-06-09', to: '2027-06-09' },
      { name: '中秋节', from: '2027-09-15', to: '2027-09-15' },
      { name: '国庆节', from: '2027-10-01', to: '2027-10-03' },
    ]);
  });

  test('中秋节 inside 国庆节 keeps both names', () => {
    expect(isWorkingDay(shipped, '2031-10-01').why).toBe(
      '中秋节、国庆节（法定节假日，当年放假通知尚未收录）',
    );
  });

  test('a loaded notice ends the provision and may reach back into December', () => {
    const calendar = calendarOf({ version: 'v2', years: [...shipped.data.years, made2027] });
    expect(checkCalendarYear(made2027)).toEqual([]);
    expect(isWorkingDay(calendar, '2026-12-31')).toEqual({
      working: false,
      why: '元旦放假',
      provisional: false,
    });
    expect(isWorkingDay(calendar, '2027-01-03')).toEqual({
      working: true,
      why: '调休上班',
      provisional: false,
    });
    expect(yearOf(calendar, 2027)).toEqual(made2027);
    expect(yearOf(calendar, 2028)).toMatchObject({ status: 'statutory', makeUp: [] });
  });

  test.each<[string, Partial<CalendarYear>]>([
    ['source-missing', { source: ' ' }],
    ['bad-day', { makeUp: ['2027-02-30'] }],
    ['day-outside-year', { makeUp: ['2028-01-02'] }],
    ['make-up-on-weekday', { makeUp: ['2027-01-04'] }],
    ['make-up-on-holiday', { makeUp: ['2027-02-06'] }],
    ['make-up-twice', { makeUp: ['2027-01-03', '2027-01-03'] }],
    ['from-after-to', { holidays: [{ name: '春节', from: '2027-02-11', to: '2027-02-05' }] }],
    ['span-too-long', { holidays: [{ name: '春节', from: '2027-02-01', to: '2027-02-28' }] }],
    ['name-missing', { holidays: [{ name: '', from: '2027-02-05', to: '2027-02-08' }] }],
    ['statutory-day-missing', { holidays: made2027.holidays.slice(1) }],
    [
      'holidays-overlap',
      { holidays: [...made2027.holidays, { name: '加', from: '2027-10-07', to: '2027-10-08' }] },
    ],
  ])('a year with %s is refused', (code, change) => {
    const year = { ...made2027, ...change };
    expect(checkCalendarYear(year).map((problem) => problem.code)).toContain(code);
    expect(() => calendarOf({ version: 'x', years: [year] })).toThrow('不能使用');
  });
});
