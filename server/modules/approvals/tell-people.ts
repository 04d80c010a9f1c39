import type { Context } from '../../kernel/context.ts';
import { notify } from '../../kernel/notify.ts';
import { holdersOf } from '../directory/index.ts';
import type { Approval, Step } from './model.ts';

/** Tells everyone who may decide a step that it waits for them. */
export async function tellWaiting(ctx: Context, approval: Approval, step: Step): Promise<void> {
  const seated = await holdersOf(ctx, step.unitId, step.post);
  const acting = step.acting ? await holdersOf(ctx, step.acting.unitId, step.post) : [];
  const people = [...new Set([...seated, ...acting].map(({ personId }) => personId))];
  await notify(ctx, {
    jurisdiction: approval.jurisdiction,
    people,
    code: 'approvals.waiting',
    facts: { title: approval.title, step: step.title },
    subject: approval.subject,
    dedupeKey: `approval ${step.id}`,
  });
}

/** Tells who submitted how the round ended. */
export async function tellEnd(
  ctx: Context,
  approval: Approval,
  result: 'approved' | 'returned' | 'refused',
  facts: { readonly step: string; readonly reason: string },
): Promise<void> {
  if (!approval.startedBy) return;
  await notify(ctx, {
    jurisdiction: approval.jurisdiction,
    people: [approval.startedBy],
    code: `approvals.${result}`,
    facts: { title: approval.title, ...facts },
    subject: approval.subject,
    dedupeKey: `approval ${approval.id} ${result}`,
  });
}
