import type { BasisRef } from '../../../contracts/kernel/wire.ts';
import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/db/uuid.ts';
import { Refused } from '../../kernel/outcome.ts';
import type { Duration, Moment } from '../../policy/calendar/index.ts';
import { HANDLING_POSTS } from './find-recipients.ts';
import type { Deadline, LongestTerm, ReminderOffset } from './model.ts';
import { computed, firstReminder, reminderPlan, usualReminders } from './rules.ts';
import { insertDeadline, insertEvent } from './store.ts';

/** What starts a clock: the facts of the case and the answer of the policy engine it rests on. */
export interface NewDeadline {
  readonly jurisdiction: string;
  readonly subject: { readonly type: string; readonly id: string };
  /** The unit that must act. */
  readonly ownerUnitId: string;
  /** The kinds of post there that are reminded; left out, those who usually handle matters. */
  readonly ownerPosts?: readonly string[];
  /** Who is told when the due day has passed. */
  readonly escalationUnitId?: string | null;
  /** What has to be done, in Chinese, as the workbench shows it. */
  readonly title: string;
  readonly rule: string;
  readonly basis: readonly BasisRef[];
  readonly pack: string | null;
  readonly version: string | null;
  /** Day zero, or the minute from which hours count. */
  readonly from: Moment;
  readonly term: Duration;
  /** The longest the clock may run with extensions; left out, it cannot be extended. */
  readonly longest?: LongestTerm;
  readonly remindBefore?: readonly ReminderOffset[];
}

/**
 * Starts a clock, computes its due moment and pins both to rule, pack and version. Throws Refused conflict where
 * a clock of this rule already runs for the subject, CalendarError for a start or term that is none.
 */
export async function startDeadline(ctx: Context, asked: NewDeadline): Promise<Deadline> {
  const clock = { startedAt: asked.from, term: asked.term, extensions: [], suspensions: [] };
  const started: Deadline = {
    ...clock,
    jurisdiction: asked.jurisdiction,
    id: newId(),
    subject: asked.subject,
    ownerUnitId: asked.ownerUnitId,
    ownerPosts: asked.ownerPosts ?? HANDLING_POSTS,
    escalationUnitId: asked.escalationUnitId ?? null,
    title: asked.title,
    rule: asked.rule,
    basis: asked.basis,
    pack: asked.pack,
    packVersion: asked.version,
    longest: asked.longest ?? null,
    remindBefore: asked.remindBefore ?? usualReminders(asked.term),
    computed: computed(ctx.calendar, clock),
    state: 'running',
    closedAt: null,
    remindAt: null,
    createdAt: ctx.now.iso,
  };
  const deadline = { ...started, remindAt: firstReminder(reminderPlan(ctx.calendar, started), ctx.now.iso) };
  if (!(await insertDeadline(ctx.tx, deadline))) {
    throw new Refused('conflict', { code: 'deadlines.already-running', facts: { title: asked.title } });
  }
  await recordStart(ctx, deadline);
  return deadline;
}

async function recordStart(ctx: Context, deadline: Deadline): Promise<void> {
  const facts = { from: deadline.startedAt, term: deadline.term, due: deadline.computed.due };
  await insertEvent(ctx.tx, deadline, {
    kind: 'start',
    at: ctx.now.iso,
    personId: ctx.actor.personId,
    reason: null,
    facts,
  });
  const { subject, rule, pack, packVersion } = deadline;
  ctx.audit({
    jurisdiction: deadline.jurisdiction,
    action: 'deadline.start',
    subject: { type: 'deadline', id: deadline.id },
    facts: { subject, rule, pack, version: packVersion, ...facts },
    after: deadline,
  });
}
