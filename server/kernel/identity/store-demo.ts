import { sql } from 'kysely';
import type { Db } from '../db/database.ts';

const keysOf = (userNames: readonly string[]) => userNames.map((each) => each.toLowerCase());

/** The different password hashes of users, of those who may sign in or of those shut out. */
export async function hashesOf(db: Db, userNames: readonly string[], shutOut: boolean): Promise<string[]> {
  const { rows } = await sql<{ hash: string }>`
    select distinct password_hash as hash from users
    where name_key = any(${keysOf(userNames)}::text[]) and password_hash is not null
      and (disabled_at is not null) = ${shutOut}`.execute(db);
  return rows.map(({ hash }) => hash);
}

/** Shuts users with one of the hashes out from an instant on, with every session of theirs; null lets them in again. */
export async function shutOutByHash(
  db: Db,
  asked: { userNames: readonly string[]; hashes: readonly string[]; at: string | null },
): Promise<number> {
  const { rows } = await sql<{ person: string }>`
    update users set disabled_at = ${asked.at}::timestamptz
    where name_key = any(${keysOf(asked.userNames)}::text[]) and password_hash = any(${[...asked.hashes]}::text[])
    returning person_id as person`.execute(db);
  if (asked.at !== null)
    await sql`
      update sessions set ended_at = transaction_timestamp(), end_reason = 'disabled'
      where ended_at is null and person_id = any(${rows.map(({ person }) => person)}::uuid[])`.execute(db);
  return rows.length;
}
