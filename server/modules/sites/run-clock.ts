import { siteText } from '../../../contracts/sites/words.ts';
import type { Context } from '../../kernel/context.ts';
import type { Answer, Day, Duration } from '../../policy/index.ts';
import {
  cancelDeadline,
  type Deadline,
  deadlinesOfSubject,
  meetDeadline,
  startDeadline,
} from '../deadlines/index.ts';
import type { ColumnRequest } from './model.ts';
import { requestSubject } from './start-request.ts';

/** Starts the clock on a request where a regulation gives the builder a term; it runs until built or refused. */
export async function startClock(
  ctx: Context,
  request: ColumnRequest,
  term: Answer<Duration>,
  title: string,
): Promise<void> {
  if (term.state !== 'in-force' || term.value === null || request.builder === null) return;
  await startDeadline(ctx, {
    jurisdiction: request.jurisdiction,
    subject: requestSubject(request),
    ownerUnitId: request.builder.unitId,
    title: siteText.deadline(title),
    rule: term.rule,
    basis: term.basis,
    pack: term.pack,
    version: term.version,
    from: ctx.now.day,
    term: term.value,
  });
}

/** Meets the clock by the day on which it was done. */
export async function meetClock(ctx: Context, request: ColumnRequest, on: Day): Promise<void> {
  for (const deadline of await running(ctx, request)) await meetDeadline(ctx, deadline, on);
}

/** Stops the clock because the matter fell away. */
export async function stopClock(ctx: Context, request: ColumnRequest, reason: string): Promise<void> {
  for (const deadline of await running(ctx, request)) await cancelDeadline(ctx, deadline, reason);
}

async function running(ctx: Context, request: ColumnRequest): Promise<Deadline[]> {
  const all = await deadlinesOfSubject(ctx.tx, request.jurisdiction, requestSubject(request));
  return all.filter(({ state }) => state === 'running' || state === 'suspended');
}
