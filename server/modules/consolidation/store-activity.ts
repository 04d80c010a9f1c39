import { type Selectable, sql } from 'kysely';
import type { Tx } from '../../kernel/db/database.ts';
import type { Activity } from './model.ts';
import type { Tables } from './tables.ts';

function toActivity(r: Selectable<Tables['account_activity']>): Activity {
  return {
    jurisdiction: r.jurisdiction_id,
    accountId: r.account_id,
    month: r.month,
    posts: r.posts,
    reads: r.reads,
    followers: r.followers,
    lastPostOn: r.last_post_on,
    source: r.source as Activity['source'],
    recordedAt: r.recorded_at,
    recordedBy: r.recorded_by,
    recordedByName: r.recorded_by_name,
    recordedPost: r.recorded_post,
  };
}

/** Writes figures of months; what is there already of a month is replaced. */
export async function keepFigures(tx: Tx, figures: readonly Activity[]): Promise<void> {
  const rows = figures.map((a) => ({
    jurisdiction_id: a.jurisdiction,
    account_id: a.accountId,
    month: a.month,
    posts: a.posts,
    reads: a.reads,
    followers: a.followers,
    last_post_on: a.lastPostOn,
    source: a.source,
    recorded_at: a.recordedAt,
    recorded_by: a.recordedBy,
    recorded_by_name: a.recordedByName,
    recorded_post: a.recordedPost,
  }));
  await sql`insert into account_activity
    select * from jsonb_populate_recordset(null::account_activity, ${JSON.stringify(rows)}::jsonb)
    on conflict (jurisdiction_id, account_id, month) do update set
      posts = excluded.posts, reads = excluded.reads, followers = excluded.followers,
      last_post_on = excluded.last_post_on, source = excluded.source, recorded_at = excluded.recorded_at,
      recorded_by = excluded.recorded_by, recorded_by_name = excluded.recorded_by_name,
      recorded_post = excluded.recorded_post`.execute(tx);
}

/** The figures of an account, the latest month first: of all its months, or of the latest `most`. */
export async function readFigures(
  tx: Tx,
  { jurisdiction, id }: { readonly jurisdiction: string; readonly id: string },
  most: number | null = null,
): Promise<Activity[]> {
  const q = tx
    .withTables<Tables>()
    .selectFrom('account_activity')
    .selectAll()
    .where('jurisdiction_id', '=', jurisdiction)
    .where('account_id', '=', id)
    .orderBy('month', 'desc');
  const rows = await (most === null ? q : q.limit(most)).execute();
  return rows.map(toActivity);
}

/** The figures of a whole jurisdiction since a month, and the last post known of each account before it. */
export async function readFiguresSince(tx: Tx, jurisdiction: string, month: string): Promise<Activity[]> {
  const { rows } = await sql<Selectable<Tables['account_activity']>>`
    select * from account_activity where jurisdiction_id = ${jurisdiction} and month >= ${month}
    union all
    (select distinct on (account_id) * from account_activity
      where jurisdiction_id = ${jurisdiction} and month < ${month} and last_post_on is not null
      order by account_id, last_post_on desc)`.execute(tx);
  return rows.map(toActivity);
}
