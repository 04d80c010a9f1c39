import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { type CalendarYearView, calendarUpdated } from '../../../contracts/deadlines/wire.ts';
import { policyScreenWords } from '../../../contracts/ui/words-policy.ts';
import { put } from '../../lib/api.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Filter } from '../../ui/filter-bar.tsx';
import { Refusal } from '../../ui/refusal.tsx';

const words = policyScreenWords.calendar;

interface HolidayLine {
  key: number;
  name: string;
  from: string;
  to: string;
}
interface MakeUpLine {
  key: number;
  day: string;
}

function Holidays({
  lines,
  onChange,
}: {
  lines: readonly HolidayLine[];
  onChange: (lines: HolidayLine[]) => void;
}) {
  const set = (key: number, part: Partial<HolidayLine>) =>
    onChange(lines.map((line) => (line.key === key ? { ...line, ...part } : line)));
  return (
    <fieldset className="jz-edit">
      <legend>{words.holidays}</legend>
      {lines.map((line) => (
        <div key={line.key} className="jz-edit-line">
          <Filter label={words.name} id={`holiday-name-${line.key}`}>
            <Input
              id={`holiday-name-${line.key}`}
              value={line.name}
              maxLength={20}
              onChange={(event) => set(line.key, { name: event.target.value })}
            />
          </Filter>
          <Filter label={words.from} id={`holiday-from-${line.key}`}>
            <DateField
              id={`holiday-from-${line.key}`}
              value={line.from}
              onChange={(from) => set(line.key, { from })}
            />
          </Filter>
          <Filter label={words.to} id={`holiday-to-${line.key}`}>
            <DateField
              id={`holiday-to-${line.key}`}
              value={line.to}
              onChange={(to) => set(line.key, { to })}
            />
          </Filter>
          <Button
            aria-label={words.removeOf(line.name)}
            onClick={() => onChange(lines.filter((each) => each.key !== line.key))}
          >
            {words.remove}
          </Button>
        </div>
      ))}
      <Button onClick={() => onChange([...lines, { key: Date.now(), name: '', from: '', to: '' }])}>
        {words.add}
      </Button>
    </fieldset>
  );
}

function MakeUps({
  lines,
  onChange,
}: {
  lines: readonly MakeUpLine[];
  onChange: (lines: MakeUpLine[]) => void;
}) {
  return (
    <fieldset className="jz-edit">
      <legend>{words.makeUp}</legend>
      {lines.map((line) => (
        <div key={line.key} className="jz-edit-line">
          <Filter label={words.day} id={`make-up-${line.key}`}>
            <DateField
              id={`make-up-${line.key}`}
              value={line.day}
              onChange={(day) =>
                onChange(lines.map((each) => (each.key === line.key ? { ...each, day } : each)))
              }
            />
          </Filter>
          <Button
            aria-label={words.removeOf(line.day)}
            onClick={() => onChange(lines.filter((each) => each.key !== line.key))}
          >
            {words.remove}
          </Button>
        </div>
      ))}
      <Button onClick={() => onChange([...lines, { key: Date.now(), day: '' }])}>{words.addMakeUp}</Button>
    </fieldset>
  );
}

/** Edits a year's notice; saving recomputes the running deadlines. */
export function CalendarEditor({ year, onDone }: { year: CalendarYearView; onDone: () => void }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [source, setSource] = useState(year.status === 'announced' ? year.source : '');
  const [holidays, setHolidays] = useState<HolidayLine[]>(
    year.holidays.map((each, key) => ({ key, ...each })),
  );
  const [makeUp, setMakeUp] = useState<MakeUpLine[]>(year.makeUp.map((day, key) => ({ key, day })));
  const saving = useMutation({
    mutationFn: () =>
      put(`/calendar/${year.year}`, {
        schema: calendarUpdated,
        body: {
          source: source.trim(),
          holidays: holidays.map(({ name, from, to }) => ({ name: name.trim(), from, to })),
          makeUp: makeUp.map(({ day }) => day),
          calendarVersion: year.calendarVersion,
        },
      }),
    onSuccess: async () => {
      void message.success(words.saved);
      await client.invalidateQueries();
      onDone();
    },
  });
  return (
    <section className="jz-card jz-stack">
      <Refusal error={saving.error} />
      <Filter label={words.source} id="calendar-source">
        <Input
          id="calendar-source"
          value={source}
          maxLength={200}
          placeholder={words.sourceHint}
          onChange={(event) => setSource(event.target.value)}
        />
      </Filter>
      <Holidays lines={holidays} onChange={setHolidays} />
      <MakeUps lines={makeUp} onChange={setMakeUp} />
      <p className="jz-row">
        <Button type="primary" loading={saving.isPending} onClick={() => saving.mutate()}>
          {words.save}
        </Button>
        <Button onClick={onDone}>{words.cancel}</Button>
      </p>
    </section>
  );
}
