import { type Selectable, sql } from 'kysely';
import type { Tx } from '../../kernel/db/database.ts';
import { newId } from '../../kernel/db/uuid.ts';
import type { Deadline, DeadlineEvent, DeadlineKey } from './model.ts';
import type { Tables } from './tables.ts';

const tables = (tx: Tx) => tx.withTables<Tables>();

/** Writes a new deadline; false where one of the same rule runs for the subject already. */
export async function insertDeadline(tx: Tx, deadline: Deadline): Promise<boolean> {
  const row = {
    jurisdiction_id: deadline.jurisdiction,
    id: deadline.id,
    subject_type: deadline.subject.type,
    subject_id: deadline.subject.id,
    owner_unit_id: deadline.ownerUnitId,
    escalation_unit_id: deadline.escalationUnitId,
    title: deadline.title,
    rule: deadline.rule,
    basis: JSON.stringify(deadline.basis),
    pack: deadline.pack,
    pack_version: deadline.packVersion,
    started_at: deadline.startedAt,
    term: JSON.stringify(deadline.term),
    longest: deadline.longest === null ? null : JSON.stringify(deadline.longest),
    owner_posts: JSON.stringify(deadline.ownerPosts),
    remind_before: JSON.stringify(deadline.remindBefore),
    created_at: deadline.createdAt,
    ...changing(deadline),
  };
  const written = await tables(tx)
    .insertInto('deadlines')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return written !== undefined;
}

/** Writes what may change in a deadline; everything else stays as it was pinned. */
export async function updateDeadline(tx: Tx, deadline: Deadline): Promise<void> {
  await tables(tx)
    .updateTable('deadlines')
    .set(changing(deadline))
    .where('jurisdiction_id', '=', deadline.jurisdiction)
    .where('id', '=', deadline.id)
    .execute();
}

function changing(deadline: Deadline) {
  return {
    extensions: JSON.stringify(deadline.extensions),
    suspensions: JSON.stringify(deadline.suspensions),
    due: deadline.computed.due,
    due_at: deadline.computed.dueAt,
    provisional: deadline.computed.provisional,
    steps: JSON.stringify(deadline.computed.steps),
    calendar_version: deadline.computed.calendarVersion,
    state: deadline.state,
    closed_at: deadline.closedAt,
    remind_at: deadline.remindAt,
  };
}

/** Reads a deadline and locks it for the rest of the transaction. */
export async function lockDeadline(tx: Tx, key: DeadlineKey): Promise<Deadline | null> {
  const row = await byKey(tx, key).forUpdate().executeTakeFirst();
  return row ? toDeadline(row) : null;
}

export async function readDeadline(tx: Tx, key: DeadlineKey): Promise<Deadline | null> {
  const row = await byKey(tx, key).executeTakeFirst();
  return row ? toDeadline(row) : null;
}

function byKey(tx: Tx, key: DeadlineKey) {
  return tables(tx)
    .selectFrom('deadlines')
    .selectAll()
    .where('jurisdiction_id', '=', key.jurisdiction)
    .where('id', '=', key.id);
}

/** All deadlines of a subject, oldest first. */
export async function deadlinesOfSubject(
  tx: Tx,
  jurisdiction: string,
  subject: { readonly type: string; readonly id: string },
): Promise<Deadline[]> {
  const rows = await tables(tx)
    .selectFrom('deadlines')
    .selectAll()
    .where('jurisdiction_id', '=', jurisdiction)
    .where('subject_type', '=', subject.type)
    .where('subject_id', '=', subject.id)
    .orderBy('id')
    .execute();
  return rows.map(toDeadline);
}

export interface DeadlineFilter {
  readonly ownerUnits: readonly string[];
  readonly escalationUnits: readonly string[];
  readonly open: boolean;
  readonly overdueAt: string | null;
  readonly jurisdiction: string | null;
  readonly page: number;
  readonly size: number;
}

/** A page of the deadlines that units own or supervise, the most urgent first. */
export async function pageOfDeadlines(
  tx: Tx,
  filter: DeadlineFilter,
): Promise<{ items: Deadline[]; total: number }> {
  let query = tables(tx)
    .selectFrom('deadlines')
    .where('state', 'in', filter.open ? ['running', 'suspended'] : ['met', 'cancelled'])
    .where((eb) =>
      eb.or([
        eb('owner_unit_id', '=', sql<string>`any(${filter.ownerUnits}::uuid[])`),
        eb('escalation_unit_id', '=', sql<string>`any(${filter.escalationUnits}::uuid[])`),
      ]),
    );
  if (filter.jurisdiction !== null) query = query.where('jurisdiction_id', '=', filter.jurisdiction);
  if (filter.overdueAt !== null)
    query = query.where('state', '=', 'running').where('due_at', '<=', filter.overdueAt);
  const counted = await query.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await query
    .selectAll()
    .orderBy('due_at', filter.open ? 'asc' : 'desc')
    .orderBy('id')
    .limit(filter.size)
    .offset((filter.page - 1) * filter.size)
    .execute();
  return { items: rows.map(toDeadline), total: counted.total };
}

