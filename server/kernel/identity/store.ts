import { sql } from 'kysely';
import { refusingClash } from '../db/clash.ts';
import type { Db } from '../db/database.ts';

type Way = 'password' | 'open-id';

type Tables = {
  users: {
    jurisdiction_id: string;
    person_id: string;
    user_name: string;
    /** The user name in lower case. */
    name_key: string;
    password_hash: string | null;
    password_changed_at: string | null;
    must_change_password: boolean;
    totp_secret: string | null;
    totp_confirmed_at: string | null;
    totp_last_step: number | null;
    disabled_at: string | null;
    open_id_subject: string | null;
    created_at: string;
  };
  used_passwords: { jurisdiction_id: string; person_id: string; password_hash: string; changed_at: string };
  sessions: {
    jurisdiction_id: string;
    token_hash: string;
    person_id: string;
    way: Way;
    created_at: string;
    last_seen_at: string;
    ended_at: string | null;
    end_reason: string | null;
  };
};

/** Somebody who may sign in. */
export interface User {
  readonly jurisdiction: string;
  readonly personId: string;
  readonly userName: string;
  readonly passwordHash: string | null;
  readonly passwordChangedAt: string | null;
  readonly mustChangePassword: boolean;
  readonly totpSecret: string | null;
  readonly totpConfirmedAt: string | null;
  readonly totpLastStep: number | null;
  readonly disabledAt: string | null;
}

const userColumns = [
  'u.jurisdiction_id as jurisdiction',
  'u.person_id as personId',
  'u.user_name as userName',
  'u.password_hash as passwordHash',
  'u.password_changed_at as passwordChangedAt',
  'u.must_change_password as mustChangePassword',
  'u.totp_secret as totpSecret',
  'u.totp_confirmed_at as totpConfirmedAt',
  'u.totp_last_step as totpLastStep',
  'u.disabled_at as disabledAt',
] as const;

// Sessions live by real time: a demonstration that moves its clock by weeks does not end them.
const REAL_NOW = sql<string>`transaction_timestamp()`;

function users(db: Db) {
  return db.withTables<Tables>().selectFrom('users as u').select(userColumns);
}

export async function readUserByName(db: Db, userName: string): Promise<User | undefined> {
  return users(db).where('u.name_key', '=', userName.toLowerCase()).executeTakeFirst();
}

export async function readUserByOpenId(db: Db, subject: string): Promise<User | undefined> {
  return users(db).where('u.open_id_subject', '=', subject).executeTakeFirst();
}

export async function readUsersOf(db: Db, people: readonly string[]): Promise<User[]> {
  if (people.length === 0) return [];
  return users(db)
    .where('u.person_id', 'in', [...people])
    .execute();
}

/** The user, and nobody else may change it until the transaction ends. */
export async function lockUser(db: Db, personId: string): Promise<User | undefined> {
  return users(db).where('u.person_id', '=', personId).forUpdate().executeTakeFirst();
}

