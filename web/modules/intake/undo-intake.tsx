import { Button } from 'antd';
import { useState } from 'react';
import type { IntakeWire } from '../../../contracts/intake/wire.ts';
import { intakeScreenWords } from '../../../contracts/ui/words-intake.ts';
import { ConfirmWithReason } from '../../ui/confirm-with-reason.tsx';
import { LoadProblem } from '../../ui/load-problem.tsx';
import { useIntakeCommand } from './use-intake-command.ts';

const words = intakeScreenWords.one;

/** Takes an import back in one step, with a reason that the trail keeps. */
export function UndoIntake({ intake }: { intake: IntakeWire }) {
  const [asking, setAsking] = useState(false);
  const command = useIntakeCommand<{ reason: string }>(intake, 'undo');
  if (!intake.abilities.undo) return null;
  return (
    <section className="jz-intake-step">
      <div className="jz-intake-actions">
        <Button danger onClick={() => setAsking(true)}>
          {words.undo}
        </Button>
      </div>
      <LoadProblem error={command.error} />
      <ConfirmWithReason
        open={asking}
        danger
        title={words.undoTitle}
        action={words.undo}
        busy={command.isPending}
        onConfirm={(reason) => command.mutate({ reason }, { onSettled: () => setAsking(false) })}
        onCancel={() => setAsking(false)}
      >
        <p>{words.undoNote(intake.taken)}</p>
      </ConfirmWithReason>
    </section>
  );
}
