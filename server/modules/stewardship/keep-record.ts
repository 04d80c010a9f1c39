import type { KeepBody } from '../../../contracts/stewardship/wire.ts';
import { recordNotes } from '../../../contracts/stewardship/words.ts';
import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/db/uuid.ts';
import { done, type Outcome, type Problem, refuse } from '../../kernel/outcome.ts';
import { addDays } from '../../policy/calendar/index.ts';
import { type HeldPost, heldPosts, holdOperator } from '../directory/index.ts';
import { keepingPost, mustKeep } from './abilities.ts';
import { describeRecord, type Titles } from './describe-record.ts';
import { inOffice } from './find-holders.ts';
import { type Place, subjectOf } from './find-place.ts';
import { type RecordKind, type StewardshipRecord, standsOn, unitKinds } from './model.ts';
import { demandsOf } from './rules-demands.ts';
import { checkRecord } from './rules-records.ts';
import {
  endRecordOn,
  holdPlace,
  insertRecord,
  lockRecord,
  readRecord,
  readStanding,
  readUnitRecords,
} from './store.ts';

/**
 * Keeps one thing about an account or a unit; what it replaces stands to the day before. What is kept for an operator
 * is the host's and stands for all its accounts. Problems: stewardship.… with the basis where a regulation says so.
 */
export async function keepRecord(
  ctx: Context,
  place: Place,
  body: KeepBody,
): Promise<Outcome<StewardshipRecord>> {
  const acting = mustKeep(ctx.actor, keepingPost(ctx.actor, place.host, ctx.geography));
  const shared = place.account === null || (unitKinds.includes(body.kind) && body.kind !== 'paper');
  const accountId = shared ? null : (place.account?.id ?? null);
  await holdPlace(ctx.tx, place.jurisdiction, accountId ?? place.host.id);
  const standing = await standingIn(ctx, place, accountId, body.kind);
  const replaced = body.replaces ? await lockRecord(ctx.tx, place.jurisdiction, body.replaces) : null;
  const known = await lookUp(ctx, place, body);
  const problems = [
    ...checkRecord(body, {
      ...known,
      ...place,
      today: ctx.now.day,
      accountState: place.account?.state ?? null,
      person: known.holder,
      standing: await inOffice(
        ctx,
        standing.filter(({ id }) => id !== body.replaces),
      ),
    }),
    ...checkReplaced(replaced, { accountId, place, body }),
  ];
  if (problems.length > 0) return refuse(...problems);
  const record = newRecord(ctx, { place, accountId, body, known });
  if (replaced) await endRecordOn(ctx.tx, endedBy(ctx, replaced, record));
  await insertRecord(ctx.tx, record);
  ctx.audit({
    jurisdiction: record.jurisdiction,
    action: 'stewardship.keep',
    subject: subjectOf(record),
    ...(acting ? { post: acting } : {}),
    facts: factsOf(record, replaced ?? null),
    ...(replaced ? { before: replaced } : {}),
    after: record,
  });
  return done(record);
}

function factsOf({ id, kind, key, fromDay, validTo }: StewardshipRecord, replaced: StewardshipRecord | null) {
  return { record: id, kind, key, fromDay, validTo, replaces: replaced?.id ?? null };
}

/** What stands of the same kind in the same place; of rights also what is to come, since it counts as well. */
async function standingIn(
  ctx: Context,
  { jurisdiction, host }: Place,
  accountId: string | null,
  kind: RecordKind,
): Promise<StewardshipRecord[]> {
  if (accountId) return readStanding(ctx.tx, { jurisdiction, accountId, kind, on: ctx.now.day });
  const kept = await readUnitRecords(ctx.tx, jurisdiction, host.id);
  return kept.filter((each) => each.kind === kind && (each.toDay === null || each.toDay >= ctx.now.day));
}

/** Only what stands in the same place, of the same kind, is replaced; null: nothing is, undefined: it is not there. */
function checkReplaced(
  old: StewardshipRecord | null | undefined,
  { accountId, place, body }: { accountId: string | null; place: Place; body: KeepBody },
): Problem[] {
  if (old === null) return [];
  const fits =
    old?.kind === body.kind &&
    old.accountId === accountId &&
    old.unitId === place.host.id &&
    old.toDay === null &&
    body.fromDay >= old.fromDay;
  return fits ? [] : [{ code: 'stewardship.replaces-other', field: 'replaces' }];
}

function endedBy(ctx: Context, old: StewardshipRecord, by: StewardshipRecord): StewardshipRecord {
  return {
    ...old,
    toDay: addDays(by.fromDay, -1),
    endReason: recordNotes.replaced,
    endedAt: ctx.now.iso,
    endedBy: ctx.actor.name,
  };
}

type Known = Titles & { readonly holder: HeldPost | null };

async function lookUp(ctx: Context, place: Place, body: KeepBody) {
  const appointmentId = 'appointmentId' in body ? body.appointmentId : null;
  const operatorId = 'operatorId' in body ? body.operatorId : null;
  const agreementId = 'agreementId' in body ? body.agreementId : null;
  const demands = demandsOf(place.policy, place.caseFacts);
  const agreement = agreementId ? await readRecord(ctx.tx, place.jurisdiction, agreementId) : undefined;
  const signed =
    agreement?.kind === 'agreement' && agreement.unitId === place.host.id && standsOn(agreement, ctx.now.day);
  return {
    holder: (appointmentId ? (await heldPosts(ctx, [appointmentId]))[0] : null) ?? null,
    operator: (operatorId ? await holdOperator(ctx, operatorId) : null) ?? null,
    agreement: signed ? agreement : null,
    item: (kind: RecordKind, key: string) =>
      demands.find((each) => each.kind === kind && each.key === key && each.flaw === null)?.title ?? key,
  };
}

function newRecord(
  ctx: Context,
  { place, accountId, body, known }: { place: Place; accountId: string | null; body: KeepBody; known: Known },
): StewardshipRecord {
  return {
    jurisdiction: place.jurisdiction,
    id: newId(),
    accountId,
    unitId: place.host.id,
    kind: body.kind,
    ...describeRecord(body, known),
    fromDay: body.fromDay,
    toDay: null,
    endReason: null,
    createdAt: ctx.now.iso,
    createdBy: ctx.actor.name,
    endedAt: null,
    endedBy: null,
  };
}
