import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { nothing } from '../../../contracts/identity/wire.ts';
import { identityScreenWords } from '../../../contracts/ui/words-identity.ts';
import { put } from '../../lib/api.ts';
import { fullDay } from '../../lib/day.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Refusal } from '../../ui/refusal.tsx';

const words = identityScreenWords.clock;
const MORNING = 'T09:00:00+08:00';

/** Turns the clock of a demonstration to nine in the morning of a day, or back to the real time. */
export function DemoClock({ today }: { today: string }) {
  const client = useQueryClient();
  const [day, setDay] = useState(today);
  const turn = useMutation({
    mutationFn: (now: string | null) => put('/demo/clock', { schema: nothing, body: { now } }),
    onSuccess: () => client.invalidateQueries(),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    turn.mutate(`${day}${MORNING}`);
  };
  return (
    <section className="jz-second-factor">
      <h3>{words.title}</h3>
      <p className="jz-soft">{words.explain}</p>
      <Refusal error={turn.error} />
      <form onSubmit={submit}>
        <label htmlFor="demo-clock-day">{words.today(fullDay(today))}</label>
        <DateField id="demo-clock-day" required value={day} onChange={setDay} />
        <p className="jz-row jz-clock-actions">
          <button type="submit" className="jz-button">
            {words.set}
          </button>
          <button type="button" className="jz-button" onClick={() => turn.mutate(null)}>
            {words.reset}
          </button>
        </p>
      </form>
    </section>
  );
}
