import type { Context } from '../../kernel/context.ts';
import { found, Refused } from '../../kernel/outcome.ts';
import {
  type Deadline,
  type DeadlineKey,
  type DeadlineMove,
  type DeadlineState,
  stateAfter,
} from './model.ts';
import { firstReminder, reminderPlan } from './rules.ts';
import { insertEvent, lockDeadline, updateDeadline } from './store.ts';

/** Locks a deadline and checks that the move is lawful; throws Refused not-found or stale. */
export async function lockForMove(
  ctx: Context,
  key: DeadlineKey,
  move: DeadlineMove,
): Promise<{ before: Deadline; state: DeadlineState }> {
  const before = found(await lockDeadline(ctx.tx, key));
  const state = stateAfter(before.state, move);
  if (state === null)
    throw new Refused('stale', { code: 'deadlines.wrong-state', facts: { state: before.state } });
  return { before, state };
}

/** What a change is called and why it was made. */
export interface ChangeNote {
  readonly kind: string;
  readonly reason?: string;
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** Writes a changed deadline with its event and its audit entry, and sets the next reminder anew. */
export async function changeDeadline(
  ctx: Context,
  before: Deadline,
  changed: Deadline,
  note: ChangeNote,
): Promise<Deadline> {
  const after = { ...changed, remindAt: remindAtOf(ctx, before, changed) };
  const facts = { ...note.facts, ...(note.reason === undefined ? {} : { reason: note.reason }) };
  await updateDeadline(ctx.tx, after);
  await insertEvent(ctx.tx, after, {
    kind: note.kind,
    at: ctx.now.iso,
    personId: ctx.actor.personId,
    reason: note.reason ?? null,
    facts: note.facts ?? {},
  });
  ctx.audit({
    jurisdiction: after.jurisdiction,
    action: `deadline.${note.kind}`,
    subject: { type: 'deadline', id: after.id },
    facts: { subject: after.subject, rule: after.rule, due: after.computed.due, ...facts },
    before,
    after,
  });
  return after;
}

/** A clock that does not run reminds nobody; one whose due moment stays goes on with its reminders. */
function remindAtOf(ctx: Context, before: Deadline, after: Deadline): string | null {
  if (after.state !== 'running') return null;
  if (before.state === 'running' && before.computed.due === after.computed.due) return before.remindAt;
  return firstReminder(reminderPlan(ctx.calendar, after), ctx.now.iso);
}
