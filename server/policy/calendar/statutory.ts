import { HOLIDAY_WORDS } from '../../../contracts/deadlines/words.ts';
import { dayNumberOf, dayOfNumber } from './day.ts';
import { lunarDay, qingming } from './lunar.ts';

/**
 * The days off fixed by law for a year from 1900 to 2100, in order of the calendar, by the rules as revised in
 * 2024 (全国年节及纪念日放假办法, State Council Order 795, art. 2): 元旦 1 day, 春节 4 (除夕 to 初三), 清明节 1, 劳动节 2,
 * 端午节 1, 中秋节 1, 国庆节 3. Where one falls on a weekend the law gives a day in its place but leaves to the
 * yearly notice which, so none is invented here; the years that rest on this list are provisional.
 */
export function statutoryHolidays(year: number): { name: string; from: string; to: string }[] {
  const newYear = lunarDay(year, 1, 1);
  const single = (name: string, day: number) => ({ name, from: dayOfNumber(day), to: dayOfNumber(day) });
  const spans = [
    single(HOLIDAY_WORDS.newYear, dayNumberOf(year, 1, 1)),
    { name: HOLIDAY_WORDS.springFestival, from: dayOfNumber(newYear - 1), to: dayOfNumber(newYear + 2) },
    single(HOLIDAY_WORDS.qingming, qingming(year)),
    { name: HOLIDAY_WORDS.labourDay, from: `${year}-05-01`, to: `${year}-05-02` },
    single(HOLIDAY_WORDS.dragonBoat, lunarDay(year, 5, 5)),
    single(HOLIDAY_WORDS.midAutumn, lunarDay(year, 8, 15)),
    { name: HOLIDAY_WORDS.nationalDay, from: `${year}-10-01`, to: `${year}-10-03` },
  ];
  return spans.sort((a, b) => (a.from < b.from ? -1 : 1));
}
