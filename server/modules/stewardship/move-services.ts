import { recordNotes } from '../../../contracts/stewardship/words.ts';
import type { ActorPost } from '../../kernel/actor.ts';
import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/db/uuid.ts';
import { addDays } from '../../policy/calendar/index.ts';
import { subjectOf } from './find-place.ts';
import type { StewardshipRecord } from './model.ts';
import { endRecordOn, holdPlace, insertRecord, readStanding } from './store.ts';

/** An account as the ledger knows it: its key and the unit that keeps its ledger. */
export interface LedgerAccount {
  readonly id: string;
  readonly name: string;
  readonly hostUnitId: string;
}

/**
 * Takes the services that stand on one account over to another of the same jurisdiction, from today on; a service that
 * the other offers already is not kept twice. The caller has seen to it that the actor may; answers how many there were.
 */
export async function moveServices(
  ctx: Context,
  move: {
    readonly jurisdiction: string;
    readonly from: LedgerAccount;
    readonly to: LedgerAccount;
    readonly post: ActorPost;
  },
): Promise<number> {
  const { jurisdiction, from, to } = move;
  const kept = { jurisdiction, kind: 'service' as const, on: ctx.now.day };
  // In one order whoever moves which way, so that two moves cannot lock each other out.
  for (const id of [from.id, to.id].sort()) await holdPlace(ctx.tx, jurisdiction, id);
  const services = await readStanding(ctx.tx, { ...kept, accountId: from.id });
  const there = await readStanding(ctx.tx, { ...kept, accountId: to.id });
  const same = (service: StewardshipRecord) =>
    there.some(
      ({ title, content }) =>
        title === service.title && JSON.stringify(content) === JSON.stringify(service.content),
    );
  for (const service of services) {
    const ended: StewardshipRecord = {
      ...service,
      toDay: addDays(ctx.now.day, -1),
      endReason: recordNotes.movedTo(to.name),
      endedAt: ctx.now.iso,
      endedBy: ctx.actor.name,
    };
    await endRecordOn(ctx.tx, ended);
    note(ctx, 'stewardship.end', { before: service, after: ended }, move.post);
    if (same(service)) continue;
    const moved: StewardshipRecord = {
      ...service,
      id: newId(),
      accountId: to.id,
      unitId: to.hostUnitId,
      fromDay: ctx.now.day,
      createdAt: ctx.now.iso,
      createdBy: ctx.actor.name,
    };
    await insertRecord(ctx.tx, moved);
    note(ctx, 'stewardship.keep', { after: moved }, move.post);
  }
  return services.length;
}

function note(
  ctx: Context,
  action: string,
  change: { readonly before?: StewardshipRecord; readonly after: StewardshipRecord },
  post: ActorPost,
): void {
  const { jurisdiction, id, kind, key } = change.after;
  ctx.audit({
    jurisdiction,
    action,
    subject: subjectOf(change.after),
    post: { postId: post.postId, title: post.title, unitName: post.unitName },
    facts: { record: id, kind, key },
    ...change,
  });
}
