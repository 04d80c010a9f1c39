import type { CalendarYearView } from '../../../contracts/deadlines/wire.ts';
import { uiWords } from '../../../contracts/ui/words.ts';
import { policyScreenWords } from '../../../contracts/ui/words-policy.ts';
import { dayParts } from '../../lib/day.ts';
import './year-picture.css';

const words = policyScreenWords.calendar;
const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);
const WEEK = [1, 2, 3, 4, 5, 6, 0];

const two = (n: number) => String(n).padStart(2, '0');

function weeksOf(year: number, month: number): (string | null)[][] {
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const days = Array.from({ length }, (_, index) => `${year}-${two(month)}-${two(index + 1)}`);
  const lead = WEEK.indexOf(dayParts(days[0] ?? '')?.weekday ?? 1);
  const cells: (string | null)[] = [...Array.from({ length: lead }, () => null), ...days];
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, at) => cells[week * 7 + at] ?? null),
  );
}

function DayCell({ day, holiday, makeUp }: { day: string; holiday: string | undefined; makeUp: boolean }) {
  const parts = dayParts(day);
  const weekend = parts?.weekday === 0 || parts?.weekday === 6;
  const look = holiday ? 'holiday' : makeUp ? 'makeup' : weekend ? 'weekend' : 'plain';
  const said = holiday ?? (makeUp ? words.legendMakeUp : '');
  return (
    <td className={`jz-year-${look}`}>
      {parts?.date}
      {said ? <span className="jz-hidden">（{said}）</span> : null}
    </td>
  );
}

function Month({ year, month }: { year: CalendarYearView; month: number }) {
  const holidayOf = (day: string) => year.holidays.find(({ from, to }) => from <= day && day <= to)?.name;
  return (
    <table className="jz-year-month">
      <caption>{words.monthTable(year.year, month)}</caption>
      <thead>
        <tr>
          {WEEK.map((weekday) => (
            <th key={weekday} scope="col">
              {uiWords.dates.weekdays[weekday]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(year.year, month).map((week) => (
          <tr key={week.find(Boolean)}>
            {week.map((day, at) =>
              day ? (
                <DayCell key={day} day={day} holiday={holidayOf(day)} makeUp={year.makeUp.includes(day)} />
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: an empty corner of the month has no other name
                <td key={`empty-${at}`} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A year as twelve months, with the days off and the days worked in exchange marked. */
export function YearPicture({ year }: { year: CalendarYearView }) {
  return (
    <section className="jz-card">
      <p className="jz-year-legend" aria-hidden="true">
        <span className="jz-year-holiday">{words.legendHoliday}</span>
        <span className="jz-year-makeup">{words.legendMakeUp}</span>
      </p>
      <div className="jz-year">
        {MONTHS.map((month) => (
          <Month key={month} year={year} month={month} />
        ))}
      </div>
    </section>
  );
}
