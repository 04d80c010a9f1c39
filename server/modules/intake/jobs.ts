import { systemActor } from '../../kernel/actor.ts';
import type { JobHandler } from '../../kernel/jobs.ts';
import { Refused } from '../../kernel/outcome.ts';
import type { Runner } from '../../kernel/runner.ts';
import { KEPT_DAYS, lapseIntake } from './lapse-intake.ts';
import { INTAKE_QUEUE, takeNextRows } from './run-intake.ts';
import { readForgotten, readRunning } from './store.ts';

/**
 * Carries imports out, some hundred rows a transaction. What a stopped process left is gone on with by the queue's next
 * try or, at the latest, a quarter of an hour later.
 */
export function intakeJobs(runner: Runner): JobHandler[] {
  return [
    {
      queue: INTAKE_QUEUE,
      cron: '*/15 * * * *',
      handle: async (data) => {
        const { jurisdiction, id } = data as { jurisdiction?: string; id?: string };
        const keys =
          jurisdiction && id
            ? [{ jurisdiction, id }]
            : await runner.query(systemActor, (ctx) => readRunning(ctx.tx));
        for (const key of keys) await carryOut(runner, key);
        if (!id) await lapseForgotten(runner);
      },
    },
  ];
}

/** Takes in all that is left of an import; one that is finished or taken back is left alone. */
export async function carryOut(
  runner: Runner,
  key: { readonly jurisdiction: string; readonly id: string },
): Promise<void> {
  const running = await runner.query(systemActor, (ctx) => readRunning(ctx.tx));
  if (!running.some(({ id }) => id === key.id)) return;
  while (await carryOn(runner, key));
}

/** One step; whether more is left. Another process may have finished the work between two steps of this one. */
async function carryOn(runner: Runner, key: Parameters<typeof takeNextRows>[1]): Promise<boolean> {
  try {
    const step = await runner.command(systemActor, (ctx) => takeNextRows(ctx, key));
    if (!step.ok) throw new Error(`import ${key.id}: ${step.problems.map(({ code }) => code).join(', ')}`);
    return step.value.more;
  } catch (error) {
    if (error instanceof Refused && error.code === 'intake.not-checked') return false;
    throw error;
  }
}

const DAY_MS = 86_400_000;

/** Puts sheets aside that nobody took in for a month. */
export async function lapseForgotten(runner: Runner): Promise<void> {
  const keys = await runner.query(systemActor, (ctx) =>
    readForgotten(ctx.tx, new Date(Date.parse(ctx.now.iso) - KEPT_DAYS * DAY_MS).toISOString()),
  );
  for (const key of keys) await runner.command(systemActor, (ctx) => lapseIntake(ctx, key));
}
