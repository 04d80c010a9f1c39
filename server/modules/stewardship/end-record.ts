import type { Context } from '../../kernel/context.ts';
import { done, found, type Outcome, refuse } from '../../kernel/outcome.ts';
import { addDays } from '../../policy/calendar/index.ts';
import type { Day } from '../../policy/index.ts';
import { keepingPost, mustKeep } from './abilities.ts';
import { inOffice } from './find-holders.ts';
import { type Place, placeOfRecord, subjectOf } from './find-place.ts';
import type { StewardshipRecord } from './model.ts';
import { checkHolders } from './rules-records.ts';
import { endRecordOn, holdPlace, lockRecord, readRecord, readStanding } from './store.ts';

/**
 * Gives a record its last day, with a reason; it stays in the history. Whoever takes rights away may not leave them
 * with people outside or programs alone (WJ-12d). Problems: stewardship.ended-already, end-before-start, only-outside.
 */
export async function endRecord(
  ctx: Context,
  key: { readonly jurisdiction: string; readonly id: string },
  input: { readonly toDay: Day; readonly reason: string },
): Promise<Outcome<StewardshipRecord>> {
  const kept = found(await readRecord(ctx.tx, key.jurisdiction, key.id));
  const place = await placeOfRecord(ctx, kept);
  const acting = mustKeep(ctx.actor, keepingPost(ctx.actor, place.host, ctx.geography));
  await holdPlace(ctx.tx, kept.jurisdiction, kept.accountId ?? kept.unitId);
  const record = found(await lockRecord(ctx.tx, key.jurisdiction, key.id));
  if (record.toDay !== null) return refuse({ code: 'stewardship.ended-already' });
  if (input.toDay < addDays(record.fromDay, -1))
    return refuse({
      code: 'stewardship.end-before-start',
      field: 'toDay',
      facts: { from: record.fromDay },
    });
  const problems = record.kind === 'rights' ? await rightsLeft(ctx, record, place) : [];
  if (problems.length > 0) return refuse(...problems);
  const ended = {
    ...record,
    toDay: input.toDay,
    endReason: input.reason,
    endedAt: ctx.now.iso,
    endedBy: ctx.actor.name,
  };
  await endRecordOn(ctx.tx, ended);
  ctx.audit({
    jurisdiction: record.jurisdiction,
    action: 'stewardship.end',
    subject: subjectOf(record),
    ...(acting ? { post: acting } : {}),
    facts: { record: record.id, kind: record.kind, key: record.key, toDay: input.toDay },
    before: record,
    after: ended,
  });
  return done(ended);
}

async function rightsLeft(ctx: Context, record: StewardshipRecord, place: Place) {
  const { jurisdiction, accountId, kind } = record;
  if (accountId === null) return [];
  const held = await readStanding(ctx.tx, { jurisdiction, accountId, kind, on: ctx.now.day });
  const left = await inOffice(
    ctx,
    held.filter(({ id, toDay }) => id !== record.id && toDay === null),
  );
  return checkHolders(
    left.map(({ key }) => key),
    place,
  );
}