/** Keys of running deadlines whose next reminder has come, the longest waiting first. */
export async function keysToRemind(tx: Tx, now: string, limit: number): Promise<DeadlineKey[]> {
  const rows = await tables(tx)
    .selectFrom('deadlines')
    .select(['jurisdiction_id', 'id'])
    .where('state', '=', 'running')
    .where('remind_at', '<=', now)
    .orderBy('remind_at')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ jurisdiction: row.jurisdiction_id, id: row.id }));
}

/** Jurisdictions with running deadlines that another calendar version computed. */
export async function jurisdictionsToRecompute(tx: Tx, calendarVersion: string): Promise<string[]> {
  const rows = await tables(tx)
    .selectFrom('deadlines')
    .select('jurisdiction_id')
    .distinct()
    .where('state', '=', 'running')
    .where('calendar_version', '!=', calendarVersion)
    .execute();
  return rows.map((row) => row.jurisdiction_id);
}

/** Locks some running deadlines of a jurisdiction that another calendar version computed; skips what others hold. */
export async function lockOutdated(
  tx: Tx,
  jurisdiction: string,
  calendarVersion: string,
  limit: number,
): Promise<Deadline[]> {
  const rows = await tables(tx)
    .selectFrom('deadlines')
    .selectAll()
    .where('jurisdiction_id', '=', jurisdiction)
    .where('state', '=', 'running')
    .where('calendar_version', '!=', calendarVersion)
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  return rows.map(toDeadline);
}

/** Claims a reminder: true for the one caller, of however many, that is to send it. */
export async function claimReminder(
  tx: Tx,
  deadline: Deadline,
  stage: string,
  now: string,
): Promise<boolean> {
  const claimed = await tables(tx)
    .insertInto('deadline_reminders')
    .values({
      jurisdiction_id: deadline.jurisdiction,
      deadline_id: deadline.id,
      due: deadline.computed.due,
      stage,
      sent_at: now,
      told: 0,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('stage')
    .executeTakeFirst();
  return claimed !== undefined;
}

/** Notes how many people a claimed reminder reached. */
export async function noteTold(tx: Tx, deadline: Deadline, stage: string, told: number): Promise<void> {
  await tables(tx)
    .updateTable('deadline_reminders')
    .set({ told })
    .where('jurisdiction_id', '=', deadline.jurisdiction)
    .where('deadline_id', '=', deadline.id)
    .where('due', '=', deadline.computed.due)
    .where('stage', '=', stage)
    .execute();
}

export async function insertEvent(tx: Tx, key: DeadlineKey, event: DeadlineEvent): Promise<void> {
  await tables(tx)
    .insertInto('deadline_events')
    .values({
      jurisdiction_id: key.jurisdiction,
      id: newId(),
      deadline_id: key.id,
      kind: event.kind,
      at: event.at,
      person_id: event.personId,
      reason: event.reason,
      facts: JSON.stringify(event.facts),
    })
    .execute();
}

/** What happened to a deadline, in order. */
export async function eventsOf(tx: Tx, key: DeadlineKey): Promise<DeadlineEvent[]> {
  const rows = await tables(tx)
    .selectFrom('deadline_events')
    .selectAll()
    .where('jurisdiction_id', '=', key.jurisdiction)
    .where('deadline_id', '=', key.id)
    .orderBy('id')
    .execute();
  return rows.map(({ kind, at, person_id, reason, facts }) => ({
    kind,
    at,
    personId: person_id,
    reason,
    facts,
  }));
}

function toDeadline(row: Selectable<Tables['deadlines']>): Deadline {
  return {
    jurisdiction: row.jurisdiction_id,
    id: row.id,
    subject: { type: row.subject_type, id: row.subject_id },
    ownerUnitId: row.owner_unit_id,
    ownerPosts: row.owner_posts,
    escalationUnitId: row.escalation_unit_id,
    title: row.title,
    rule: row.rule,
    basis: row.basis,
    pack: row.pack,
    packVersion: row.pack_version,
    startedAt: row.started_at,
    term: row.term,
    longest: row.longest,
    extensions: row.extensions,
    suspensions: row.suspensions,
    remindBefore: row.remind_before,
    computed: {
      due: row.due,
      dueAt: row.due_at,
      provisional: row.provisional,
      steps: row.steps,
      calendarVersion: row.calendar_version,
    },
    state: row.state,
    closedAt: row.closed_at,
    remindAt: row.remind_at,
    createdAt: row.created_at,
  };
}