/** Names of the list that users have already, in lower case. */
export async function readTakenNames(db: Db, userNames: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name_key as name from users where name_key = any(${userNames.map((each) => each.toLowerCase())}::text[])`.execute(
    db,
  );
  return rows.map((row) => row.name);
}

export async function insertUsers(
  db: Db,
  rows: readonly {
    jurisdiction: string;
    personId: string;
    userName: string;
    passwordHash: string | null;
    openIdSubject: string | null;
    at: string;
    mustChange: boolean;
  }[],
): Promise<void> {
  const insert = db
    .withTables<Tables>()
    .insertInto('users')
    .values(
      rows.map((row) => ({
        jurisdiction_id: row.jurisdiction,
        person_id: row.personId,
        user_name: row.userName,
        name_key: row.userName.toLowerCase(),
        password_hash: row.passwordHash,
        password_changed_at: row.passwordHash === null ? null : row.at,
        must_change_password: row.mustChange,
        totp_secret: null,
        totp_confirmed_at: null,
        totp_last_step: null,
        disabled_at: null,
        open_id_subject: row.openIdSubject,
        created_at: row.at,
      })),
    )
    .execute();
  await refusingClash(insert, 'identity.user-name-taken');
}

export type UserChange = Partial<Omit<Tables['users'], 'jurisdiction_id' | 'person_id' | 'created_at'>>;

export async function updateUser(db: Db, user: User, change: UserChange): Promise<void> {
  await db
    .withTables<Tables>()
    .updateTable('users')
    .set(change)
    .where('jurisdiction_id', '=', user.jurisdiction)
    .where('person_id', '=', user.personId)
    .execute();
}

/** Counts the passwords of users as changed at an instant, where they may be used at all. */
export async function touchPasswords(db: Db, userNames: readonly string[], at: string): Promise<void> {
  await sql`
    update users set password_changed_at = ${at}::timestamptz
    where name_key = any(${userNames.map((each) => each.toLowerCase())}::text[]) and not must_change_password`.execute(
    db,
  );
}

/** Takes a time step for this user; false when it, or a later one, was used before. */
export async function takeTotpStep(db: Db, user: User, step: number): Promise<boolean> {
  const changed = await db
    .withTables<Tables>()
    .updateTable('users')
    .set({ totp_last_step: step })
    .where('jurisdiction_id', '=', user.jurisdiction)
    .where('person_id', '=', user.personId)
    .where((eb) => eb.or([eb('totp_last_step', 'is', null), eb('totp_last_step', '<', step)]))
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

/** The hashes used last, newest first. */
export async function readUsedPasswords(db: Db, personId: string, limit: number): Promise<string[]> {
  const rows = await db
    .withTables<Tables>()
    .selectFrom('used_passwords')
    .select('password_hash')
    .where('person_id', '=', personId)
    .orderBy('changed_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => row.password_hash);
}

export async function keepUsedPassword(db: Db, user: User, passwordHash: string): Promise<void> {
  await db
    .withTables<Tables>()
    .insertInto('used_passwords')
    .values({
      jurisdiction_id: user.jurisdiction,
      person_id: user.personId,
      password_hash: passwordHash,
      changed_at: sql<string>`clock_timestamp()`,
    })
    .execute();
}

export async function insertSession(
  db: Db,
  session: { user: User; tokenHash: string; way: Way },
): Promise<void> {
  await db
    .withTables<Tables>()
    .insertInto('sessions')
    .values({
      jurisdiction_id: session.user.jurisdiction,
      token_hash: session.tokenHash,
      person_id: session.user.personId,
      way: session.way,
      created_at: REAL_NOW,
      last_seen_at: REAL_NOW,
      ended_at: null,
      end_reason: null,
    })
    .execute();
}

export interface LiveSession {
  readonly user: User;
  readonly way: Way;
  /** Nobody has noted for a minute that the session is in use. */
  readonly unnoted: boolean;
}

/** The session of a token where it still lives: not ended, not idle too long, not older than allowed, user not disabled. */
export async function readLiveSession(
  db: Db,
  tokenHash: string,
  limits: { idleMinutes: number; longestHours: number },
): Promise<LiveSession | undefined> {
  const row = await users(db)
    .innerJoin('sessions as s', (join) =>
      join.onRef('s.person_id', '=', 'u.person_id').onRef('s.jurisdiction_id', '=', 'u.jurisdiction_id'),
    )
    .select('s.way')
    .select(sql<boolean>`s.last_seen_at < transaction_timestamp() - interval '1 minute'`.as('unnoted'))
    .where('s.token_hash', '=', tokenHash)
    .where('s.ended_at', 'is', null)
    .where('u.disabled_at', 'is', null)
    .where(
      sql<boolean>`s.last_seen_at > transaction_timestamp() - make_interval(mins => ${limits.idleMinutes})`,
    )
    .where(
      sql<boolean>`s.created_at > transaction_timestamp() - make_interval(hours => ${limits.longestHours})`,
    )
    .executeTakeFirst();
  if (!row) return undefined;
  const { way, unnoted, ...user } = row;
  return { user, way, unnoted };
}

/** Notes that a session is in use; at most once a minute, however many processes see it. */
export async function touchSession(db: Db, tokenHash: string): Promise<void> {
  await db
    .withTables<Tables>()
    .updateTable('sessions')
    .set({ last_seen_at: REAL_NOW })
    .where('token_hash', '=', tokenHash)
    .where('ended_at', 'is', null)
    .where(sql<boolean>`last_seen_at < transaction_timestamp() - interval '1 minute'`)
    .execute();
}

export async function endSession(db: Db, tokenHash: string, reason: string): Promise<void> {
  await db
    .withTables<Tables>()
    .updateTable('sessions')
    .set({ ended_at: REAL_NOW, end_reason: reason })
    .where('token_hash', '=', tokenHash)
    .where('ended_at', 'is', null)
    .execute();
}

/** Ends every session of a user, on whatever device. */
export async function endSessionsOf(db: Db, user: User, reason: string): Promise<void> {
  await db
    .withTables<Tables>()
    .updateTable('sessions')
    .set({ ended_at: REAL_NOW, end_reason: reason })
    .where('jurisdiction_id', '=', user.jurisdiction)
    .where('person_id', '=', user.personId)
    .where('ended_at', 'is', null)
    .execute();
}
