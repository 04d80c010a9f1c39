import type { Context } from '../../kernel/context.ts';
import { notify } from '../../kernel/notify.ts';
import { done, type Outcome, refuse } from '../../kernel/outcome.ts';
import { escalationPeople, ownerPeople } from './find-recipients.ts';
import type { Deadline, DeadlineKey } from './model.ts';
import { nextReminder, OVERDUE_STAGE, reachedReminder, reminderPlan } from './rules.ts';
import { claimReminder, insertEvent, keysToRemind, lockDeadline, noteTold, updateDeadline } from './store.ts';

const MOST_AT_ONCE = 500;

/** Deadlines whose next reminder has come; each is then reminded in a transaction of its own. */
export function findDue(ctx: Context): Promise<DeadlineKey[]> {
  return keysToRemind(ctx.tx, ctx.now.iso, MOST_AT_ONCE);
}

/**
 * Sends the reminder whose time has come, or escalates. Any number of processes may try at once: the row is
 * locked, its state and time are looked at again, and the reminder belongs to whoever inserts its key, in the
 * transaction of the notices. The others are refused and write nothing. Reminders missed meanwhile are not made
 * up for; only the most urgent one is sent.
 */
export async function remindDue(ctx: Context, key: DeadlineKey): Promise<Outcome<number>> {
  const deadline = await lockDeadline(ctx.tx, key);
  const ready =
    deadline?.state === 'running' && deadline.remindAt !== null && deadline.remindAt <= ctx.now.iso;
  if (!deadline || !ready) return refuse({ code: 'deadlines.reminded-already' });
  const plan = reminderPlan(ctx.calendar, deadline);
  const stage = reachedReminder(plan, ctx.now.iso)?.stage ?? null;
  const claimed = stage !== null && (await claimReminder(ctx.tx, deadline, stage, ctx.now.iso));
  const told = claimed ? await tell(ctx, deadline, stage) : 0;
  await updateDeadline(ctx.tx, { ...deadline, remindAt: nextReminder(plan, ctx.now.iso) });
  ctx.audit({
    jurisdiction: deadline.jurisdiction,
    action: stage === OVERDUE_STAGE ? 'deadline.escalate' : 'deadline.remind',
    subject: { type: 'deadline', id: deadline.id },
    facts: { subject: deadline.subject, rule: deadline.rule, due: deadline.computed.due, stage, told },
  });
  return done(told);
}

async function tell(ctx: Context, deadline: Deadline, stage: string): Promise<number> {
  const overdue = stage === OVERDUE_STAGE;
  const notice = {
    jurisdiction: deadline.jurisdiction,
    facts: { title: deadline.title, due: deadline.computed.due, provisional: deadline.computed.provisional },
    subject: deadline.subject,
  };
  const said = `deadline:${deadline.id}:${deadline.computed.due}:${stage}`;
  const owners = await ownerPeople(ctx, deadline);
  const code = overdue ? 'deadlines.overdue' : 'deadlines.due-soon';
  let told = await notify(ctx, { ...notice, people: owners, code, dedupeKey: said });
  if (overdue) {
    const people = (await escalationPeople(ctx, deadline)).filter((person) => !owners.includes(person));
    told += await notify(ctx, { ...notice, people, code: 'deadlines.escalated', dedupeKey: said });
  }
  await noteTold(ctx.tx, deadline, stage, told);
  const kind = overdue ? 'escalate' : 'remind';
  await insertEvent(ctx.tx, deadline, {
    kind,
    at: ctx.now.iso,
    personId: null,
    reason: null,
    facts: { stage, told },
  });
  if (overdue)
    await ctx.announce({ name: 'deadline.overdue', data: { ...deadline.subject, rule: deadline.rule } });
  return told;
}
