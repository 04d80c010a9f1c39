import { sql } from 'kysely';
import type { Context } from './context.ts';
import { newId } from './db/uuid.ts';

type NoticeTables = {
  notices: {
    jurisdiction_id: string;
    id: string;
    person_id: string;
    code: string;
    facts: string;
    subject_type: string;
    subject_id: string;
    dedupe_key: string | null;
    created_at: string;
    read_at: string | null;
  };
};

/** A message to people: a code of contracts/<module>/words.ts with its facts; no personal data in them. */
export interface NewNotice {
  readonly jurisdiction: string;
  readonly people: readonly string[];
  readonly code: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly subject: { readonly type: string; readonly id: string };
  /** The same key for the same person is said once only, however many processes say it. */
  readonly dedupeKey?: string;
}

export interface Notice {
  readonly id: string;
  readonly jurisdiction: string;
  readonly code: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly subject: { readonly type: string; readonly id: string };
  readonly createdAt: string;
  readonly readAt: string | null;
}

/** The queue that carries notices out by e-mail and webhook, where those are set up. */
export const DELIVER_QUEUE = 'notice-deliver';

/**
 * Puts a notice on the workbench of each person and queues its delivery, in the transaction of what it tells.
 * Answers how many people were told now; those told before under the same key are left out.
 */
export async function notify(ctx: Context, notice: NewNotice): Promise<number> {
  if (notice.people.length === 0) return 0;
  const rows = notice.people.map((person) => ({
    jurisdiction_id: notice.jurisdiction,
    id: newId(),
    person_id: person,
    code: notice.code,
    facts: JSON.stringify(notice.facts),
    subject_type: notice.subject.type,
    subject_id: notice.subject.id,
    dedupe_key: notice.dedupeKey ?? null,
    created_at: ctx.now.iso,
    read_at: null,
  }));
  const told = await ctx.tx
    .withTables<NoticeTables>()
    .insertInto('notices')
    .values(rows)
    .onConflict((c) => c.doNothing())
    .returning('id')
    .execute();
  for (const { id } of told)
    await ctx.enqueue({ queue: DELIVER_QUEUE, data: { jurisdiction: notice.jurisdiction, id } });
  return told.length;
}

/** The latest notices of the person who asks, unread first. */
export async function myNotices(ctx: Context, limit: number): Promise<Notice[]> {
  const rows = await ctx.tx
    .withTables<NoticeTables>()
    .selectFrom('notices')
    .selectAll()
    .where('person_id', '=', ctx.actor.personId)
    .orderBy(sql`read_at is not null`)
    .orderBy('created_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map((r) => ({
    id: r.id,
    jurisdiction: r.jurisdiction_id,
    code: r.code,
    facts: r.facts as unknown as Record<string, unknown>,
    subject: { type: r.subject_type, id: r.subject_id },
    createdAt: r.created_at,
    readAt: r.read_at,
  }));
}

/** Marks a notice of the person who asks as read; true when there was one unread. */
export async function readNotice(ctx: Context, id: string): Promise<boolean> {
  const changed = await ctx.tx
    .withTables<NoticeTables>()
    .updateTable('notices')
    .set({ read_at: ctx.now.iso })
    .where('id', '=', id)
    .where('person_id', '=', ctx.actor.personId)
    .where('read_at', 'is', null)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}
