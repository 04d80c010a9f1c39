import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '../db/database.ts';

/** After which failure a name is locked, and for how many minutes at first. */
export interface LockLimits {
  readonly lockAttempts: number;
  readonly lockMinutes: number;
}

/** What an attempt finds: minutes still locked, or the number of this attempt since the last success. */
export type Charge =
  | { readonly locked: number }
  | { readonly locked: null; readonly attempt: number; readonly locksNow: boolean };

const LONGEST_MINUTES = 24 * 60;

/** Minutes of the lock that the nth failure in a row brings: none below the limit, then doubling up to a day. */
export function lockMinutesAfter(failures: number, limits: LockLimits): number {
  const beyond = failures - limits.lockAttempts;
  return beyond < 0 ? 0 : Math.min(LONGEST_MINUTES, limits.lockMinutes * 2 ** Math.min(beyond, 20));
}

/**
 * Counts an attempt before the password is looked at, so that a thousand guesses at once are no more guesses than
 * a thousand in turn. The row of the name is locked for the moment of counting only.
 */
export async function chargeAttempt(db: Db, userName: string, limits: LockLimits): Promise<Charge> {
  const name = nameHash(userName);
  return db.transaction().execute(async (tx) => {
    await sql`delete from sign_in_attempts where name_hash in (select name_hash from sign_in_attempts
      where last_at < now() - interval '2 days' and name_hash <> ${name} limit 100 for update skip locked)`.execute(
      tx,
    );
    await sql`insert into sign_in_attempts (name_hash, failures, last_at) values (${name}, 0, now()) on conflict do nothing`.execute(
      tx,
    );
    const { rows } = await sql<{ failures: number; wait: number | null }>`
      select failures, ceil(extract(epoch from locked_until - clock_timestamp()) / 60)::int as wait
      from sign_in_attempts where name_hash = ${name} for update`.execute(tx);
    const row = rows[0] ?? { failures: 0, wait: null };
    if (row.wait !== null && row.wait > 0) return { locked: row.wait };
    const attempt = row.failures + 1;
    const minutes = lockMinutesAfter(attempt, limits);
    await sql`update sign_in_attempts set failures = ${attempt}, last_at = now(),
      locked_until = case when ${minutes}::int > 0 then clock_timestamp() + make_interval(mins => ${minutes}) end
      where name_hash = ${name}`.execute(tx);
    return { locked: null, attempt, locksNow: minutes > 0 };
  });
}

/** Takes back one attempt that was right as far as it went: the second factor is still to come. */
export async function refundAttempt(db: Db, userName: string): Promise<void> {
  await sql`update sign_in_attempts set failures = greatest(failures - 1, 0), locked_until = null
    where name_hash = ${nameHash(userName)}`.execute(db);
}

/** Forgets the failures of a name: after a success, or when an administrator unlocks it. */
export async function clearAttempts(db: Db, userName: string): Promise<void> {
  await sql`delete from sign_in_attempts where name_hash = ${nameHash(userName)}`.execute(db);
}

/** Minutes for which each of the names is still locked; names that are not locked are left out. */
export async function readLocks(db: Db, userNames: readonly string[]): Promise<Map<string, number>> {
  const hashes = new Map(userNames.map((name) => [nameHash(name), name]));
  if (hashes.size === 0) return new Map();
  const { rows } = await sql<{ hash: string; wait: number }>`
    select name_hash as hash, ceil(extract(epoch from locked_until - clock_timestamp()) / 60)::int as wait
    from sign_in_attempts where name_hash = any(${[...hashes.keys()]}::text[]) and locked_until > clock_timestamp()`.execute(
    db,
  );
  return new Map(rows.map((row) => [hashes.get(row.hash) ?? '', row.wait]));
}

/** Names are kept as hashes: what people type by mistake into this field is sometimes their password. */
function nameHash(userName: string): string {
  return createHash('sha256').update(`juzhen sign-in ${userName.trim().toLowerCase()}`).digest('hex');
}
