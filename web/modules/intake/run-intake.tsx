import { Link } from '@tanstack/react-router';
import { Button, Progress } from 'antd';
import type { IntakeWire } from '../../../contracts/intake/wire.ts';
import { intakeScreenWords } from '../../../contracts/ui/words-intake.ts';
import { LoadProblem } from '../../ui/load-problem.tsx';
import { useIntakeCommand } from './use-intake-command.ts';

const words = intakeScreenWords.one;

/** Begins the work, shows how far it is, and says what came of it. */
export function RunIntake({ intake }: { intake: IntakeWire }) {
  const command = useIntakeCommand<{ partial: boolean }>(intake, 'run');
  const { state, rows, faulty, taken, accepted, undoneReason } = intake;
  return (
    <section className="jz-card jz-intake-step" aria-live="polite">
      <h2>{words.run}</h2>
      {state === 'checked' ? (
        <div className="jz-intake-actions">
          <Button
            type="primary"
            disabled={!intake.abilities.run}
            loading={command.isPending}
            onClick={() => command.mutate({ partial: faulty > 0 })}
          >
            {faulty > 0 ? words.runPartial(rows - faulty) : words.runAll}
          </Button>
        </div>
      ) : null}
      {state === 'running' ? (
        <>
          <p>{words.running}</p>
          <Progress
            percent={accepted === 0 ? 0 : Math.floor((taken / accepted) * 100)}
            aria-label={words.progress(taken, accepted)}
          />
          <p>{words.progress(taken, accepted)}</p>
        </>
      ) : null}
      {state === 'done' ? (
        <p>
          {words.done(taken)} <Link to="/accounts">{words.see}</Link>
        </p>
      ) : null}
      {state === 'undone' ? <p>{words.undone(undoneReason ?? '')}</p> : null}
      <LoadProblem error={command.error} />
    </section>
  );
}
