import type { Context } from '../../kernel/context.ts';
import { done, type Outcome, Refused } from '../../kernel/outcome.ts';
import { dropTakenAccounts } from '../accounts/index.ts';
import { keeperPost, noteIntake } from './check-intake.ts';
import { holdIntake, type IntakeKey } from './map-columns.ts';
import type { Intake } from './model.ts';
import { updateIntake } from './store.ts';

/**
 * Takes an import back in one step, as long as none of its accounts has been used: all of it or nothing. The trail
 * keeps that it was. Problem intake.in-use names accounts that were used.
 */
export async function undoIntake(
  ctx: Context,
  input: IntakeKey & { readonly reason: string },
): Promise<Outcome<Intake>> {
  const post = keeperPost(ctx, input.jurisdiction);
  const intake = await holdIntake(ctx, input);
  if (intake.state !== 'done') throw new Refused('conflict', { code: 'intake.not-undoable' });
  const areas = ctx.geography.descendants(intake.jurisdiction);
  const dropped = await dropTakenAccounts(ctx, areas, intake.id);
  if (!dropped.ok) return dropped;
  const undone: Intake = {
    ...intake,
    state: 'undone',
    undoneReason: input.reason,
    endedAt: ctx.now.iso,
    version: intake.version + 1,
  };
  await updateIntake(ctx.tx, undone);
  noteIntake(ctx, 'intake.undone', undone, post, { reason: input.reason, accounts: dropped.value });
  return done(undone);
}
