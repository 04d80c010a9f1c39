import { useState } from 'react';
import { uiWords } from '../../contracts/ui/words.ts';
import { dayParts, fullDay, weekdayName } from '../lib/day.ts';
import './day-strip.css';

const words = uiWords.due;

/** One day of a computation: what kind of day it is and whether the clock ran on it. */
export interface StripDay {
  date: string;
  kind: keyof typeof words.kinds;
  counted: boolean;
  /** A word on the day where there is one: 国庆节, 调休上班. */
  note?: string;
  due?: boolean;
}

const FOLD_OVER = 35;

function Cell({ day, ordinal, monthShown }: { day: StripDay; ordinal: number; monthShown: boolean }) {
  const parts = dayParts(day.date);
  const kind = day.note || words.kinds[day.kind];
  const verdict = day.counted
    ? words.counted(ordinal)
    : day.kind === 'start'
      ? words.start
      : words.notCounted;
  const classes = [
    'jz-strip-day',
    `jz-strip-${day.kind}`,
    day.counted ? 'jz-strip-counted' : '',
    day.due ? 'jz-strip-due' : '',
  ];
  return (
    <li className={classes.filter(Boolean).join(' ')}>
      <span className="jz-hidden">
        {`${fullDay(day.date)} ${weekdayName(day.date)}，${kind}，${verdict}${day.due ? `，${words.dueDay}` : ''}`}
      </span>
      <span aria-hidden="true" className="jz-strip-month">
        {monthShown && parts ? uiWords.dates.month(parts.month) : ''}
      </span>
      <span aria-hidden="true" className="jz-strip-box">
        <span className="jz-strip-week">{parts ? uiWords.dates.weekdays[parts.weekday] : ''}</span>
        <span className="jz-strip-date">{parts?.date}</span>
        <span className="jz-strip-kind">{day.due ? words.dueDay : day.kind === 'workday' ? '' : kind}</span>
      </span>
      <span aria-hidden="true" className="jz-strip-ordinal">
        {day.counted ? ordinal : ''}
      </span>
    </li>
  );
}

/** Every day between start and due day, as cells for the eye and as a list for the ear; long ones are folded. */
export function DayStrip({ days, label }: { days: readonly StripDay[]; label?: string }) {
  const [unfolded, setUnfolded] = useState(false);
  const folded = !unfolded && days.length > FOLD_OVER;
  let ordinal = 0;
  const numbered = days.map((day) => ({ day, ordinal: day.counted ? ++ordinal : ordinal }));
  const shown = folded ? [...numbered.slice(0, 14), ...numbered.slice(-14)] : numbered;
  return (
    <div className="jz-strip-frame">
      <ol className="jz-strip" aria-label={label ?? words.strip}>
        {shown.map(({ day, ordinal: n }, index) => (
          <Cell
            key={day.date}
            day={day}
            ordinal={n}
            monthShown={index === 0 || day.date.endsWith('-01') || (folded && index === 14)}
          />
        ))}
      </ol>
      {folded ? (
        <button type="button" className="jz-strip-more" onClick={() => setUnfolded(true)}>
          {words.showAllDays(days.length)}
        </button>
      ) : null}
    </div>
  );
}
