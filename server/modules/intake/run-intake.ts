import type { Context } from '../../kernel/context.ts';
import { done, found, type Outcome, Refused, refuse } from '../../kernel/outcome.ts';
import { takeInAccounts } from '../accounts/index.ts';
import { keeperPost, noteIntake } from './check-intake.ts';
import { gatherFacts, holdUnits } from './gather-facts.ts';
import { holdIntake, type IntakeKey } from './map-columns.ts';
import { type CheckedRow, type Intake, mayMove } from './model.ts';
import { mappingProblems } from './rules-mapping.ts';
import { checkSheet } from './rules-sheet.ts';
import {
  forgetCells,
  keepChecked,
  lockIntake,
  markTaken,
  readReady,
  rememberMapping,
  updateIntake,
} from './store.ts';

export const INTAKE_QUEUE = 'intake';

/**
 * Begins to take a checked sheet in: all of it, or the rows without problems where the keeper chose so. The work goes
 * on in the background. Problems: a column not named, intake.has-problems, intake.nothing-to-take.
 */
export async function runIntake(
  ctx: Context,
  input: IntakeKey & { readonly partial: boolean },
): Promise<Outcome<Intake>> {
  const post = keeperPost(ctx, input.jurisdiction);
  const intake = await holdIntake(ctx, input);
  if (!mayMove(intake.state, 'running')) throw new Refused('conflict', { code: 'intake.not-checked' });
  const unread = mappingProblems(intake.mapping, intake.headers);
  if (unread.length > 0) return refuse(...unread);
  const accepted = intake.rows - intake.faulty;
  if (accepted === 0) return refuse({ code: 'intake.nothing-to-take' });
  if (intake.faulty > 0 && !input.partial)
    return refuse({ code: 'intake.has-problems', facts: { n: intake.faulty } });
  const running: Intake = { ...intake, state: 'running', accepted, version: intake.version + 1 };
  await updateIntake(ctx.tx, running);
  await rememberMapping(ctx.tx, running, ctx.now.iso);
  await ctx.enqueue({ queue: INTAKE_QUEUE, data: { jurisdiction: intake.jurisdiction, id: intake.id } });
  noteIntake(ctx, 'intake.started', running, post, { partial: input.partial });
  return done(running);
}

const AT_A_TIME = 500;

/**
 * Takes the next rows in, each held once more against the registry as it is now. Answers whether there is more to do.
 * May be called again and again, by several processes: each row comes in once.
 */
export async function takeNextRows(
  ctx: Context,
  key: { readonly jurisdiction: string; readonly id: string },
): Promise<Outcome<{ readonly more: boolean }>> {
  const intake = found(await lockIntake(ctx.tx, key.jurisdiction, key.id));
  if (intake.state !== 'running') throw new Refused('conflict', { code: 'intake.not-checked' });
  const rows = await readReady(ctx.tx, intake, AT_A_TIME);
  await holdUnits(ctx, rows, intake.mapping);
  const facts = await gatherFacts(ctx, intake.jurisdiction, rows, intake.mapping);
  const checked = checkSheet(rows, intake.mapping, facts);
  const good = checked.flatMap((row) => (row.plan ? [{ row: row.row, plan: row.plan }] : []));
  const bad = checked.filter(({ plan }) => plan === null);
  const ids = await takeInAccounts(
    ctx,
    intake.id,
    good.map(({ plan }) => plan),
  );
  if (!ids.ok) return ids;
  await markTaken(
    ctx.tx,
    intake,
    good.map(({ row }, at) => ({ row, accountId: ids.value[at] ?? '' })),
  );
  const after = await keepProgress(ctx, intake, { good: good.length, bad, last: rows.length < AT_A_TIME });
  return done({ more: after.state === 'running' });
}

async function keepProgress(
  ctx: Context,
  intake: Intake,
  step: { readonly good: number; readonly bad: readonly CheckedRow[]; readonly last: boolean },
): Promise<Intake> {
  if (step.bad.length > 0) await keepChecked(ctx.tx, intake, step.bad);
  const after: Intake = {
    ...intake,
    taken: intake.taken + step.good,
    accepted: intake.accepted - step.bad.length,
    faulty: intake.faulty + step.bad.length,
    ...(step.last ? { state: 'done' as const, endedAt: ctx.now.iso } : {}),
    version: intake.version + 1,
  };
  await updateIntake(ctx.tx, after);
  if (step.last) await forgetCells(ctx.tx, after);
  noteIntake(ctx, step.last ? 'intake.finished' : 'intake.taken', after, null);
  return after;
}
