import type { Context } from '../../kernel/context.ts';
import { notify } from '../../kernel/notify.ts';
import { done, type Outcome, refuse } from '../../kernel/outcome.ts';
import { changeDeadline } from './change-deadline.ts';
import { ownerPeople } from './find-recipients.ts';
import type { ComputedDue, Deadline } from './model.ts';
import { computed, sourcesOf } from './rules.ts';
import { jurisdictionsToRecompute, lockOutdated, updateDeadline } from './store.ts';

const AT_ONCE = 200;

/** Jurisdictions in which a clock runs that another calendar than the present one computed. */
export function findOutdated(ctx: Context): Promise<string[]> {
  return jurisdictionsToRecompute(ctx.tx, ctx.calendar.version);
}

/**
 * Computes some running deadlines of a jurisdiction anew under the present calendar. Each whose derivation changed
 * is audited with its old and new due moment and the notices it rests on, and its owner is told if the due moment
 * moved. Suspended clocks are computed when they resume; closed ones stay as they ended. Refuses when none is left.
 */
export async function recomputeDeadlines(
  ctx: Context,
  jurisdiction: string,
): Promise<Outcome<{ checked: number; changed: number }>> {
  const outdated = await lockOutdated(ctx.tx, jurisdiction, ctx.calendar.version, AT_ONCE);
  if (outdated.length === 0) return refuse({ code: 'deadlines.none-outdated' });
  let changed = 0;
  for (const before of outdated) {
    const after = { ...before, computed: computed(ctx.calendar, before) };
    if (sameDerivation(before.computed, after.computed)) {
      await updateDeadline(ctx.tx, after);
      continue;
    }
    changed += 1;
    await changeRecomputed(ctx, before, after);
  }
  const facts = { calendarVersion: ctx.calendar.version, checked: outdated.length, changed };
  ctx.audit({
    jurisdiction,
    action: 'deadline.recompute-all',
    subject: { type: 'calendar', id: ctx.calendar.version },
    facts,
  });
  return done({ checked: outdated.length, changed });
}

async function changeRecomputed(ctx: Context, before: Deadline, after: Deadline): Promise<void> {
  const facts = {
    dueBefore: before.computed.due,
    dueAfter: after.computed.due,
    provisional: after.computed.provisional,
    calendarVersion: after.computed.calendarVersion,
    notices: sourcesOf(ctx.calendar, after),
  };
  await changeDeadline(ctx, before, after, { kind: 'recompute', facts });
  if (before.computed.due === after.computed.due) return;
  await notify(ctx, {
    jurisdiction: after.jurisdiction,
    people: await ownerPeople(ctx, after),
    code: 'deadlines.moved',
    facts: { title: after.title, dueBefore: before.computed.due, due: after.computed.due },
    subject: after.subject,
    dedupeKey: `deadline:${after.id}:${after.computed.calendarVersion}:moved`,
  });
}

function sameDerivation(a: ComputedDue, b: ComputedDue): boolean {
  const derivation = ({ due, provisional, steps }: ComputedDue) =>
    JSON.stringify([due, provisional, steps.map((step) => [step.date, step.counted, step.why])]);
  return derivation(a) === derivation(b);
}
