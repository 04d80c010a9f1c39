import { intakeText } from '../../../contracts/intake/words.ts';
import type { Context } from '../../kernel/context.ts';
import { done, found, type Outcome, Refused } from '../../kernel/outcome.ts';
import { noteIntake } from './check-intake.ts';
import { type Intake, mayMove } from './model.ts';
import { forgetCells, lockIntake, updateIntake } from './store.ts';

/** How long a sheet that was looked at and never taken in is kept: it names people. */
export const KEPT_DAYS = 30;

/** Puts a sheet aside that nobody took in, and forgets what stood in it. */
export async function lapseIntake(
  ctx: Context,
  key: { readonly jurisdiction: string; readonly id: string },
): Promise<Outcome<Intake>> {
  const intake = found(await lockIntake(ctx.tx, key.jurisdiction, key.id));
  if (intake.state !== 'checked' || !mayMove(intake.state, 'undone'))
    throw new Refused('conflict', { code: 'intake.not-checked' });
  const lapsed: Intake = {
    ...intake,
    state: 'undone',
    undoneReason: intakeText.lapsed(KEPT_DAYS),
    endedAt: ctx.now.iso,
    version: intake.version + 1,
  };
  await updateIntake(ctx.tx, lapsed);
  await forgetCells(ctx.tx, lapsed);
  noteIntake(ctx, 'intake.lapsed', lapsed, null);
  return done(lapsed);
}
