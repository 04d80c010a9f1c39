import type { ClockWire } from '../../../contracts/accounts/wire.ts';
import { accountScreenWords } from '../../../contracts/ui/words-accounts.ts';
import { useSession } from '../../app/session.ts';
import { fullMoment } from '../../lib/day.ts';
import { DueExplanation, DueStanding } from '../../ui/due-explanation.tsx';
import { stripDays } from '../../ui/due-steps.ts';
import { StateTag } from '../../ui/state-tag.tsx';
import { clockTones } from './account-tones.ts';

const words = accountScreenWords.filing;

function Clock({ clock, today }: { clock: ClockWire; today: string }) {
  const open = clock.state === 'running' || clock.state === 'overdue';
  return (
    <li className="jz-clock">
      <p>
        <strong>{clock.title}</strong>{' '}
        {open ? null : <StateTag tone={clockTones[clock.state]}>{clock.stateName}</StateTag>}
      </p>
      <p className="jz-soft">{clock.ownerName}</p>
      {open ? (
        <p>
          <DueStanding due={clock.due} today={today} provisional={clock.provisional} />
        </p>
      ) : (
        <p>{fullMoment(clock.metOn ?? clock.due)}</p>
      )}
      <DueExplanation
        due={clock.due}
        provisional={clock.provisional && open}
        sentence={clock.explanation}
        days={stripDays(clock.steps, clock.due)}
        basis={clock.basis}
      />
    </li>
  );
}

/** The clocks that run or ran, each explaining its due day. */
export function ClockList({ clocks }: { clocks: readonly ClockWire[] }) {
  const { today } = useSession();
  if (clocks.length === 0) return null;
  return (
    <section className="jz-card">
      <h2>{words.clocks}</h2>
      <ul className="jz-clocks">
        {clocks.map((clock) => (
          <Clock key={clock.id} clock={clock} today={today} />
        ))}
      </ul>
    </section>
  );
}
